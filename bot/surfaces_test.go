package bot_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/blockkit"
)

const (
	leadText   = "A technical product manager bridges technology and business goals."
	pointText  = "They translate technical concepts into clear directives."
	sourceText = "Source: Technical Product Manager › What it is"
)

func TestCommandIsAnsweredToTheAskerAlone(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.RemoveBot(w.general)
	friend := w.AddUser("ben")
	w.Join(w.general, friend)
	between := w.AddPrivateChannel("secret", w.ann)
	w.RemoveBot(between)
	for _, ch := range []slackemu.Channel{w.general, between, w.dm} {
		w.Command(ch, w.ann, "/career", "What is a TPM?")
		expect(t, w.whisper(ch, leadText), "You asked: What is a TPM?", leadText, pointText, sourceText)
		if others := append(w.said(ch), w.Ephemerals(ch, friend)...); len(others) > 0 {
			t.Errorf("others read %v", others)
		}
	}
	for _, c := range w.Calls() {
		if strings.HasPrefix(c.Method, "chat.") {
			t.Errorf("a command called %s", c.Method)
		}
	}
}

func TestCommandEchoesWhatWasTyped(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", blockkit.Typed(`is <!channel> a *PM* & <@U1> or _not_?`))
	expect(t, w.whisper(w.general, "You asked"),
		"You asked: is <!channel> a *PM* & <@U1> or _not_?",
		"My documents don't say anything about parking.",
		"[What is a TPM?] [Why no answer]")
	if got := w.engine.questions()[0].Text; got != `is <!channel> a *PM* & <@U1> or _not_?` {
		t.Errorf("the engine was asked %q", got)
	}
}

func TestCommandWithoutAQuestionGetsHelp(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", "")
	expect(t, w.whisper(w.general, "Hello!"),
		"Hello! I answer career questions from documents and tell you where I found each answer.",
		"• /career and a question: only you see the answer, and you can share it. In a channel or thread, mention me; in a direct message, just write",
		"• /career fit: twelve statements about what you like, compared with what my documents say about each role",
		"• /career interview: practise an interview, one question at a time; add a role if you like",
		"• /career forget me: delete what I keep about you",
		"• Ask the advisor: in any message's menu, answers the question in it; only you see the answer",
		"[PM vs TPM?]")
	w.Command(w.dm, w.ann, "/career", " help ")
	w.whisper(w.dm, "You asked: help")
}

func TestCommandOfAnotherName(t *testing.T) {
	w := start(t, slackemu.Options{Commands: []string{"/career", "/jobs"}}, func(c *bot.Config) { c.Command = "/jobs" })
	w.Command(w.general, w.ann, "/career", "What is a TPM?")
	expect(t, w.whisper(w.general, "I answer"), "I answer to /jobs here, not to /career. Try: /jobs PM vs TPM?")
	w.Command(w.general, w.ann, "/jobs", "What is a TPM?")
	w.whisper(w.general, leadText)
}

func TestDirectMessageIsAnsweredInTheConversation(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for _, c := range []struct {
		question string
		want     []string
	}{ // first the one that suggests a question asked below, since none is suggested twice
		{"Where can I park?", []string{"My documents don't say anything about parking.", "[What is a TPM?] [Why no answer]"}},
		{"What is a TPM?", []string{leadText, pointText, sourceText}},
		{"PM vs TPM?", []string{
			"Both own a product; they look at it from different sides.",
			" \tProduct Manager\tTechnical Product Manager",
			"Focus\tMarket and customers [1]\tTechnical feasibility [1, 2]",
			"Background\t–\tEngineering [2]",
			"The basics: Some say that the two are the same. [2]",
			"2 sources", "[1] Roles compared › PM and TPM", "[2] Technical Product Manager › What it is",
		}},
		{"How do I become a TPM?", []string{
			"There are three steps.",
			"1. Learn the basics: Build something. [1]",
			"2. Lead a small project. [1]",
			"3. Apply [2]",
			"2 sources", "[1] Technical Product Manager › What it is", "[2] Pay › By level › Senior",
		}},
		{"What does a TPM do?", []string{
			"• Market Research: Find out what customers need.",
			"• Roadmap: Keep it current.",
			sourceText,
		}},
		{"How much?", []string{
			"Which role do you mean?",
			"[What does a Product Manager earn?] [What does a Technical Product Manager earn?]",
		}},
		{"thanks", []string{"Hello! I answer career questions from documents and tell you where I found each answer."}},
	} {
		r := w.reply(w.Say(w.dm, w.ann, c.question))
		expect(t, r, c.want...)
		if r.ThreadTS != "" {
			t.Errorf("%s was answered in a thread", c.question)
		}
		if r.Text == "" {
			t.Errorf("%s has no text for notifications", c.question)
		}
	}
}

func TestDirectMessageInAThreadIsAnsweredThere(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	first := w.Say(w.dm, w.ann, "What is a TPM?")
	w.reply(first)
	r := w.reply(w.Reply(w.dm, w.ann, first.TS, "PM vs TPM?"))
	if r.ThreadTS != first.TS || !strings.Contains(r.Plain(), "Both own a product") {
		t.Errorf("the answer stands in thread %q: %s", r.ThreadTS, r.Plain())
	}
}

func TestMentionIsAnsweredInAThread(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for _, ask := range []string{
		w.BotUser().Mention() + " What is a TPM?",
		w.BotUser().Mention() + ": What is a TPM?",
		"What is a TPM? " + w.BotUser().Mention(),
	} {
		q := w.Say(w.general, w.ann, ask)
		r := w.reply(q)
		expect(t, r, leadText, pointText, sourceText)
		if r.ThreadTS != q.TS {
			t.Errorf("answered in thread %q, not below %q", r.ThreadTS, q.TS)
		}
	}
	help := w.reply(w.Say(w.general, w.ann, w.BotUser().Mention()))
	if !strings.HasPrefix(help.Plain(), "Hello!") {
		t.Errorf("an empty mention reads %q", help.Plain())
	}
}

func TestMentionInAThreadIsAnsweredThere(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	root := w.Say(w.general, w.ann, "I wonder about roles.")
	r := w.reply(w.Reply(w.general, w.ann, root.TS, w.BotUser().Mention()+" What is a TPM?"))
	if r.ThreadTS != root.TS {
		t.Errorf("answered in thread %q, not in %q", r.ThreadTS, root.TS)
	}
	if got := w.said(w.general); len(got) != 1 {
		t.Errorf("the bot wrote %d messages", len(got))
	}
}

func TestFollowUpsKnowTheEarlierQuestions(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	direct := w.Say(w.dm, w.ann, "What is a TPM?")
	w.reply(direct)
	w.reply(w.Say(w.dm, w.ann, "thanks"))
	w.reply(w.Say(w.dm, w.ann, "And the pay?"))
	w.reply(w.Reply(w.dm, w.ann, direct.TS, "And the skills?"))

	asked := w.mention("PM vs TPM?")
	w.reply(asked)
	w.reply(w.Reply(w.general, w.ann, asked.TS, w.BotUser().Mention()+" Which pays more?"))
	w.reply(w.mention("Something else?"))

	got := map[string][]string{}
	for _, q := range w.engine.questions() {
		got[q.Text] = q.Earlier
		if q.Asker != w.ann.ID {
			t.Errorf("%q was asked by %q", q.Text, q.Asker)
		}
	}
	want := map[string][]string{
		"What is a TPM?":   nil,
		"thanks":           {"What is a TPM?"},
		"And the pay?":     {"What is a TPM?"},
		"And the skills?":  {"What is a TPM?"},
		"PM vs TPM?":       nil,
		"Which pays more?": {"PM vs TPM?"},
		"Something else?":  nil,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("earlier questions (-want +got):\n%s", diff)
	}
}

func TestNothingPings(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Command(w.general, w.ann, "/career", "hostile")
	answers := []slackemu.Message{
		w.whisper(w.general, "You asked: hostile"),
		w.reply(w.Say(w.dm, w.ann, "hostile")),
		w.reply(w.mention("hostile")),
		w.reply(w.mention("<!channel> <!here> " + w.ann.Mention() + " What?")),
	}
	w.Command(w.general, w.ann, "/career", "<!channel> <!here> "+w.ann.Mention()+" What?")
	answers = append(answers, w.whisper(w.general, "You asked: @channel @here @"))
	for i, m := range answers {
		if len(m.Pings) > 0 {
			t.Errorf("message %d pings %v", i, m.Pings)
		}
		if i < 3 && !strings.Contains(m.Plain(), "<!channel> <@U000001> @here *bold*") {
			t.Errorf("message %d does not show the document's text: %s", i, m.Plain())
		}
	}
}
