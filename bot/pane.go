package bot

import (
	"context"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// pane takes the opening of the advisor's messages, where Slack may show questions to
// begin with. Not every workspace has that, and nothing depends on it.
func (b *Bot) pane(d wire.Delivery, user, channel string) (inbox.Job, bool) {
	if channel == "" {
		return inbox.Job{}, false
	}
	return inbox.Job{
		Surface: "messages tab",
		Names:   append(d.EventNames(), "envelope:"+d.Envelope.ID),
		Person:  user,
		Lane:    "pane:" + user,
		Do: func(ctx context.Context) error {
			b.poster.Prompts(ctx, channel, b.library.Contents().Examples)
			return nil
		},
		Say: func(context.Context, string) error { return nil }, // nobody waits for anything
	}, true
}
