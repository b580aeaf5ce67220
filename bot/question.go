package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// question is what a surface makes of a delivery: what is asked, where, and where
// the answer goes.
type question struct {
	surface string
	text    string // plain
	asker   string
	above   string // shown above the answer; "" for nothing

	channel string // where it was asked
	thread  string // the message that its thread hangs below, "" outside a thread
	message string // that is the question, "" where there is none

	// What it may follow up on: the turns of its channel and this thread within the
	// last while; none where within is 0.
	below  string
	within time.Duration

	to      post.Place
	private bool   // only the asker sees the answer
	button  string // timestamp of the message whose button asks it
	again   bool   // it was taken before, and may be answered already

	heard bool // it was not addressed to the advisor
}

func (q question) asked() post.Asked {
	return post.Asked{Channel: q.channel, Thread: q.thread, Message: q.message, Button: q.button, Private: q.private, To: q.to}
}

// written is the question that a message is. Its answer goes into the thread, and it
// may follow up on what was asked there; with thread "" on the conversation itself.
func (b *Bot) written(surface string, d wire.Delivery, s wire.Said, thread string) question {
	q := question{
		surface: surface,
		text:    unescape(s.Text, b.self().UserID),
		asker:   s.User,
		channel: s.Channel,
		thread:  thread,
		message: s.TS,
		below:   thread,
		within:  threadFor,
		again:   d.Again,
		to:      b.poster.In(s.Channel, thread),
	}
	if thread == "" {
		q.within = directFor
	}
	return q
}

// ask makes the job of answering a question.
func (b *Bot) ask(q question, lane string, names ...string) inbox.Job {
	return inbox.Job{
		Surface: q.surface,
		Names:   names,
		Person:  q.asker,
		Lane:    lane,
		Do:      func(ctx context.Context) error { return b.answer(ctx, q, memory.TurnID(names[0])) },
		Say: func(ctx context.Context, sentence string) error {
			_, err := b.poster.Deliver(ctx, q.to, render.Note(sentence, q.above))
			return err
		},
	}
}

// slowDown turns a question away whose asker asks too many, and tells them once, and
// them alone.
func (b *Bot) slowDown(ctx context.Context, q question, tell bool) error {
	b.countSlowed(q.surface)
	if !tell {
		return nil
	}
	to := q.to
	if !q.private && !wire.IsDirect(q.channel) {
		to = b.poster.Quietly(q.channel, q.thread, q.asker)
	}
	_, err := b.poster.Deliver(ctx, to, render.Note(saysTooFast, ""))
	return err
}

// answer answers a question and remembers the turn. The log says that it was
// asked, not what.
func (b *Bot) answer(ctx context.Context, q question, id string) error {
	q, ok, err := b.asSet(ctx, q)
	if !ok {
		return err
	}
	began := b.cfg.Now()
	if !q.heard { // nobody waits for what may be silence
		defer b.poster.SignOfLife(ctx, q.asked())()
	}
	t, ok := b.begun(ctx, q, id)
	if !ok {
		a, err := b.think(ctx, q)
		if err != nil {
			return err
		}
		if a.Kind == knowledge.Silent {
			b.countSilence(q.surface)
			return nil
		}
		if ok, tell := b.rates.allow(q.asker); !ok {
			return b.slowDown(ctx, q, tell)
		}
		t = memory.Turn{
			ID: id, At: began, Surface: q.surface, Asker: q.asker, Channel: q.channel, Thread: q.thread, Message: q.message,
			Question: render.Clip(q.text, maxTurn), Answer: trimmed(a), Generation: a.Generation,
		}
	}
	thought := b.cfg.Now().Sub(began)
	if q.again && len(t.Replies) == 0 {
		var err error
		if t.Replies, err = b.poster.Posted(ctx, q.to, t); err != nil {
			return err
		}
	}
	if err := b.reply(ctx, q, t); err != nil {
		return err
	}
	b.countAnswer(q.surface, t.Answer.Kind, b.cfg.Now().Sub(began))
	b.log.Info("answered", "surface", q.surface, "turn", id, "kind", string(t.Answer.Kind),
		"confidence", t.Answer.Confidence, "thought", thought, "took", b.cfg.Now().Sub(began))
	return nil
}

// reply posts a turn's answer, or what of it is not posted yet, and remembers where.
func (b *Bot) reply(ctx context.Context, q question, t memory.Turn) error {
	defer b.posting.begin(t.ID)()
	messages := b.show(ctx, q, t, b.keep(ctx, t))
	there := t.Replies[:min(len(t.Replies), len(messages))]
	more, err := b.poster.Deliver(ctx, q.to, messages[len(there):])
	t.Replies = append(slices.Clone(there), more...)
	if l, ok := q.to.(*post.Letter); ok && l.Channel() != "" {
		t.Channel = l.Channel()
	}
	if len(more) > 0 {
		b.keep(ctx, t)
	}
	return err
}

// begun is the turn that an earlier attempt at a question left.
func (b *Bot) begun(ctx context.Context, q question, id string) (memory.Turn, bool) {
	if !q.again {
		return memory.Turn{}, false
	}
	t, err := b.memory.Turn(ctx, id)
	return t, err == nil
}

// think asks the engine, in the light of what was asked before.
func (b *Bot) think(ctx context.Context, q question) (knowledge.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	before := b.conversation(ctx, q)
	a, err := b.answerer.Answer(ctx, knowledge.Question{Text: q.text, Asker: q.asker, Earlier: earlier(q, before), Heard: q.heard, Scope: b.settings.Scope(channelOf(q.channel))})
	if err != nil {
		return a, fmt.Errorf("answer a question: %w", err)
	}
	if a.Kind != knowledge.Clarify {
		a.Suggestions = unasked(a.Suggestions, q, before)
	}
	return b.withAbilities(q.text, a), nil
}

// unasked are the suggestions that nobody has asked here yet.
func unasked(suggestions []string, q question, before []memory.Turn) []string {
	same := func(a, b string) bool { return strings.EqualFold(strings.Trim(a, " ?.!"), strings.Trim(b, " ?.!")) }
	return slices.DeleteFunc(slices.Clone(suggestions), func(s string) bool {
		return same(s, q.text) || slices.ContainsFunc(before, func(t memory.Turn) bool { return same(s, t.Question) })
	})
}

// conversation is what was asked before in the same thread or direct message, the oldest
// first, up to a question that is asked again as it was edited.
func (b *Bot) conversation(ctx context.Context, q question) []memory.Turn {
	thread, within := q.below, q.within
	if within == 0 && (q.thread != "" || wire.IsDirect(q.channel)) { // a button asks what follows on nothing
		thread, within = q.thread, directFor
	}
	if within == 0 {
		return nil
	}
	turns, err := b.memory.Conversation(ctx, q.channel, thread, b.cfg.Now().Add(-within), 2*maxTurns)
	if err != nil {
		b.log.Warn("the conversation so far cannot be read; answering without it", "error", err)
		return nil
	}
	if i := slices.IndexFunc(turns, func(t memory.Turn) bool { return q.message != "" && t.Message == q.message }); i >= 0 {
		turns = turns[:i]
	}
	return turns
}

// earlier is what a question may follow up on. Nobody follows up on "thanks", and what
// somebody asked in private shows in no answer that others read.
func earlier(q question, before []memory.Turn) []string {
	if q.within == 0 {
		return nil
	}
	var texts []string
	for _, t := range before {
		public := len(t.Replies) > 0 || t.Asker == q.asker && (q.private || wire.IsDirect(q.channel))
		if public && t.Answer.Kind != knowledge.Help {
			texts = append(texts, t.Question)
		}
	}
	return texts[max(0, len(texts)-maxTurns):]
}

// show renders a turn's answer. What is not kept has no buttons: they would lead
// nowhere.
func (b *Bot) show(ctx context.Context, q question, t memory.Turn, kept bool) []render.Message {
	var c render.Controls
	if kept {
		c = b.controlsOf(t, next(t), q.private)
	}
	return post.Mark(render.Answer(t.Answer, q.above, c), t)
}

// maxNext is how many questions are offered to go on with.
const maxNext = 3

// next are the answer's suggestions, as many as are shown.
func next(t memory.Turn) []string {
	return t.Answer.Suggestions[:min(len(t.Answer.Suggestions), maxNext)]
}

// keep remembers a turn. Answering goes on where that fails.
func (b *Bot) keep(ctx context.Context, t memory.Turn) bool {
	if err := b.memory.SaveTurn(ctx, t); err != nil {
		b.log.Warn("a turn is not remembered: its answer has no buttons and no follow-ups", "turn", t.ID, "error", err)
		return false
	}
	return true
}

// trimmed is an answer as it is kept: of the passages weighed, what a person may
// read later.
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
