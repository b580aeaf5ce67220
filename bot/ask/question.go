package ask

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Question is what a surface makes from a delivery: the question, where it was asked, and
// where the answer goes.
type Question struct {
	Surface string
	Text    string // plain
	Asker   string
	Above   string // shown above the answer; "" for nothing

	Channel string // where it was asked
	Thread  string // the message at the top of its thread; "" outside a thread
	Message string // that is the question, "" if there is none

	To     *post.Place
	button string // timestamp of the message whose button asks it
	Again  bool   // it was taken before, and may be answered already

	Heard bool // it was not addressed to the advisor
}

// Written makes a question from a message. Its answer goes into the thread, and it may follow up on
// what was asked there or, if thread is "", in the conversation itself.
func (k *Desk) Written(surface string, d wire.Delivery, s wire.Said, thread string) Question {
	return Question{
		Surface: surface,
		Text:    Unescape(s.Text, k.Me()),
		Asker:   s.User,
		Channel: s.Channel,
		Thread:  thread,
		Message: s.TS,
		Again:   d.Again,
		To:      k.Post.In(s.Channel, thread),
	}
}

// Private makes a question that is asked by a command or a click, and answered to that person alone.
func (k *Desk) Private(surface, text string, c wire.Click) Question {
	return Question{
		Surface: surface,
		Text:    text,
		Asker:   c.User,
		Above:   render.YouAsked(text),
		Channel: c.Channel,
		Thread:  c.Thread,
		To:      k.Post.Privately(c),
		Again:   c.Again,
	}
}

// Ask makes a job that answers a question.
func (k *Desk) Ask(q Question, lane string, names ...string) inbox.Job {
	return inbox.Job{
		Surface: q.Surface,
		Names:   names,
		Person:  q.Asker,
		Lane:    lane,
		Do:      func(ctx context.Context) error { return k.Answer(ctx, q, memory.TurnID(names[0])) },
		Say: func(ctx context.Context, sentence string) error {
			_, err := k.Post.Deliver(ctx, q.To, render.Note(sentence, q.Above))
			return err
		},
	}
}

// Answer answers a question and remembers the turn. The log says that it was
// asked, not what.
func (k *Desk) Answer(ctx context.Context, q Question, id string) error {
	q, ok, err := k.asSet(ctx, q)
	if !ok {
		return err
	}
	began := k.Now()
	if !q.Heard { // nobody waits for an answer that may not come
		defer k.Post.SignOfLife(ctx, q.To, q.Message, q.button)()
	}
	t, ok := k.begun(ctx, q, id)
	if !ok {
		a, err := k.think(ctx, q)
		if err != nil {
			return err
		}
		if a.Kind == knowledge.Silent {
			k.Count.Unanswered(q.Surface, "silent")
			return nil
		}
		if ok, err := k.Allow(ctx, q); !ok {
			return err
		}
		t = memory.Turn{
			ID: id, At: began, Surface: q.Surface, Asker: q.Asker, Channel: q.Channel, Thread: q.Thread, Message: q.Message,
			Question: render.Clip(q.Text, maxTurn), Answer: trimmed(a), Generation: a.Generation,
		}
	}
	thought := k.Now().Sub(began)
	if q.Again && len(t.Replies) == 0 {
		var err error
		if t.Replies, err = k.Post.Posted(ctx, q.To, t); err != nil {
			return err
		}
	}
	if err := k.reply(ctx, q, t); err != nil {
		return err
	}
	k.Count.Answered(q.Surface, t.Answer.Kind, k.Now().Sub(began))
	k.Log.Info("answered", "surface", q.Surface, "turn", id, "kind", string(t.Answer.Kind),
		"confidence", t.Answer.Confidence, "thought", thought, "took", k.Now().Sub(began))
	return nil
}

// reply posts a turn's answer, or the rest of it, and remembers where.
func (k *Desk) reply(ctx context.Context, q Question, t memory.Turn) error {
	defer k.posting.begin(t.ID)()
	messages := k.show(ctx, q, t, k.Keep(ctx, t))
	there := t.Replies[:min(len(t.Replies), len(messages))]
	more, err := k.Post.Deliver(ctx, q.To, messages[len(there):])
	t.Replies = append(slices.Clone(there), more...)
	t.Channel = q.To.Channel()
	if len(more) > 0 {
		k.Keep(ctx, t)
	}
	return err
}

// begun returns the turn that an earlier attempt at a question left behind.
func (k *Desk) begun(ctx context.Context, q Question, id string) (memory.Turn, bool) {
	if !q.Again {
		return memory.Turn{}, false
	}
	t, err := k.Memory.Turn(ctx, id)
	return t, err == nil
}

// think asks the engine, passing along what was asked before.
func (k *Desk) think(ctx context.Context, q Question) (knowledge.Answer, error) {
	before := k.conversation(ctx, q)
	a, err := k.engine(ctx, knowledge.Question{Text: q.Text, Asker: q.Asker, Earlier: earlier(q, before), Heard: q.Heard, Scope: k.Settings.Scope(ChannelOf(q.Channel))})
	if err != nil {
		return a, err
	}
	if a.Kind != knowledge.Clarify {
		a.Suggestions = unasked(a.Suggestions, q, before)
	}
	return k.WithAbilities(q.Text, a), nil
}

// engine asks the engine, within its time limit.
func (k *Desk) engine(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	a, err := k.Answerer.Answer(ctx, q)
	if err != nil {
		return a, fmt.Errorf("answer a question: %w", err)
	}
	return a, nil
}

// unasked returns the suggestions that nobody has asked here yet.
func unasked(suggestions []string, q Question, before []memory.Turn) []string {
	same := func(a, b string) bool { return strings.EqualFold(strings.Trim(a, " ?.!"), strings.Trim(b, " ?.!")) }
	return slices.DeleteFunc(slices.Clone(suggestions), func(s string) bool {
		return same(s, q.Text) || slices.ContainsFunc(before, func(t memory.Turn) bool { return same(s, t.Question) })
	})
}

// conversation is what was asked before in the same thread or direct message, oldest first; if a
// question is asked again because it was edited, it ends before that one.
func (k *Desk) conversation(ctx context.Context, q Question) []memory.Turn {
	within := directFor
	switch {
	case q.Message != "" && q.Thread != "":
		within = ThreadFor
	case q.Message == "" && q.Thread == "" && !wire.IsDirect(q.Channel): // a command, for one person
		return nil
	}
	turns, err := k.Memory.Conversation(ctx, q.Channel, q.Thread, k.Now().Add(-within), 2*maxTurns)
	if err != nil {
		k.Log.Warn("cannot read the conversation so far; answering without it", "error", err)
		return nil
	}
	if i := slices.IndexFunc(turns, func(t memory.Turn) bool { return q.Message != "" && t.Message == q.Message }); i >= 0 {
		turns = turns[:i]
	}
	return turns
}

// earlier returns the turns that a question may follow up on. A question on a button or in a command follows
// up on nothing, nobody follows up on "thanks", and an answer that others read must not reveal what somebody
// asked in private.
func earlier(q Question, before []memory.Turn) []string {
	if q.Message == "" {
		return nil
	}
	var texts []string
	for _, t := range before {
		public := len(t.Replies) > 0 || t.Asker == q.Asker && (q.To.Private() || wire.IsDirect(q.Channel))
		if public && t.Answer.Kind != knowledge.Help {
			texts = append(texts, t.Question)
		}
	}
	return texts[max(0, len(texts)-maxTurns):]
}

// show renders a turn's answer. An answer that is not kept has no buttons, since they
// would not work.
func (k *Desk) show(ctx context.Context, q Question, t memory.Turn, kept bool) []render.Message {
	var c render.Controls
	if kept {
		next := t.Answer.Suggestions
		c = k.ControlsOf(t, next[:min(len(next), MaxNext)], q.To.Private())
	}
	return post.Mark(render.Answer(t.Answer, q.Above, c), t)
}

// Keep remembers a turn. If that fails, answering carries on without it.
func (k *Desk) Keep(ctx context.Context, t memory.Turn) bool {
	if err := k.Memory.SaveTurn(ctx, t); err != nil {
		k.Log.Warn("cannot remember a turn: its answer has no buttons or follow-ups", "turn", t.ID, "error", err)
		return false
	}
	return true
}

// trimmed is an answer as it is kept: of the passages that were weighed, it has only what can be shown later.
func trimmed(a knowledge.Answer) knowledge.Answer {
	if a.Why == nil {
		return a
	}
	why := *a.Why
	why.Considered = slices.Clone(why.Considered[:min(len(why.Considered), render.MaxReasons)])
	for i := range why.Considered {
		why.Considered[i].Text = render.Clip(why.Considered[i].Text, render.MaxReason)
	}
	a.Why = &why
	return a
}
