package bot

import (
	"context"
	"fmt"
	"slices"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// clicked makes a taker of what a click does. Clicks in one message, and those
// of one person in views, are done one after another.
func clicked(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		c, err := wire.ReadClick(d.Payload)
		if err != nil || c.User == "" {
			b.log.Warn("a click could not be read", "error", err)
			return inbox.Job{}, false
		}
		c.Again = d.Again
		lane := "person:" + c.User
		if c.Message != "" {
			lane = "message:" + c.Channel + ":" + c.Message
		}
		return inbox.Job{
			Surface: surface,
			Names:   []string{c.Key, "envelope:" + d.Envelope.ID},
			Person:  c.User,
			Lane:    lane,
			Do:      func(ctx context.Context) error { return do(b, ctx, c) },
			Say:     func(ctx context.Context, sentence string) error { return b.poster.Tell(ctx, c, sentence) },
		}, true
	}
}

// outdated takes clicks on what no longer does anything: of an earlier release,
// or made up.
func (b *Bot) outdated(ctx context.Context, c wire.Click) error {
	return b.poster.Tell(ctx, c, saysOldButton)
}

// gone is what a person reads who clicks on something that is not kept any more.
func gone(what string) error {
	return &knowledge.Error{Say: fmt.Sprintf(saysGone, what), Cause: knowledge.ErrNotFound}
}

// isAdmin tells who sees the gap board.
func (b *Bot) isAdmin(user string) bool { return slices.Contains(b.cfg.Admins, user) }
