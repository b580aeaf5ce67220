package bot

import (
	"context"
	"fmt"
	"time"

	"careeradvisor/knowledge"
)

// question is what a surface makes of a delivery: what is asked, what it may
// refer to, and where the answer goes.
type question struct {
	surface string
	text    string // plain
	asker   string
	echo    string // shown above the answer; "" for nothing

	follows string        // the conversation that it may follow up on; "" for none
	within  time.Duration // how far back
	begins  []string      // the conversations whose later questions may follow up on it

	to place
}

// ask makes the job of answering a question.
func (b *Bot) ask(q question, lane string, names ...string) job {
	return job{
		surface: q.surface,
		names:   names,
		lane:    lane,
		do:      func(ctx context.Context) error { return b.answer(ctx, q) },
		say: func(ctx context.Context, sentence string) error {
			return b.deliver(ctx, q.to, note(sentence, q.echo))
		},
	}
}

// answer answers a question and remembers it. The log says that it was asked,
// not what.
func (b *Bot) answer(ctx context.Context, q question) error {
	began := time.Now()
	asked := knowledge.Question{Text: q.text, Asker: q.asker}
	if q.follows != "" {
		asked.Earlier = b.turns.earlier(q.follows, q.within)
	}
	thinking, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	a, err := b.answerer.Answer(thinking, asked)
	if err != nil {
		return fmt.Errorf("answer a question: %w", err)
	}
	thought := time.Since(began)
	if a.Kind != knowledge.Help { // nobody follows up on "thanks"
		b.turns.add(q.text, q.begins...)
	}
	if err := b.deliver(ctx, q.to, render(a, q.echo)); err != nil {
		return err
	}
	b.counts.answered.Add(1)
	b.log.Info("answered", "surface", q.surface, "kind", string(a.Kind),
		"confidence", a.Confidence, "thought", thought, "took", time.Since(began))
	return nil
}
