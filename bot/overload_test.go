package bot_test

import (
	"net/http"
	"testing"
	"time"

	"careeradvisor/bot"
)

func TestWhoAsksTooFastIsToldOnceAndAlone(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.UserRate = 2 })
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	for range 5 {
		w.mention("What is a TPM?")
	}
	bens := w.Say(w.general, ben, w.BotUser().Mention()+" What is a TPM?")
	expect(t, w.reply(bens), leadText, pointText, sourceText) // others are answered
	w.settled()
	if n := len(w.said(w.general)); n != 3 {
		t.Errorf("%d answers, want 2 and ben's", n)
	}
	told := w.Ephemerals(w.general, w.ann)
	if len(told) != 1 || told[0].Plain() != "You're asking faster than I can keep up with. Please give me a minute." {
		t.Errorf("ann reads %v", told)
	} else if told[0].ThreadTS != "" {
		t.Error("ann is told in a thread without messages, which Slack shows to nobody")
	}
	if n := w.total("advisor_answers_total", `kind="slowed"`); n != 3 {
		t.Errorf("%v questions were turned away", n)
	}
}

// TestAFloodHoldsUpNobodyElse: one channel has more to post than Slack accepts.
func TestAFloodHoldsUpNobodyElse(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.Unlimited, c.Workers, c.UserRate = false, 2, 100 })
	for range 8 {
		w.mention("What is a TPM?")
	}
	w.reply(w.Say(w.dm, w.ann, "PM vs TPM?"))
	if n := len(w.said(w.general)); n >= 8 {
		t.Errorf("the flood was answered first: %d", n)
	}
	w.settled()
	if n := len(w.said(w.general)); n != 8 {
		t.Errorf("%d of 8 are answered", n)
	}
}

// TestSlackIsIllForAWhile: what may have been posted is looked for, and posted once.
func TestSlackIsIllForAWhile(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.Fail("chat.postMessage", 2, http.StatusBadGateway, 0)
	w.Fail("conversations.replies", 1, http.StatusServiceUnavailable, 0)
	w.Fail("chat.postMessage", 1, http.StatusTooManyRequests, time.Second)
	q := w.mention("What is a TPM?")
	expect(t, w.reply(q), leadText, pointText, sourceText)
	w.settled()
	if n := len(w.said(w.general)); n != 1 {
		t.Errorf("%d answers", n)
	}
}
