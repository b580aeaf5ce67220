package bot

import (
	"context"

	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/play"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// furnish makes the rooms other than the one that answers questions.
func (b *Bot) furnish() {
	cfg := b.cfg
	b.desk = ask.New(ask.Desk{
		Answerer: b.answerer, Memory: b.memory, Settings: b.settings, Post: b.poster, Count: b.metrics, Command: cfg.Command, Rate: cfg.UserRate,
		Me: func() string { return b.self().UserID }, IsOpen: func(a knowledge.Answer) bool { return b.library.isOpen(a, "") },
		Role: func(a knowledge.Answer) string { return b.interviews.RoleOf(a) }, Helps: func(t memory.Turn) string { return b.people.helpFor(t) },
		Sections: func(user string, t memory.Turn) []slack.Block { return home.Editor{Home: b.tab}.SectionInput(user, t) },
		Teach: func(ctx context.Context, c wire.Click, t memory.Turn) (bool, error) {
			return home.Editor{Home: b.tab}.Teach(ctx, c, t)
		},
		Now: cfg.Now, Log: b.log,
	})
	b.fit = &play.Fit{Library: b.library, Post: b.poster}
	b.interviews = &play.Interviews{Practices: b.memory, Library: b.library, Post: b.poster, Command: cfg.Command, Now: cfg.Now, Log: b.log}
	b.tab = home.New(home.Home{
		Plans: b.memory, Gaps: b.memory, Once: b.memory.Once, Library: b.library, Post: b.poster, Command: cfg.Command, Retention: cfg.Retention,
		Settings: b.settings, Admins: cfg.Admins, IsEditor: b.isEditor,
		IsOpen: func(a knowledge.Answer) bool { return b.library.isOpen(a, "") }, Turn: b.desk.TurnOf, Answer: b.desk.AnswerAgain, Reply: b.desk.ReplyTo, Now: cfg.Now, Log: b.log,
	})
	b.people = &people{
		channel: cfg.HelpChannel, desk: b.desk, tab: b.tab, memory: b.memory, settings: b.settings, library: b.library, poster: b.poster,
		me: func() string { return b.self().UserID }, log: b.log,
	}
}

// act is the action of a click.
type act = func(*Bot, context.Context, wire.Click) error

func toDesk(do func(*ask.Desk, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.desk, ctx, c) }
}

func toHome(do func(*home.Home, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.tab, ctx, c) }
}

func toEditor(do func(home.Editor, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(home.Editor{Home: b.tab}, ctx, c) }
}

func toFit(do func(*play.Fit, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.fit, ctx, c) }
}

func toInterviews(do func(*play.Interviews, context.Context, wire.Click) error) act {
	return func(b *Bot, ctx context.Context, c wire.Click) error { return do(b.interviews, ctx, c) }
}
