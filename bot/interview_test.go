package bot_test

import (
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

func areasOf() []knowledge.Area {
	return []knowledge.Area{
		{Name: "Conflict management", Ask: "Tell me about a conflict that you settled.",
			Says: []knowledge.Point{{Text: "Interviewers look for conflict management.", Cites: []int{0}}}, Cited: []knowledge.Citation{interviews}},
		{Name: "Strategy", Ask: "How do you decide what comes first?",
			Says:  []knowledge.Point{{Text: "Show that you can plan.", Cites: []int{0}}, {Text: "Strategy counts for more with seniors.", Cites: []int{1}}},
			Cited: []knowledge.Citation{interviews, pay}},
		{Name: "Time management", Ask: "How do you keep to a date?",
			Says: []knowledge.Point{{Text: "They ask about time management.", Cites: []int{0}}}, Cited: []knowledge.Citation{interviews}},
	}
}

const (
	firstQuestion  = "Question 1 of 3 · Conflict management\nTell me about a conflict that you settled.\n[Skip] [Stop]"
	firstTold      = "Thank you. Here is what my documents say about “Conflict management”. See how much of it you covered:\nInterviewers look for conflict management.\nSource: Technical Product Manager › The interview\n[Next question] [Stop]"
	secondQuestion = "Question 2 of 3 · Strategy\nHow do you decide what comes first?\n[Skip] [Stop]"
	secondTold     = "Thank you. Here is what my documents say about “Strategy”. See how much of it you covered:\n• Show that you can plan. [1]\n• Strategy counts for more with seniors. [2]\n" +
		"2 sources\n[1] Technical Product Manager › The interview\n[2] Pay › By level › Senior\n[Next question] [Stop]"
	thirdQuestion = "Question 3 of 3 · Time management\nHow do you keep to a date?\n[Finish]"
	afterwards    = "You can ask me about any of them in this thread. /career interview starts a new one."
)

// interview starts an interview by command and returns the message at the top of its thread.
func (w *world) interview(text string) slackemu.Message {
	w.t.Helper()
	w.library.areas, w.library.contents.Roles = areasOf(), rolesKnown()
	w.Command(w.general, w.ann, "/career", text)
	root, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.Channel == w.dm.ID && strings.HasPrefix(m.Plain(), "Interview practice: ")
	})
	w.must(err)
	return root
}

// inThread waits for the bot's n-th message in a thread, not counting the root, and compares it.
func (w *world) inThread(root slackemu.Message, n int, want string) slackemu.Message {
	w.t.Helper()
	said := func() []slackemu.Message {
		var all []slackemu.Message
		for _, m := range w.Thread(w.dm, root.TS) {
			if m.FromBot() && m.TS != root.TS {
				all = append(all, m)
			}
		}
		return all
	}
	if err := w.WaitFor(w.ctx, func() bool { return len(said()) >= n }); err != nil {
		w.t.Fatalf("the bot said %d things, not %d: %v\nlog:\n%s", len(said()), n, err, w.log)
	}
	m := said()[n-1]
	if m.Plain() != want {
		w.t.Errorf("the person reads\n%s\nand not\n%s", m.Plain(), want)
	}
	return m
}

func TestAnInterviewIsPractised(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.interview("Interview")
	expect(t, root, "Interview practice: Technical Product Manager",
		"I'll ask you 3 questions, one at a time, about what my documents say interviewers look for. Answer in this thread as you would there, "+
			"and I'll show you what the documents say. I don't grade, and I don't keep what you write.",
		"Say “next” to move on or “stop” to end it, at any time.")
	w.whisper(w.general, "I've sent you a message. The interview for “Technical Product Manager” is waiting for you in Messages, in its thread.")
	w.inThread(root, 1, firstQuestion)
	w.Reply(w.dm, w.ann, root.TS, "I let both of them speak. Isn't that enough?")
	told := w.inThread(root, 2, firstTold)
	w.Reply(w.dm, w.ann, root.TS, "And one more thing.")
	w.inThread(root, 3, "Thank you. Shall we go on?\n[Next question] [Stop]")
	w.click(w.ann, told, "practice:next")
	w.inThread(root, 4, secondQuestion)
	w.click(w.ann, told, "practice:next") // leads on once
	behind, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == w.ann.ID && m.Plain() == "We've moved on from that question. Please answer the latest one."
	})
	w.must(err)
	if behind.ThreadTS != root.TS {
		t.Errorf("said in thread %q", behind.ThreadTS)
	}
	w.Reply(w.dm, w.ann, root.TS, "I plan.")
	w.inThread(root, 5, secondTold)
	w.Reply(w.dm, w.ann, root.TS, " Next! ")
	w.inThread(root, 6, thirdQuestion)
	w.Reply(w.dm, w.ann, root.TS, "skip")
	end := w.inThread(root, 7, "That was the interview. We went through:\n• Conflict management\n• Strategy\n• Time management\n"+afterwards)
	w.click(w.ann, told, "practice:stop")
	_, err = w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == w.ann.ID && m.Plain() == "This interview is over. Start a new one with /career interview."
	})
	w.must(err)
	if len(w.engine.questions()) != 0 {
		t.Errorf("the engine was asked %v", w.engine.questions())
	}
	// Anything written in the thread now is a question again.
	r := w.reply(w.Reply(w.dm, w.ann, root.TS, "What is a TPM?"))
	expect(t, r, leadText, pointText, sourceText)
	if r.TS <= end.TS {
		t.Error("the question was not answered")
	}
}

func TestAnInterviewIsStopped(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.interview("interview for a tpm")
	q := w.inThread(root, 1, firstQuestion)
	w.click(w.ann, q, "practice:stop")
	w.inThread(root, 2, "Let's stop here. Of the 3 questions, we went through these:\n• Conflict management\n"+afterwards)
	p, err := w.memory.Practice(w.ctx, w.dm.ID, root.TS)
	w.must(err)
	if p.Owner != w.ann.ID || p.Role != "Technical Product Manager" {
		t.Errorf("kept: %+v", p)
	}
}

// TestAnInterviewGoesOnAfterARestart, since everything it needs is in the memory.
func TestAnInterviewGoesOnAfterARestart(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.interview("interview")
	w.inThread(root, 1, firstQuestion)
	w.Reply(w.dm, w.ann, root.TS, "I let them speak.")
	told := w.inThread(root, 2, firstTold)
	w.settled()
	w.library.areas = nil // the documents have changed
	w.run(w.config())
	w.must(w.log.wait(w.ctx, "connected to Slack"))
	w.click(w.ann, told, "practice:next")
	w.inThread(root, 3, secondQuestion)
	w.Reply(w.dm, w.ann, root.TS, "I plan.")
	w.inThread(root, 4, secondTold)
}

// TestAStepOfAnInterviewIsTakenOnce: a process dies after going on but before noting that, or even
// before saving where it is.
func TestAStepOfAnInterviewIsTakenOnce(t *testing.T) {
	for _, c := range []struct {
		word, want string
		absent     bool
	}{
		{"next", secondQuestion, false}, {"next", secondQuestion, true},
		{"I let them speak.", firstTold, false}, {"I let them speak.", firstTold, true},
	} {
		w := start(t, everywhere(), nil)
		root := w.interview("interview")
		w.inThread(root, 1, firstQuestion)
		w.settled()
		w.memory.dying.Store(true)
		w.memory.absent.Store(c.absent)
		w.run(w.config())
		w.must(w.log.wait(w.ctx, "connected to Slack"))
		w.Reply(w.dm, w.ann, root.TS, c.word)
		w.inThread(root, 2, c.want)
		w.settled()
		w.memory.dying.Store(false)
		w.memory.absent.Store(false)
		w.run(alone(w.config()))
		w.must(w.log.wait(w.ctx, "connected to Slack"))
		w.settled()
		if n := len(w.Thread(w.dm, root.TS)); n != 4 { // with the root and what ann wrote
			t.Errorf("%+v: %d messages in the thread", c, n)
		}
		p, err := w.memory.Practice(w.ctx, w.dm.ID, root.TS)
		w.must(err)
		if next := c.word == "next"; p.Told == next || (p.At == 1) != next {
			t.Errorf("%+v: the interview is at %d, told %t", c, p.At, p.Told)
		}
	}
}

func TestOnlyTheOwnerPractises(t *testing.T) {
	w := start(t, everywhere(), nil)
	root := w.interview("interview")
	q := w.inThread(root, 1, firstQuestion)
	ben := w.AddUser("ben")
	w.click(ben, q, "practice:next")
	told, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return m.EphemeralTo == ben.ID })
	w.must(err)
	expect(t, told, "I no longer have that interview. Start a new one with /career interview.")
	p, err := w.memory.Practice(w.ctx, w.dm.ID, root.TS)
	w.must(err)
	if p.At != 0 || p.Ended {
		t.Errorf("somebody else led on: %+v", p)
	}
}

func TestDocumentsWithoutInterviewsSaySo(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.Command(w.general, w.ann, "/career", "interview")
	w.whisper(w.general, "My documents don't say what interviewers for “Technical Product Manager” ask about, so I have nothing to practise with.")
}

// TestQuestionsAreNotTakenForCommands: anyone who writes a question gets an answer.
func TestQuestionsAreNotTakenForCommands(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.areas, w.library.contents.Roles = areasOf(), rolesKnown()
	for _, q := range []string{"fit for a TPM?", "interview for a TPM?", "interview questions", "fit tpm", "forget me not", "interview for an astronaut"} {
		w.Command(w.general, w.ann, "/career", q)
		w.whisper(w.general, "You asked: "+q)
	}
}

func TestAnAnswerOnInterviewsOffersPractice(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.areas = areasOf()
	r := w.reply(w.mention("What do interviewers ask?"))
	if !strings.Contains(r.Plain(), "[Practise an interview]") {
		t.Fatalf("not offered: %s", r.Plain())
	}
	w.click(w.ann, r, "interview")
	w.whisper(w.general, "I've sent you a message")
	if r := w.reply(w.mention("What is a TPM?")); strings.Contains(r.Plain(), "[Practise") {
		t.Errorf("offered below another answer: %s", r.Plain())
	}
}

func TestAHostileInterviewFormatsNothing(t *testing.T) {
	w := start(t, everywhere(), nil)
	bait := hostile().Lead
	areas := []knowledge.Area{{Name: bait, Ask: bait + strings.Repeat(" long", 2000), Says: []knowledge.Point{{Text: bait, Label: bait, Cites: []int{0}}}, Cited: hostile().Citations}}
	root := w.interview("interview")
	w.inThread(root, 1, firstQuestion)
	p, err := w.memory.Practice(w.ctx, w.dm.ID, root.TS)
	w.must(err)
	p.Areas = areas
	w.must(w.memory.SavePractice(w.ctx, p))
	w.Reply(w.dm, w.ann, root.TS, "<!channel> hello")
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.Thread(w.dm, root.TS)) == 4 }))
	w.Reply(w.dm, w.ann, root.TS, "stop")
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.Thread(w.dm, root.TS)) == 6 }))
	for _, m := range w.said(w.dm) {
		if len(m.Pings) > 0 {
			t.Errorf("pings %v: %s", m.Pings, m.Plain())
		}
	}
}

// TestAnInterviewThatIsGoneGetsASentence, as its time was up.
func TestAnInterviewThatIsGoneGetsASentence(t *testing.T) {
	w := start(t, everywhere(), nil)
	q := w.inThread(w.interview("interview"), 1, firstQuestion)
	w.must(w.memory.Store.Prune(w.ctx, time.Now().Add(time.Hour), time.Time{}))
	w.click(w.ann, q, "practice:next")
	_, err := w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == w.ann.ID && m.ThreadTS == q.ThreadTS && m.Plain() == "I no longer have that interview. Start a new one with /career interview."
	})
	w.must(err)
}

func TestTheHomeTabLeadsToFitCheckAndInterview(t *testing.T) {
	w := start(t, everywhere(), func(c *bot.Config) { c.Command = "/advise" })
	w.library.areas = areasOf()
	w.OpenHome(w.ann)
	home, err := w.WaitHome(w.ctx, w.ann, func(v slackemu.View) bool {
		return strings.Contains(v.Plain(), "[Fit check]") && strings.Contains(v.Plain(), "or type /advise to ask")
	})
	w.must(err)
	_, err = w.ClickView(w.ann, home, "fit")
	w.must(err)
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "fit" })
	w.must(err)
	w.CloseView(w.ann, v)
	_, err = w.ClickView(w.ann, home, "interview")
	w.must(err)
	_, err = w.Wait(w.ctx, func(m slackemu.Message) bool {
		return m.Channel == w.dm.ID && m.Plain() == firstQuestion
	})
	w.must(err)
	w.modal(w.ann, "Interview practice", "is waiting for you in Messages")
	if n := len(w.said(w.dm)); n != 2 { // the beginning of the thread, and the question
		t.Errorf("%d messages", n)
	}
}
