package ask

import (
	"cmp"
	"context"
	"errors"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// AskNext asks the question on a button, in the place where the button is. Whoever sees the button
// sees the reply, which names the asker if others see it too.
func (k *Desk) AskNext(ctx context.Context, c wire.Click) error {
	if c.Value == "" {
		return k.Post.Outdated(ctx, c)
	}
	q := k.Private("button", c.Value, c)
	switch {
	case c.Ephemeral: // nobody else sees the button
	case c.Channel == "": // in the Home tab
		q.Channel = c.User
	case wire.IsDirect(c.Channel):
		q.button, q.To = c.Message, k.Post.In(c.Channel, c.Thread)
	default:
		q.Thread, q.button = cmp.Or(c.Thread, c.Message), c.Message
		q.To, q.Above = k.Post.In(c.Channel, q.Thread), render.Asked(c.Name, c.Value)
	}
	return k.Answer(ctx, q, memory.TurnID(c.Key))
}

// ControlsOf returns the controls of a turn's answer; next holds the suggestions that are shown.
func (k *Desk) ControlsOf(t memory.Turn, next []string, private bool) render.Controls {
	c := render.Controls{Turn: t.ID, Next: next}
	a := t.Answer
	if a.Kind != knowledge.Answered && a.Kind != knowledge.Refuse {
		return c
	}
	c.Why = a.Why != nil
	c.Refused = a.Kind == knowledge.Refuse
	c.Vote, c.Share = !c.Refused, !c.Refused && private && t.Channel != ""
	c.Plan = render.IsPlan(a) && k.Settings.MayQuote(a, "")
	c.Role = k.Role(a)
	c.Person = k.Helps(t) != "" && !t.Referred
	return c
}

// Why shows how an answer was found.
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

// TurnOf returns the turn that a button is about, but only if the person may see it, since buttons
// can be forged: a private answer is only for its asker, and one in a channel only for those who
// click there. A click in a modal names no channel; the click that opened the modal did.
func (k *Desk) TurnOf(ctx context.Context, c wire.Click, id string) (memory.Turn, error) {
	k.posting.wait(ctx, id)
	t, err := k.Memory.Turn(ctx, id)
	if err != nil {
		return t, Lost(err)
	}
	if !k.Settings.MayQuote(t.Answer, ChannelOf(t.Channel)) { // it is kept to a channel by now
		return memory.Turn{}, post.Gone("that answer")
	}
	if t.Asker == c.User {
		return t, nil
	}
	if len(t.Replies) == 0 || wire.IsDirect(t.Channel) || c.Channel != t.Channel && !c.Submitted {
		return memory.Turn{}, post.Gone("that answer")
	}
	return t, nil
}

// Lost tells a turn that is no longer kept from a failure of the memory.
func Lost(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return post.Gone("that answer")
	}
	return memory.Failed("read the memory", err)
}
