package bot_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// impatient shows a sign of life at once.
func impatient(c *bot.Config) { c.Patience = time.Millisecond }

func TestASlowAnswerShowsASignOfLife(t *testing.T) {
	w := start(t, everywhere(), impatient)
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{}, 4)
	w.Fail("chat.postMessage", 1, 429, time.Second)
	seen := func(m slackemu.Message) bool {
		now, ok := w.Message(slackemu.Channel{ID: m.Channel}, m.TS)
		return ok && slices.ContainsFunc(now.Reactions, func(r slackemu.Reaction) bool { return r.Name == "eyes" })
	}
	q := w.Say(w.dm, w.ann, "hold")
	w.must(w.WaitFor(w.ctx, func() bool { return seen(q) }))
	ben := w.AddUser("ben")
	bens := w.OpenDM(ben)
	threaded := w.Reply(bens, ben, w.Say(bens, w.BotUser(), "a thread").TS, "hold")
	w.must(w.WaitFor(w.ctx, func() bool { return w.Status(bens, threaded.ThreadTS).Status == "is looking it up…" }))
	w.Command(w.general, w.ann, "/career", "hold")
	w.whisper(w.general, "One moment, I'm looking it up.")
	close(w.engine.hold)
	w.reply(q)
	w.must(w.WaitFor(w.ctx, func() bool { return !seen(q) && w.Status(bens, threaded.ThreadTS).Status == "" }))
}

func TestAQuickAnswerShowsNone(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.reply(w.Say(w.dm, w.ann, "What is a TPM?"))
	w.settled()
	for _, c := range w.Calls() {
		if strings.HasPrefix(c.Method, "reactions.") || strings.HasPrefix(c.Method, "assistant.") {
			t.Errorf("called %s", c.Method)
		}
	}
}

// TestTheStatusGoesAfterAnEdit, although no message is posted that would take it away.
func TestTheStatusGoesAfterAnEdit(t *testing.T) {
	w := start(t, everywhere(), impatient)
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{}, 4)
	root := w.Say(w.dm, w.ann, "thanks")
	w.reply(root)
	q := w.Reply(w.dm, w.ann, root.TS, "PM vs TPM?")
	r := w.reply(q)
	w.must(w.WaitIdle(w.ctx))
	w.Edit(q, "hold")
	<-w.engine.held
	w.must(w.WaitFor(w.ctx, func() bool { return w.Status(w.dm, root.TS).Status != "" }))
	close(w.engine.hold)
	w.now(r, leadText)
	w.settled()
	if s := w.Status(w.dm, root.TS); s.Status != "" {
		t.Errorf("still shows %q", s.Status)
	}
}

// TestSignOnAButton: the message whose button asks shows that it is being answered.
func TestSignOnAButton(t *testing.T) {
	w := start(t, everywhere(), impatient)
	a := versus()
	a.Suggestions = []string{"How do I become a TPM?"}
	w.engine.learn("PM vs TPM?", a)
	r := w.reply(w.mention("PM vs TPM?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.must(w.WaitIdle(w.ctx))
	w.Fail("chat.postMessage", 1, 429, time.Second)
	w.click(w.ann, r, "ask:0")
	w.must(w.WaitFor(w.ctx, func() bool {
		now, _ := w.Message(w.general, r.TS)
		return len(now.Reactions) > 0
	}))
	w.settled()
	if now, _ := w.Message(w.general, r.TS); len(now.Reactions) > 0 {
		t.Errorf("still shows %v", now.Reactions)
	}
}
