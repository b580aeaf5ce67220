package ask

import (
	"context"
	"fmt"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Share posts an answer that only its asker saw, once, with the asker's name.
func (k *Desk) Share(ctx context.Context, c wire.Click) error {
	t, err := k.TurnOf(ctx, c, c.Value)
	if err != nil {
		return err
	}
	switch {
	case t.Asker != c.User:
		return k.Post.Tell(ctx, c, saysNotYours)
	case len(t.Replies) > 0:
		return k.Post.Tell(ctx, c, saysShared)
	}
	place := k.Post.In(t.Channel, t.Thread)
	if c.Again {
		if t.Replies, err = k.Post.Posted(ctx, place, t); err != nil {
			return err
		}
	}
	err = k.reply(ctx, Question{To: place, Above: render.Asked(c.Name, t.Question)}, t)
	if post.NotThere(err) {
		err = k.shareUninvited(ctx, c, t)
	}
	if err != nil {
		return fmt.Errorf("share an answer: %w", post.Elsewhere(err))
	}
	return k.shared(ctx, c, t)
}

// shareUninvited shares through the response URL of the click, which works even if the bot is not a
// member. That returns no timestamp, so the advisor begins no thread there.
func (k *Desk) shareUninvited(ctx context.Context, c wire.Click, t memory.Turn) error {
	first, err := k.Memory.Once(ctx, "shared:"+t.ID, k.Now())
	if err != nil {
		return memory.Failed("record what is shared", err)
	}
	if first {
		if ok, err := k.Post.Publish(ctx, c, render.Answer(t.Answer, render.Asked(c.Name, t.Question), render.Controls{})); ok {
			return err
		}
	}
	return k.Post.Tell(ctx, c, saysShared)
}

// shared removes the share button from the answer that only the asker sees.
func (k *Desk) shared(ctx context.Context, c wire.Click, t memory.Turn) error {
	t.Answer.Suggestions = nil // they are asked where it is shared
	messages := render.Answer(t.Answer, render.YouAsked(t.Question)+" · Shared in the channel.", k.ControlsOf(t, nil, false))
	return k.Post.Replace(ctx, c, messages[len(messages)-1])
}
