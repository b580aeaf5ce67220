package bot_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

const parking = "Where can I park?"

// asks makes somebody ask in their direct messages.
func (w *world) asks(u slackemu.User, question string) slackemu.Message {
	w.t.Helper()
	r := w.reply(w.Say(w.OpenDM(u), u, question))
	w.must(w.log.wait(w.ctx, "turn="+turnIn(w.t, r))) // and remembered
	return r
}

// parkingIsKnown makes the stand-in for the engine answer from what has been published.
func (w *world) parkingIsKnown(questions ...string) {
	w.library.learn = func(e home.Entry) {
		for _, q := range questions {
			w.engine.learn(q, knowledge.Answer{
				Kind: knowledge.Answered, Lead: e.Answer, LeadCites: []int{0}, Shape: knowledge.Prose,
				Citations: []knowledge.Citation{{Doc: "answers/1.md", Title: e.Question}},
			})
		}
	}
}

// answering opens the modal in which ann answers the first question on the board.
func (w *world) answering(want ...string) slackemu.View {
	w.t.Helper()
	v := w.opened(w.ann, "[Answer this]")
	w.clickView(w.ann, v, act(w.t, v, "answer:", 0))
	return w.modal(w.ann, append(want, "Answer this", "[Publish]")...)
}

// TestAGapIsFilledFromWhatAnybodyMayRead: askers are told in their direct messages, where nothing is
// quoted that is kept to a channel.
func TestAGapIsFilledFromWhatAnybodyMayRead(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, _ *bot.Config) {
		w.must(w.memory.SaveSetting(w.ctx, "channel:"+w.general.ID, `{"docs":["hr/"],"kept":true}`))
	})
	w.parkingIsKnown(parking)
	w.asks(w.AddUser("ben"), parking)
	w.opened(w.ann, parking)
	w.submit(w.ann, w.answering(parking), map[string]string{"answer": "Behind the house."})
	w.told(w.ann, "I've told 1 person")
	w.engine.mu.Lock()
	defer w.engine.mu.Unlock()
	for _, q := range w.engine.again {
		if q.Scope.Allows("hr/pay.md", nil) {
			t.Errorf("%q is answered from what is kept to a channel", q.Text)
		}
	}
	if len(w.engine.again) == 0 {
		t.Error("nobody looked for the answer")
	}
}

func TestAGapIsFilled(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.parkingIsKnown(parking)
	ben, eve := w.AddUser("ben"), w.AddUser("eve")
	w.asks(ben, parking)
	w.asks(ben, parking)
	w.asks(eve, parking)
	w.opened(w.ann, parking+"\nAsked 3 times by 2 people")
	m := w.answering(parking, "Asked 3 times by 2 people")
	w.submit(w.ann, m, map[string]string{"answer": "Behind the house.\n\nBring <coins>.", "source": "The house rules"})

	w.told(w.ann, "Published as answers/1.md. I've told 2 people who had asked.") // and remembered what
	for _, u := range []slackemu.User{ben, eve} {
		r := w.told(u, "Now answered by ann.")
		expect(t, r, "You asked on "+time.Now().UTC().Format("2 January 2006")+": "+parking+" · Now answered by ann.",
			"Behind the house.\n\nBring <coins>.", "Source: "+parking)
		w.click(u, r, "vote", "up:"+turnIn(t, r)) // it is a turn like any other
		w.thanked(r)
		turn, err := w.memory.Turn(w.ctx, turnIn(t, r))
		w.must(err)
		if turn.Channel != w.OpenDM(u).ID || turn.Asker != u.ID || turn.Replies[0] != r.TS || turn.Question != parking {
			t.Errorf("the turn is %+v", turn)
		}
	}
	w.home(w.ann, "No open questions.")
	want := home.Entry{Question: parking, Answer: "Behind the house.\n\nBring <coins>.", Source: "The house rules", By: "ann", Owner: w.ann.ID}
	if len(w.library.published) != 1 || w.library.published[0] != want {
		t.Errorf("published %+v", w.library.published)
	}
	w.settled()
	n := 0
	for _, m := range w.said(w.OpenDM(ben)) {
		if strings.Contains(m.Plain(), "Now answered by") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("ben was told %d times", n)
	}
}

// TestAGapThatTheEngineStillLeavesOpen: the askers get the text itself, and the admin is told that
// asking does not lead to it.
func TestAGapThatTheEngineStillLeavesOpen(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	w.asks(ben, parking)
	w.submit(w.ann, w.answering(parking), map[string]string{"answer": "Behind the house.\n\nBring coins."})
	r := w.told(ben, "Now answered by ann.", "Behind the house.", "Bring coins.", "Source: "+parking)
	if !strings.Contains(r.Plain(), "Not helpful") {
		t.Errorf("no vote: %s", r.Plain())
	}
	w.told(w.ann, "Published as answers/1.md. I've told 1 person who had asked. But I still don't find it when I'm asked “"+parking+"”.")
	w.home(w.ann, "No open questions.")
}

// TestAnAnswerThatWasVotedDown: it is not enough for the engine to answer, it has to give the new
// answer.
func TestAnAnswerThatWasVotedDown(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	r := w.asks(ben, "What is a TPM?")
	w.click(ben, r, "vote", "down:"+turnIn(t, r))
	w.submit(ben, w.modal(ben, "Not helpful?"), map[string]string{"why": "It's out of date"})
	w.told(ben, "I've noted it")
	w.submit(w.ann, w.answering("What is a TPM?", "1 voted down · “It's out of date”"), map[string]string{"answer": "Somebody else by now."})
	r = w.told(ben, "Now answered by ann.")
	if !strings.Contains(r.Plain(), "Somebody else by now.") || strings.Contains(r.Plain(), leadText) {
		t.Errorf("ben reads %s", r.Plain())
	}
	w.told(w.ann, "I still don't find it")
}

func TestOfTwoAdminsTheSecondGetsTheirWordsBack(t *testing.T) {
	var eve slackemu.User
	w := startAs(t, slackemu.Options{}, func(w *world, c *bot.Config) {
		eve = w.AddUser("eve")
		c.Admins = append(c.Admins, eve.ID)
	})
	w.parkingIsKnown(parking)
	ben := w.AddUser("ben")
	w.asks(ben, parking)
	first := w.answering(parking)
	v := w.opened(eve, "[Answer this]")
	button := act(t, v, "answer:", 0)
	w.clickView(eve, v, button)
	second := w.modal(eve, "Answer this")
	w.submit(w.ann, first, map[string]string{"answer": "Behind the house."})
	w.submit(eve, second, map[string]string{"answer": "In the street.\n\nOr not."})
	w.told(w.ann, "I've told 1 person who had asked.")
	w.told(eve, "Somebody answered or dismissed that question while you were writing", "In the street.\n\nOr not.")
	w.clickView(eve, v, button) // the Home tab is an old one
	w.told(eve, "That question has already been answered or dismissed.")
	w.settled()
	if len(w.library.published) != 1 {
		t.Errorf("published %+v", w.library.published)
	}
	n := 0
	for _, m := range w.said(w.OpenDM(ben)) {
		if strings.Contains(m.Plain(), "Now answered by") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("ben was told %d times", n)
	}
}

func TestAGapIsDismissed(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	w.asks(ben, parking)
	v := w.opened(w.ann, "[Dismiss]")
	w.clickView(w.ann, v, act(t, v, "dismiss:", 0))
	w.home(w.ann, "No open questions.")
	w.settled()
	if n := len(w.said(w.OpenDM(ben))); n != 1 || len(w.library.published) > 0 {
		t.Errorf("ben reads %d messages; published %v", n, w.library.published)
	}
}

func TestAnAnswerThatCannotBeKept(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.library.err = &knowledge.Error{Say: "The disk is full, so I could not keep your answer.", Cause: errors.New("no space")}
	ben := w.AddUser("ben")
	w.asks(ben, parking)
	w.submit(w.ann, w.answering(parking), map[string]string{"answer": "Behind the house."})
	w.told(w.ann, "The disk is full, so I could not keep your answer.")
	w.opened(w.ann, parking+"\nAsked 1 time")
}

// TestTheBoardIsForAdmins forges every action of the board and its submission.
func TestTheBoardIsForAdmins(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	ben := w.AddUser("ben")
	turn := turnIn(t, w.asks(ben, parking))
	if v := w.opened(ben, "What I know"); strings.Contains(v.Plain(), "Gap board") {
		t.Errorf("ben sees the board: %s", v.Plain())
	}
	forged := 0
	forge := func(payload string) {
		forged++
		w.Deliver("interactive", json.RawMessage(fmt.Sprintf(`%s,"user":{"id":%q,"username":"ann"},"trigger_id":"%d.1.1"}`, payload, ben.ID, forged)))
	}
	for _, action := range []string{"answer", "answer:" + turn, "dismiss", "dismiss:" + turn, "board:on", "board"} {
		forge(fmt.Sprintf(`{"type":"block_actions","view":{"id":"V1","type":"home"},"actions":[{"action_id":%q,"value":%q,"action_ts":"1.%d"}]`, action, turn, forged))
	}
	forge(fmt.Sprintf(`{"type":"view_submission","view":{"id":"V2","hash":"1","callback_id":"answer","private_metadata":"%s\n{}",
		"state":{"values":{"answer":{"answer":{"type":"plain_text_input","value":"Mine."}}}}}`, turn))
	dm := w.OpenDM(ben)
	w.must(w.WaitFor(w.ctx, func() bool { return len(w.said(dm)) == 1+forged }))
	w.settled()
	for _, m := range w.said(dm)[1:] {
		expect(t, m, "Only the people who look after me can do that.")
	}
	if _, open := w.Modal(ben); open {
		t.Error("a modal opened")
	}
	if len(w.library.published) > 0 {
		t.Errorf("published %v", w.library.published)
	}
	gaps, err := w.memory.OpenGaps(w.ctx, time.Time{}, 10)
	w.must(err)
	if len(gaps) != 1 {
		t.Errorf("%d gaps are open", len(gaps))
	}
}

// TestTheBoardHasPages: answering on the second page stays there.
func TestTheBoardHasPages(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	for i := range 18 {
		w.must(w.memory.SaveTurn(w.ctx, memory.Turn{ID: fmt.Sprintf("t%02d", i), At: time.Now().Add(-time.Duration(i) * time.Minute),
			Asker: "U0GONE", Question: fmt.Sprintf("Question %02d?", i), Answer: knowledge.Answer{Kind: knowledge.Refuse}}))
	}
	v := w.opened(w.ann, "Question 00?", "Question 07?", "1 to 8 of 18 questions\n[Next]")
	w.clickView(w.ann, v, "board:on")
	v = w.home(w.ann, "Question 08?", "Question 15?", "9 to 16 of 18 questions\n[Previous] [Next]")
	w.clickView(w.ann, v, act(t, v, "dismiss:", 0))
	v = w.home(w.ann, "Question 09?", "9 to 16 of 17 questions")
	w.clickView(w.ann, v, act(t, v, "answer:", 0))
	w.submit(w.ann, w.modal(w.ann, "Question 09?"), map[string]string{"answer": "So."})
	w.home(w.ann, "Question 10?", "9 to 16 of 16 questions\n[Previous]")
	w.told(w.ann, "I couldn't reach 1 person.")
}

// TestTheBoardKeepsToTheRetention: it does not show what is about to be deleted.
func TestTheBoardKeepsToTheRetention(t *testing.T) {
	w := startAs(t, slackemu.Options{}, func(w *world, c *bot.Config) {
		c.Retention = 24 * time.Hour
		for id, days := range map[string]int{"old": 2, "new": 0} {
			w.must(w.memory.SaveTurn(w.ctx, memory.Turn{ID: id, At: time.Now().AddDate(0, 0, -days), Asker: "U1", Question: "Is it " + id + "?",
				Answer: knowledge.Answer{Kind: knowledge.Refuse}}))
		}
	})
	if v := w.opened(w.ann, "Is it new?"); strings.Contains(v.Plain(), "Is it old?") {
		t.Errorf("the board shows what is not kept: %s", v.Plain())
	}
}

// TestFiguresCountWhatWasAsked, and not the answers that people got later.
func TestFiguresCountWhatWasAsked(t *testing.T) {
	w := startAs(t, slackemu.Options{}, nil)
	w.parkingIsKnown(parking)
	for _, name := range []string{"ben", "eve"} {
		w.asks(w.AddUser(name), parking)
	}
	w.opened(w.ann, "2 asked by 2 people · 0 answered · 2 refused")
	w.submit(w.ann, w.answering(parking), map[string]string{"answer": "Behind the house."})
	w.told(w.ann, "I've told 2 people")
	w.opened(w.ann, "2 asked by 2 people · 0 answered · 2 refused")
}
