package bot_test

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

// everywhere also hears what is said in channels, as the manifest asks for.
func everywhere() slackemu.Options {
	return slackemu.Options{Subscriptions: bot.Events(), Scopes: bot.Scopes()}
}

func TestAThreadGoesOnWithoutAMention(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.mention("PM vs TPM?")
	w.reply(q)
	r := w.reply(w.Reply(w.general, w.ann, q.TS, "What is a TPM?"))
	expect(t, r, leadText, pointText, sourceText)
	if r.ThreadTS != q.TS {
		t.Errorf("answered in thread %q, not in %q", r.ThreadTS, q.TS)
	}
	asked := w.engine.questions()
	if last := asked[len(asked)-1]; len(last.Earlier) != 0 && last.Text != "What is a TPM?" {
		t.Errorf("the engine was asked %+v", last)
	}
	found := false
	for _, q := range asked {
		found = found || q.Text == "What is a TPM?" && strings.Join(q.Earlier, "|") == "PM vs TPM?"
	}
	if !found {
		t.Errorf("the follow-up does not know the question before: %+v", asked)
	}
}

func TestAThreadGoesOnAfterARestart(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.mention("PM vs TPM?")
	w.reply(q)
	w.settled()
	w.run(w.config())
	w.must(w.log.wait(w.ctx, "connected to Slack"))
	r := w.reply(w.Reply(w.general, w.ann, q.TS, "What is a TPM?"))
	expect(t, r, leadText, pointText, sourceText)
}

func TestTalkInAThreadIsLeftAlone(t *testing.T) {
	w := start(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	q := w.mention("What is a TPM?")
	w.reply(q)
	for _, text := range []string{
		"thanks",
		"I applied yesterday, wish me luck", // asks nothing
		ben.Mention() + " did you see that one",
		ben.Mention() + " where can I park?", // this asks somebody else, and the documents are silent
	} {
		w.Reply(w.general, w.ann, q.TS, text)
	}
	w.settled()
	if n := len(w.said(w.general)); n != 1 {
		t.Errorf("the bot wrote %d messages, want 1: %v", n, w.said(w.general))
	}
}

// TestInAThreadOnlyAnswersAreSaid: a message that is not addressed to the advisor is answered,
// whoever wrote it, if the engine takes it for a question that the documents answer. If they are
// silent, so is the advisor; anyone who wants to be told so can mention it.
func TestInAThreadOnlyAnswersAreSaid(t *testing.T) {
	w := start(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	q := w.mention("What is a TPM?")
	w.reply(q)
	w.Reply(w.general, ben, q.TS, "are you free at 5?")
	r := w.reply(w.Reply(w.general, ben, q.TS, "How do I become a TPM?"))
	if !strings.HasPrefix(r.Plain(), "There are three steps.") {
		t.Errorf("ben reads %s", r.Plain())
	}
	w.Reply(w.general, ben, q.TS, "Where can I park?")
	w.Reply(w.general, w.ann, q.TS, "Where can I park?")
	r = w.reply(w.Reply(w.general, ben, q.TS, w.BotUser().Mention()+" Where can I park?"))
	if !strings.HasPrefix(r.Plain(), "My documents don't say") {
		t.Errorf("ben reads %s", r.Plain())
	}
	w.settled()
	if n := len(w.said(w.general)); n != 3 {
		t.Errorf("the bot wrote %d messages, want 3", n)
	}
	var heard []string
	for _, asked := range w.engine.questions() {
		if asked.Heard {
			heard = append(heard, asked.Text)
		}
	}
	slices.Sort(heard)
	if want := []string{"How do I become a TPM?", "Where can I park?", "Where can I park?", "are you free at 5?"}; !slices.Equal(heard, want) {
		t.Errorf("heard were %q, want %q", heard, want)
	}
}

func TestOtherThreadsAreNeverTouched(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.Say(w.general, w.ann, "What is a TPM?")
	w.Reply(w.general, w.ann, root.TS, "What is a TPM?")
	between := w.AddPrivateChannel("secret", w.ann)
	w.Say(between, w.ann, "What is a TPM?")
	w.settled()
	if n := len(w.said(w.general)) + len(w.said(between)); n != 0 {
		t.Errorf("the bot wrote %d messages", n)
	}
	if n := len(w.engine.questions()); n != 0 {
		t.Errorf("the engine was asked %d times", n)
	}
}

func TestAPrivateAnswerMakesNoThreadTheAdvisors(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.Say(w.general, w.ann, "PM vs TPM?")
	reply := w.Reply(w.general, w.ann, root.TS, "What is a TPM?")
	w.MessageShortcut(w.ann, reply, "ask")
	w.whisper(w.general, leadText)
	w.Reply(w.general, w.ann, root.TS, "How do I become a TPM?")
	w.settled()
	if n := len(w.said(w.general)); n != 0 {
		t.Errorf("the bot wrote %d messages that everybody sees", n)
	}
}
