package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// TestStaleButtonsAreNoFailure: whoever clicks on what is not kept any more reads that,
// and no alarm goes off.
func TestStaleButtonsAreNoFailure(t *testing.T) {
	w := start(t, everywhere(), nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.must(w.memory.DropTurn(w.ctx, turnIn(t, r)))
	w.click(w.ann, r, "vote", "up:"+turnIn(t, r))
	w.whisper(w.general, "I no longer keep that answer")
	w.settled()
	if n := w.total("advisor_jobs_total", `outcome="failed"`); n != 0 || strings.Contains(w.log.String(), "level=ERROR") {
		t.Errorf("%v failures", n)
	}
}

// TestTheLogNamesNobody who tries what only an editor may.
func TestTheLogNamesNobody(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
		`{"type":"block_actions","user":{"id":%q},"view":{"id":"V1","type":"home"},"actions":[{"action_id":"board:next","action_ts":"1.1"}]}`, w.ann.ID)))
	w.must(w.log.wait(w.ctx, "tried an"))
	w.settled()
	if strings.Contains(w.log.String(), w.ann.ID) {
		t.Error("the log names a person")
	}
}

// TestAppsAreNotAnswered, by whatever they can be told from people.
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

// TestARefusedTokenPutsQuestionsOff: it may be back in a moment, and what was acked is
// answered.
func TestARefusedTokenPutsQuestionsOff(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.FailError("chat.postMessage", 1, "token_revoked")
	r := w.reply(w.mention("What is a TPM?"))
	expect(t, r, leadText, pointText, sourceText)
}
