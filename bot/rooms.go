package bot

import (
	"context"
	"fmt"

	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/play"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// furnish makes the rooms beside the answering of questions.
func (b *Bot) furnish() {
	cfg := b.cfg
	b.fit = &play.Fit{Library: b.library, Post: b.poster}
	b.interviews = &play.Interviews{Practices: b.memory, Library: b.library, Post: b.poster, Command: cfg.Command, Now: cfg.Now, Log: b.log}
	b.tab = home.New(home.Home{
		Plans: b.memory, Gaps: b.memory, Once: b.memory.Once, Library: b.library, Post: b.poster, Command: cfg.Command, Retention: cfg.Retention,
		IsEditor: b.isEditor, Turn: b.turnOf, Answer: b.answerAgain, Reply: b.replyTo, Now: cfg.Now, Log: b.log,
	})
}

// act is what a click does.
type act = func(*Bot, context.Context, wire.Click) error

func toHome(do func(*home.Home, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.tab, ctx, c) }
}

func toFit(do func(*play.Fit, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.fit, ctx, c) }
}

func toInterviews(do func(*play.Interviews, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.interviews, ctx, c) }
}

// answerAgain is what the engine says to a question that was asked before.
func (b *Bot) answerAgain(ctx context.Context, question string) (knowledge.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	a, err := b.answerer.Answer(ctx, knowledge.Question{Text: question})
	if err != nil {
		return a, fmt.Errorf("answer a question: %w", err)
	}
	return a, nil
}

// replyTo posts a turn's answer in its asker's direct messages.
func (b *Bot) replyTo(ctx context.Context, above string, t memory.Turn) error {
	t.Answer = trimmed(t.Answer)
	return b.reply(ctx, question{to: b.poster.To(t.Asker), above: above}, t)
}
