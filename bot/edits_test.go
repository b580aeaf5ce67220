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

// now waits until a message says what it should.
func (w *world) now(m slackemu.Message, text string) slackemu.Message {
	w.t.Helper()
	got, err := w.Wait(w.ctx, func(n slackemu.Message) bool {
		return n.Channel == m.Channel && n.TS == m.TS && strings.Contains(n.Plain(), text)
	})
	w.must(err)
	return got
}

func TestAnEditedQuestionIsAnsweredInPlace(t *testing.T) {
	w := start(t, everywhere(), nil)
	for _, q := range []slackemu.Message{w.Say(w.dm, w.ann, "PM vs TPM?"), w.mention("PM vs TPM?")} {
		r := w.reply(q)
		w.Edit(q, strings.Replace(q.Text, "PM vs TPM?", "What is a TPM?", 1))
		expect(t, w.now(r, leadText), leadText, pointText, sourceText)
	}
	w.settled()
	if d, g := len(w.said(w.dm)), len(w.said(w.general)); d != 1 || g != 1 {
		t.Errorf("%d and %d messages", d, g)
	}
}

func TestAnEditChangesHowManyMessagesTheAnswerHas(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.Say(w.dm, w.ann, "What is a TPM?")
	first := w.reply(q)
	long := w.Edit(q, "long list")
	w.must(w.WaitFor(w.ctx, func() bool {
		all := w.said(w.dm)
		return len(all) > 3 && strings.Contains(all[len(all)-1].Plain(), "w5999.")
	}))
	w.Edit(long, "PM vs TPM?")
	w.now(first, "Both own a product")
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(w.dm)) == 1 }))
}

func TestAnEditThatChangesNothingIsIgnored(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.Say(w.dm, w.ann, "What is a TPM?")
	w.reply(q)
	w.Edit(q, "What is a TPM? ")
	w.Edit(w.Say(w.general, w.ann, "Hi all"), "What is a TPM?") // nobody asked the advisor
	w.settled()
	if n := len(w.said(w.dm)) + len(w.said(w.general)); n != 1 {
		t.Errorf("%d messages", n)
	}
	for _, c := range w.Calls() {
		if c.Method == "chat.update" {
			t.Error("an answer was updated")
		}
	}
}

func TestADeletedQuestionTakesItsAnswerAlong(t *testing.T) {
	w := start(t, everywhere(), nil)
	direct, root := w.Say(w.dm, w.ann, "What is a TPM?"), w.mention("What is a TPM?")
	talk := w.Say(w.general, w.ann, "I wonder about roles.")
	reply := w.Reply(w.general, w.ann, talk.TS, w.BotUser().Mention()+" What is a TPM?")
	for _, q := range []slackemu.Message{direct, root, reply} {
		w.reply(q)
		w.Delete(q)
	}
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(w.dm)) == 0 && len(w.said(w.general)) == 0 }))
	w.settled()
	if _, err := w.memory.TurnAt(w.ctx, direct.Channel, direct.TS); err == nil {
		t.Error("the turn is kept")
	}
}

func TestAnAnswerWithRepliesStays(t *testing.T) {
	w := start(t, everywhere(), nil)
	ben := w.AddUser("ben")
	w.Join(w.general, ben)
	q := w.mention("What is a TPM?")
	w.reply(q)
	w.Reply(w.general, ben, q.TS, "I did not know that")
	direct := w.Say(w.dm, w.ann, "What is a TPM?")
	r := w.reply(direct)
	w.Reply(w.dm, w.ann, r.TS, "thanks")
	w.must(w.WaitIdle(w.ctx))
	w.Delete(q)
	w.Delete(direct)
	w.settled()
	if d, g := len(w.said(w.dm)), len(w.said(w.general)); d < 1 || g != 1 {
		t.Errorf("%d and %d answers are left", d, g)
	}
}

// TestAMentionThatIsEditedIn is answered, in a thread as anywhere else.
func TestAMentionThatIsEditedIn(t *testing.T) {
	for where, thread := range map[string]bool{"in the channel": false, "in a thread": true} {
		t.Run(where, func(t *testing.T) {
			w := start(t, everywhere(), nil)
			q := w.Say(w.general, w.ann, "What is a TPM?")
			if thread {
				q = w.Reply(w.general, w.ann, q.TS, "What is a TPM?")
			}
			w.must(w.WaitIdle(w.ctx))
			w.Edit(q, w.BotUser().Mention()+" What is a TPM?")
			w.settled()
			if n := len(w.said(w.general)); n != 1 {
				t.Errorf("%d answers", n)
			}
		})
	}
}

// TestAMentionThatIsEditedIntoAnAnsweredQuestion changes the answer and does not add another.
func TestAMentionThatIsEditedIntoAnAnsweredQuestion(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.mention("PM vs TPM?")
	w.reply(q)
	f := w.Reply(w.general, w.ann, q.TS, "What is a TPM?")
	r := w.reply(f)
	w.must(w.WaitIdle(w.ctx))
	w.Edit(f, w.BotUser().Mention()+" How do I become a TPM?")
	w.now(r, "There are three steps.")
	w.settled()
	if n := len(w.said(w.general)); n != 2 {
		t.Errorf("%d messages", n)
	}
}

// changed is the event that Slack sends when a message was edited.
func changed(q slackemu.Message, text, at string) json.RawMessage {
	message := map[string]any{
		"type": "message", "user": q.User, "text": text, "ts": q.TS, "thread_ts": q.ThreadTS,
		"edited": map[string]string{"user": q.User, "ts": at},
	}
	event, err := json.Marshal(map[string]any{
		"type": "message", "subtype": "message_changed", "channel": q.Channel, "channel_type": "im", "ts": at, "message": message,
	})
	if err != nil {
		panic(err)
	}
	return event
}

// TestAnOlderEditThatComesLateIsIgnored by the process that took the newer one, and by
// the next.
func TestAnOlderEditThatComesLateIsIgnored(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.Say(w.dm, w.ann, "PM vs TPM?")
	r := w.reply(q)
	w.DeliverEvent(changed(q, "What is a TPM?", "1700000002.000000"))
	w.now(r, leadText)
	w.DeliverEvent(changed(q, "PM vs TPM?", "1700000001.000000"))
	w.settled()
	expect(t, w.now(r, ""), leadText, pointText, sourceText)
	w.must(w.WaitFor(w.ctx, func() bool { return w.Connected() == 0 }))
	w.run(alone(w.config()))
	w.must(w.WaitConnected(w.ctx, 1))
	w.DeliverEvent(changed(q, "PM vs TPM? ", "1700000001.000000"))
	w.settled()
	expect(t, w.now(r, ""), leadText, pointText, sourceText)
}

// TestTwoEditsInASecondAreTwo: Slack tells the time of an edit in whole seconds.
func TestTwoEditsInASecondAreTwo(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.Say(w.dm, w.ann, "PM vs TPM?")
	r := w.reply(q)
	w.DeliverEvent(changed(q, "What is a TPM?", "1700000001.000000"))
	w.now(r, leadText)
	w.DeliverEvent(changed(q, "PM vs TPM?", "1700000001.000000"))
	w.DeliverEvent(changed(q, "What is a TPM?", "1700000001.000000")) // again
	w.must(w.WaitIdle(w.ctx))
	w.settled()
	if got := w.now(r, "").Plain(); !strings.Contains(got, "Both own a product") {
		t.Errorf("the second edit is not answered: %s", got)
	}
}

// TestManyEditsEndInTheLast: of several waiting edits the last one counts, and none is turned away.
func TestManyEditsEndInTheLast(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.UserRate = 5 })
	q := w.Say(w.dm, w.ann, "PM vs TPM?")
	r := w.reply(q)
	w.Fail("chat.update", 1, 429, time.Second) // so that the others have to wait for this one
	for i := range 30 {
		w.DeliverEvent(changed(q, fmt.Sprintf("PM vs TPM? %d", i), fmt.Sprintf("17000000%02d.000000", i)))
	}
	w.DeliverEvent(changed(q, "What is a TPM?", "1700000030.000000"))
	w.settled()
	expect(t, w.now(r, ""), leadText, pointText, sourceText)
	if n := len(w.CallsOf("chat.update")); n > 10 {
		t.Errorf("the answer was updated %d times", n)
	}
}
