package bot_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// turnOfCommand is the ID of the turn that a command became.
func (w *world) turnOfCommand() string {
	w.t.Helper()
	const begin = "msg=answered surface=command turn="
	w.must(w.log.wait(w.ctx, begin))
	_, rest, _ := strings.Cut(w.log.String(), begin)
	id, _, _ := strings.Cut(rest, " ")
	return id
}

// TestAnswersOfOthersAreOutOfReach forges every button on an answer for somebody who may not read
// that answer.
func TestAnswersOfOthersAreOutOfReach(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.HelpChannel = "C0HELP" })
	ben := w.AddUser("ben")
	benDM := w.OpenDM(ben)
	secret := w.AddPrivateChannel("secret", w.ann)
	w.Join(w.general, ben)
	direct := turnIn(t, w.reply(w.Say(w.dm, w.ann, "How do I become a TPM?")))
	closed := turnIn(t, w.reply(w.Say(secret, w.ann, w.BotUser().Mention()+" How do I become a TPM?")))
	w.Command(w.general, w.ann, "/career", "How do I become a TPM?")
	w.whisper(w.general, "You asked")
	private := w.turnOfCommand()
	before := len(w.said(w.general)) + len(w.said(secret)) + len(w.said(w.dm))

	tried := 0
	for _, turn := range []string{direct, closed, private} {
		for _, where := range []string{
			`"channel":{"id":"` + w.general.ID + `"},"container":{"message_ts":"1.1","channel_id":"` + w.general.ID + `"}`,
			`"channel":{"id":"` + benDM.ID + `"},"container":{"message_ts":"1.1","channel_id":"` + benDM.ID + `"}`,
			`"view":{"id":"V1","type":"home"}`,
			`"view":{"id":"V1","type":"modal"}`,
		} {
			for action, value := range map[string]string{"why": turn, "share": turn, "plan": turn, "person": turn, "vote": "up:" + turn} {
				tried++
				w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
					`{"type":"block_actions","user":{"id":%q,"username":"ben"},"trigger_id":"%d.1.1",%s,"actions":[{"action_id":%q,"value":%q,"action_ts":"1.%[2]d"}]}`,
					ben.ID, tried, where, action, value)))
			}
		}
	}
	w.must(w.WaitFor(w.ctx, func() bool {
		return len(w.Ephemerals(w.general, ben))+len(w.Ephemerals(benDM, ben))+len(w.said(benDM)) == tried
	}))
	for _, m := range slices.Concat(w.Ephemerals(w.general, ben), w.Ephemerals(benDM, ben), w.said(benDM)) {
		if m.Plain() != "I no longer have that answer. Please ask again." {
			t.Errorf("ben reads %q", m.Plain())
		}
	}
	w.settled()
	if _, open := w.Modal(ben); open || len(w.said(w.general))+len(w.said(secret))+len(w.said(w.dm)) != before {
		t.Error("ben got at an answer")
	}
	if p, err := w.memory.Plan(w.ctx, ben.ID); err == nil {
		t.Errorf("ben has the plan %v", p)
	}
}

// TestWhatIsKeptToAChannelLater cannot be reached from elsewhere after that, by any button below an
// earlier answer.
func TestWhatIsKeptToAChannelLater(t *testing.T) {
	w := startAs(t, everywhere(), func(w *world, _ *bot.Config) { w.library.contents.Documents[0].ID = basics.Doc })
	r := w.reply(w.Say(w.dm, w.ann, "How do I become a TPM?"))
	w.Command(w.general, w.ann, "/career", "How do I become a TPM?")
	private := w.whisper(w.general, "You asked")
	other := w.AddChannel("people", w.ann)
	w.Command(other, w.ann, "/career", "here")
	w.submit(w.ann, w.modal(w.ann, "How I behave in this channel"), map[string]string{"how": "kept", "docs": basics.Doc})
	w.whisper(other, "Saved.")
	for _, action := range []string{"plan", "why"} {
		w.click(w.ann, r, action)
	}
	w.click(w.ann, private, "share")
	w.must(w.WaitFor(w.ctx, func() bool {
		n := 0
		for _, m := range append(w.Ephemerals(w.dm, w.ann), w.Ephemerals(w.general, w.ann)...) {
			if m.Plain() == "I no longer have that answer. Please ask again." {
				n++
			}
		}
		return n == 3
	}))
	if _, open := w.Modal(w.ann); open || len(w.said(w.general)) > 0 {
		t.Error("it is quoted")
	}
}

// TestAPrivateQuestionShowsInNoPublicAnswer: what somebody asked in private, in a thread, is not
// context for what others ask there, nor for what they themselves ask in public.
func TestAPrivateQuestionShowsInNoPublicAnswer(t *testing.T) {
	w := start(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	q := w.mention("PM vs TPM?")
	w.reply(q)
	w.MessageShortcut(w.ann, w.PostAsBot(w.general, "news", "What does a TPM do?", q.TS), "ask")
	w.whisper(w.general, "You asked: What does a TPM do?")
	for _, who := range []slackemu.User{ben, w.ann} {
		w.reply(w.Reply(w.general, who, q.TS, w.BotUser().Mention()+" What is a TPM?"))
	}
	w.settled()
	for _, asked := range w.engine.questions() {
		if asked.Text == "What is a TPM?" && slices.Contains(asked.Earlier, "What does a TPM do?") {
			t.Errorf("%s's question knows what was asked in private: %q", asked.Asker, asked.Earlier)
		}
	}
}

// TestNoWayRoundTheRate asks in every way except by message.
func TestNoWayRoundTheRate(t *testing.T) {
	const slow = "You're asking faster than I can keep up with. Please give me a minute."
	w := start(t, everywhere(), func(c *bot.Config) { c.UserRate = 1 })
	q := w.mention("PM vs TPM?")
	r := w.reply(q)
	w.click(w.ann, r, "ask:0")
	w.whisper(w.general, slow)
	w.MessageShortcut(w.ann, r, "ask")
	w.Edit(q, w.BotUser().Mention()+" What is a TPM?")
	w.settled()
	if said := w.said(w.general); len(said) != 1 {
		t.Errorf("ann got %v", said)
	}
	if n := w.total("advisor_answers_total", `kind="slowed"`); n != 3 {
		t.Errorf("%v questions were turned away", n)
	}
}
