package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// TestStaleButtonsAreNoFailure: anyone who clicks on something that is no longer kept is told so,
// and no alarm goes off.
func TestStaleButtonsAreNoFailure(t *testing.T) {
	w := start(t, everywhere(), nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.must(w.memory.DropTurn(w.ctx, turnIn(t, r)))
	w.click(w.ann, r, "vote", "up:"+turnIn(t, r))
	w.whisper(w.general, "I no longer have that answer")
	w.settled()
	if n := w.total("advisor_jobs_total", `outcome="failed"`); n != 0 || strings.Contains(w.log.String(), "level=ERROR") {
		t.Errorf("%v failures", n)
	}
}

// TestTheLogNamesNobody who tries to do what only an editor may.
func TestTheLogNamesNobody(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
		`{"type":"block_actions","user":{"id":%q},"view":{"id":"V1","type":"home"},"actions":[{"action_id":"board:next","action_ts":"1.1"}]}`, w.ann.ID)))
	w.must(w.log.wait(w.ctx, "tried what only"))
	w.settled()
	if strings.Contains(w.log.String(), w.ann.ID) {
		t.Error("the log names a person")
	}
}

// TestAppsAreNotAnswered, however they can be told from people.
func TestAppsAreNotAnswered(t *testing.T) {
	w := start(t, everywhere(), nil)
	for i, mark := range []string{`"app_id":"A1"`, `"bot_profile":{"id":"B1","name":"other"}`, `"bot_id":"B1"`} {
		w.DeliverEvent(json.RawMessage(fmt.Sprintf(
			`{"type":"message","channel_type":"im","channel":%q,"user":%q,"text":"What is a TPM?","ts":"170000000%d.000100",%s}`, w.dm.ID, w.ann.ID, i, mark)))
	}
	w.must(w.WaitIdle(w.ctx))
	w.settled()
	if n := len(w.said(w.dm)); n != 0 {
		t.Errorf("%d answers to apps", n)
	}
}

// TestOnePersonsQuestionsHoldUpNobodyElse in their channel.
func TestOnePersonsQuestionsHoldUpNobodyElse(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.Unlimited, c.UserRate = false, 100 })
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	for range 12 {
		w.mention("What is a TPM?")
	}
	w.reply(w.Say(w.general, ben, w.BotUser().Mention()+" What is a TPM?"))
	if n := len(w.said(w.general)); n > 8 {
		t.Errorf("ben is answered as the %dth", n)
	}
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(w.general)) == 13 }))
}

// TestARefusedTokenPutsQuestionsOff: it may be valid again in a moment, and whatever was acked is
// answered.
func TestARefusedTokenPutsQuestionsOff(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.FailError("chat.postMessage", 1, "token_revoked")
	r := w.reply(w.mention("What is a TPM?"))
	expect(t, r, leadText, pointText, sourceText)
}

// TestNothingInvisibleStays in what people write, or others would read it reversed, or search for
// it in vain.
func TestNothingInvisibleStays(t *testing.T) {
	const hidden = "\u202e\u202c\u200b\U000e0041"
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", "Where can I "+hidden+"park?"+hidden)
	w.whisper(w.general, "You asked: Where can I park?")
	r := w.reply(w.mention("What is a " + hidden + "TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.click(w.ann, r, "vote", "down:"+turnIn(t, r))
	w.submit(w.ann, w.modal(w.ann, ""), map[string]string{"words": "Too " + hidden + "short"})
	w.settled()
	for _, c := range w.Calls() {
		if text := fmt.Sprint(c.Args); strings.ContainsAny(text, hidden) {
			t.Errorf("%s carries what nobody sees: %q", c.Method, text)
		}
	}
	gaps, err := w.memory.OpenGaps(w.ctx, time.Time{}, 10)
	w.must(err)
	if text := fmt.Sprint(gaps); len(gaps) != 2 || strings.ContainsAny(text, hidden) {
		t.Errorf("kept: %q", text)
	}
}
