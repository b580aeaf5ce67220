package ask

import (
	"context"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Why shows how an answer came about: how the question was read, and which passages were
// weighed, with their sources.
func (k *Desk) Why(ctx context.Context, c wire.Click) error {
	t, err := k.TurnOf(ctx, c, c.Value)
	if err != nil {
		return err
	}
	if t.Answer.Why == nil {
		return k.Post.Tell(ctx, c, saysNoWhy)
	}
	return k.Post.Modal(ctx, c, render.Why(t))
}
