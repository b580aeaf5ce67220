package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// turnIn is the turn that a message's metadata names.
func turnIn(t *testing.T, m slackemu.Message) string {
	t.Helper()
	var meta struct {
		Type    string `json:"event_type"`
		Payload struct {
			Turn, Generation string
			Part             int
		} `json:"event_payload"`
	}
	if err := json.Unmarshal(m.Metadata, &meta); err != nil || meta.Type != "career_answer" || meta.Payload.Turn == "" || meta.Payload.Generation != "g1" || meta.Payload.Part != 1 {
		t.Fatalf("the message carries %s (%v)", m.Metadata, err)
	}
	return meta.Payload.Turn
}

func TestAFollowUpButtonAsks(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	path := []string{"There are three steps."}

	q := w.mention("PM vs TPM?")
	r := w.reply(q)
	w.click(w.ann, r, "ask:0")
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return strings.Contains(m.Plain(), path[0]) })
	w.must(err)
	if m.ThreadTS != q.TS || !strings.HasPrefix(m.Plain(), "ann asked: How do I become a TPM?\n") || len(m.Pings) > 0 {
		t.Errorf("in thread %q: %s", m.ThreadTS, m.Plain())
	}

	w.Command(w.general, w.ann, "/career", "PM vs TPM?")
	w.click(w.ann, w.whisper(w.general, "You asked: PM vs TPM?"), "ask:0")
	w.whisper(w.general, "You asked: How do I become a TPM?\n"+path[0])

	w.click(w.ann, w.reply(w.Say(w.dm, w.ann, "PM vs TPM?")), "ask:0")
	m, err = w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.Channel == w.dm.ID && strings.HasPrefix(m.Plain(), "You asked: How do I become a TPM?\n"+path[0])
	})
	w.must(err)
	if m.ThreadTS != "" {
		t.Errorf("a button in a direct message is answered in a thread")
	}
}

// TestNextQuestionsAreNew: a question that was asked in a thread is not offered there again.
func TestNextQuestionsAreNew(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.mention("PM vs TPM?")
	if r := w.reply(q).Plain(); !strings.Contains(r, "\n[How do I become a TPM?] [What does a TPM earn?]") {
		t.Errorf("offered: %s", r)
	}
	w.reply(w.Reply(w.general, w.ann, q.TS, "How do I become a TPM?"))
	r := w.reply(w.Reply(w.general, w.ann, q.TS, "PM vs TPM?")).Plain()
	if strings.Contains(r, "How do I become") || !strings.Contains(r, "\n[What does a TPM earn?]") {
		t.Errorf("offered then: %s", r)
	}
	if r := w.reply(w.mention("thanks")).Plain(); strings.Contains(r, "[") {
		t.Errorf("small talk offers: %s", r)
	}
}

// TestAtMostThreeNextQuestions are offered, however many there are.
func TestAtMostThreeNextQuestions(t *testing.T) {
	w := start(t, everywhere(), nil)
	a := definition()
	a.Suggestions = []string{"One?", "Two?", "Three?", "Four?", "Five?"}
	w.engine.learn("Many?", a)
	r := w.reply(w.mention("Many?"))
	if !strings.Contains(r.Plain(), "[One?] [Two?] [Three?]") || strings.Contains(r.Plain(), "Four?") || strings.Contains(r.Text, "Four?") {
		t.Errorf("offered: %s\n%s", r.Plain(), r.Text)
	}
}

// TestQuestionsOfDocumentsAreNotSpelled: if a document writes Q: and A:, people see the question in
// bold and then its answer.
func TestQuestionsOfDocumentsAreNotSpelled(t *testing.T) {
	w := start(t, everywhere(), nil)
	r := w.reply(w.mention("faq"))
	expect(t, r, "• Where can I park? Behind the house.", "• What is it? Free.", sourceText)
	if !strings.Contains(string(r.Blocks), `{"style":{"bold":true},"text":"Where can I park?","type":"text"}`) {
		t.Errorf("the question is not bold: %s", r.Blocks)
	}
}

// TestAReplyReachesWhoAskedInPrivate in their direct messages, where nobody else can read it.
func TestAReplyReachesWhoAskedInPrivate(t *testing.T) {
	w := prepare(t, everywhere())
	ben := w.AddUser("ben")
	help := w.AddChannel("help", ben)
	cfg := w.config()
	cfg.HelpChannel = help.ID
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))
	r := w.reply(w.Say(w.dm, w.ann, "Where can I park?"))
	w.must(w.log.wait(w.ctx, "msg=answered"))
	w.asksAPerson(r)
	w.told(w.ann, "I've passed your question on.")
	w.Reply(help, ben, w.said(help)[0].TS, "Behind the <house>.")
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.FromBot() && strings.Contains(m.Plain(), "Behind the <house>.")
	})
	w.must(err)
	if want := "@" + ben.ID + " answered your question: Where can I park?\nBehind the <house>."; m.Channel != w.dm.ID || m.Plain() != want {
		t.Errorf("in %s ann reads\n%s", m.Channel, m.Plain())
	}
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(help)) == 2 }))
	expect(t, w.said(help)[1], "I've passed that on.", "[Make it a document]")
	if n := len(w.said(w.general)); n > 0 {
		t.Errorf("%d messages where nobody asked", n)
	}
}

func TestWhyThisAnswer(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.click(w.ann, w.reply(w.mention("What is a TPM?")), "why")
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return true })
	w.must(err)
	want := strings.Join([]string{
		"Why this answer",
		"Question: What is a TPM?",
		"Read as: “PM vs TPM, What is a TPM?”",
		"About: Technical Product Manager",
		"Not in my documents: astronaut",
		"Words found: tpm",
		"Words not found: parking",
		"What I said, and where I found it",
		"“A technical product manager bridges technology and business goals.”",
		"Technical Product Manager › What it is · after the people handbook · 2026-05-01",
		"What else I looked at",
		"“Seniors earn more.”",
		"Pay › By level › Senior · not said: too far behind the best",
		"I was 90% sure that my documents answer this. Index g1.",
	}, "\n")
	if v.Plain() != want {
		t.Errorf("the modal reads\n%s\nand not\n%s", v.Plain(), want)
	}
}

// TestWhyOfAPrivateAnswerIsTheAskersAlone forges the value of a button.
func TestWhyOfAPrivateAnswerIsTheAskersAlone(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	private := w.whisper(w.general, leadText)
	w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
		`{"type":"block_actions","user":{"id":%q},"trigger_id":"1.1.1","channel":{"id":%q},"container":{"message_ts":%q,"channel_id":%q},
		"actions":[{"action_id":"why","value":%q,"action_ts":"1.0"}]}`, ben.ID, w.general.ID, private.TS, w.general.ID, valueOf(t, private, "why"))))
	w.settled()
	if _, open := w.Modal(ben); open {
		t.Error("somebody else sees a private answer")
	}
	told := w.Ephemerals(w.general, ben)
	if len(told) != 1 || told[0].Plain() != "I no longer have that answer. Please ask again." {
		t.Errorf("ben reads %v", told)
	}
}

// valueOf is the value of a message's button.
func valueOf(t *testing.T, m slackemu.Message, action string) string {
	t.Helper()
	var blocks []struct {
		Elements []struct {
			ActionID string `json:"action_id"`
			Value    string `json:"value"`
		} `json:"elements"`
	}
	if err := json.Unmarshal(m.Blocks, &blocks); err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks {
		for _, e := range b.Elements {
			if e.ActionID == action {
				return e.Value
			}
		}
	}
	t.Fatalf("no button %q in %s", action, m.Blocks)
	return ""
}

// asksAPerson asks a person, and confirms that the question may be posted.
func (w *world) asksAPerson(m slackemu.Message) {
	w.t.Helper()
	w.click(w.ann, m, "person")
	w.submit(w.ann, w.modal(w.ann, "Ask a person", "with my answer and your name"), nil)
}

func TestAskAPerson(t *testing.T) {
	var help slackemu.Channel
	w := prepare(t, slackemu.Options{})
	help = w.AddChannel("help", w.ann)
	cfg := w.config()
	cfg.HelpChannel = help.ID
	w.run(cfg)
	w.must(w.WaitConnected(w.ctx, 1))

	q := w.mention("Where can I park?")
	r := w.reply(q)
	expect(t, r, "My documents don't say anything about parking.", "[Ask a person] [What is a TPM?] [Why no answer]")
	w.must(w.log.wait(w.ctx, "msg=answered")) // nobody clicks while the answer is still being kept
	w.asksAPerson(r)
	w.whisper(w.general, "I've passed your question on.")
	plea := w.said(help)[0]
	if want := "@" + w.ann.ID + " wants to ask a person: Where can I park?\nI found no answer in my documents.\n" +
		"It was asked in a channel. Reply in this thread and I'll pass it on.\n[Open the thread]"; plea.Plain() != want {
		t.Errorf("the help channel reads\n%s", plea.Plain())
	}
	if !strings.Contains(plea.Text, q.TS[:10]) || !strings.Contains(string(plea.Blocks), `"url":"https://`) {
		t.Errorf("no link to the thread: %s", plea.Text)
	}
	w.click(w.ann, plea, "open")
	w.click(w.ann, r, "person")
	w.whisper(w.general, "This question is already in the help channel.")

	w.Command(w.general, w.ann, "/career", "Where can I park?")
	w.asksAPerson(w.whisper(w.general, "You asked: Where can I park?"))
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(help)) == 2 }))
	if p := w.said(help)[1].Plain(); !strings.Contains(p, "It was asked in private.") || strings.Contains(p, "[Open") {
		t.Errorf("of a private question: %s", p)
	}
}

func TestAHelpChannelWithoutTheBotIsToldPlainly(t *testing.T) {
	w := start(t, slackemu.Options{}, func(c *bot.Config) { c.HelpChannel = "C0NOWHERE" })
	r := w.reply(w.mention("What is a TPM?"))
	w.asksAPerson(r)
	w.told(w.ann, "I can't post in the help channel.")
	w.asksAPerson(r) // it was not passed on, so it can be tried again
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(w.OpenDM(w.ann))) == 2 }))
}

func TestTheMessageShortcutAnswersInPrivate(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	root := w.Say(w.general, ben, "I wonder.")
	m := w.Reply(w.general, ben, root.TS, "What is a TPM?")
	w.MessageShortcut(w.ann, m, "ask")
	private := w.whisper(w.general, leadText)
	expect(t, private, "You asked: What is a TPM?", leadText, pointText, sourceText)
	if private.ThreadTS != root.TS {
		t.Errorf("answered in thread %q, not in %q", private.ThreadTS, root.TS)
	}
	if n := len(w.said(w.general)) + len(w.Ephemerals(w.general, ben)); n != 0 {
		t.Errorf("others read %d messages", n)
	}
}

func TestOldButtonsGetASentence(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for i, payload := range []string{
		`{"type":"block_actions","actions":[{"action_id":"no_such","value":"x","action_ts":"1.0"}],`,
		`{"type":"view_submission","view":{"id":"V1","hash":"h","callback_id":"no_such"},`,
		`{"type":"message_action","callback_id":"no_such","action_ts":"2.0",`,
		`{"type":"block_actions","actions":[{"action_id":"vote","value":"sideways","action_ts":"3.0"}],`,
	} {
		w.Deliver("interactive", json.RawMessage(fmt.Sprintf(`%s"user":{"id":%q},"trigger_id":"%d.1.1","channel":{"id":%q}}`, payload, w.ann.ID, i, w.general.ID)))
	}
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.Ephemerals(w.general, w.ann)) == 4 }))
	for _, m := range w.Ephemerals(w.general, w.ann) {
		expect(t, m, "That button is from an earlier version of me and no longer works. Please ask again.")
	}
}

// TestALateTriggerIsTold: Slack lets a modal be opened only for three seconds.
func TestALateTriggerIsTold(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	r := w.reply(w.mention("What is a TPM?"))
	w.FailError("views.open", 1, "expired_trigger_id")
	w.click(w.ann, r, "why")
	w.whisper(w.general, "That took too long to open. Please click again.")
}

func TestAnInvitationIsAnsweredOnce(t *testing.T) {
	w := start(t, everywhere(), nil)
	for range 2 {
		w.RemoveBot(w.general)
		w.Join(w.general, w.BotUser())
	}
	w.Join(w.general, w.AddUser("ben"))
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return strings.HasPrefix(m.Plain(), "Hello!") })
	w.must(err)
	expect(t, m, "Hello! I answer career questions from documents, and tell you where I found each answer. "+
		"Mention me with a question, or type /career to ask in private. I only speak when I'm asked.",
		"[What is a TPM?] [PM vs TPM?]")
	w.settled()
	hellos := 0
	for _, m := range w.said(w.general) {
		if strings.HasPrefix(m.Plain(), "Hello!") {
			hellos++
		}
	}
	if hellos != 1 {
		t.Errorf("introduced %d times", hellos)
	}
}

func TestAnInvitationToAPrivateChannel(t *testing.T) {
	w := start(t, everywhere(), nil)
	secret := w.AddPrivateChannel("secret", w.ann)
	w.RemoveBot(secret)
	w.Join(secret, w.BotUser())
	w.must(w.WaitFor(w.ctx, func() bool { return w.count(secret, "Hello") > 0 }))
}
