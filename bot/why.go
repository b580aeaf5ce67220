package bot

import (
	"context"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// why shows how an answer came about: how the question was read, and the passages
// that were weighed, with where they stand.
func (b *Bot) why(ctx context.Context, c wire.Click) error {
	t, err := b.turnOf(ctx, c, c.Value)
	if err != nil {
		return err
	}
	if t.Answer.Why == nil {
		return b.poster.Tell(ctx, c, saysNoWhy)
	}
	return b.poster.Modal(ctx, c, render.Why(t))
}
