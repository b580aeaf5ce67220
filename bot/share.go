package bot

import (
	"context"
	"errors"
	"fmt"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// share posts an answer that only its asker saw, once, with who asked.
func (b *Bot) share(ctx context.Context, c wire.Click) error {
	t, err := b.turnOf(ctx, c, c.Value)
	if err != nil {
		return err
	}
	switch {
	case t.Asker != c.User:
		return b.poster.Tell(ctx, c, saysNotYours)
	case len(t.Replies) > 0:
		return b.poster.Tell(ctx, c, saysShared)
	}
	place := b.poster.In(t.Channel, t.Thread)
	if c.Again {
		if t.Replies, err = b.poster.Posted(ctx, place, t); err != nil {
			return err
		}
	}
	err = b.reply(ctx, question{to: place, above: render.Asked(c.Name, t.Question)}, t)
	if post.NotThere(err) {
		err = b.shareUninvited(ctx, c, t)
	}
	if err != nil {
		return fmt.Errorf("share an answer: %w", post.Elsewhere(err))
	}
	return b.shared(ctx, c, t)
}

// shareUninvited shares by the response URL of the click, which works where the bot
// is no member, such as in a direct message between two people. It gives no
// timestamp, so no thread of the advisor's begins there.
func (b *Bot) shareUninvited(ctx context.Context, c wire.Click, t memory.Turn) error {
	first, err := b.memory.Once(ctx, "shared:"+t.ID, b.cfg.Now())
	if err != nil {
		return memory.Failed("keep what is shared", err)
	}
	messages := render.Answer(t.Answer, render.Asked(c.Name, t.Question), render.Controls{})
	if first {
		ok, err := b.poster.Publish(ctx, c, messages)
		if ok {
			return err
		}
	}
	return b.poster.Tell(ctx, c, saysShared)
}

// shared takes the share button off the answer that the asker alone sees.
func (b *Bot) shared(ctx context.Context, c wire.Click, t memory.Turn) error {
	t.Answer.Suggestions = nil // they are asked where it is shared
	messages := render.Answer(t.Answer, render.YouAsked(t.Question)+" · Shared in the channel.", b.controlsOf(t, nil, false))
	return b.poster.Replace(ctx, c, messages[len(messages)-1])
}

// turnOf is the turn that a button is about, as far as the person may see it. What a
// button says can be forged: an answer that only its asker saw, or that was given in
// direct messages, is the asker's, and one in a channel is for those who click there.
// What is done in a modal bears no channel; the click that opened it did.
func (b *Bot) turnOf(ctx context.Context, c wire.Click, id string) (memory.Turn, error) {
	b.posting.wait(ctx, id)
	t, err := b.memory.Turn(ctx, id)
	if err != nil {
		return t, b.lost(err)
	}
	if t.Asker == c.User {
		return t, nil
	}
	if len(t.Replies) == 0 || wire.IsDirect(t.Channel) || c.Channel != t.Channel && !c.Submitted {
		return memory.Turn{}, post.Gone("that answer")
	}
	return t, nil
}

// lost tells what is not kept any more from a memory that fails.
func (b *Bot) lost(err error) error {
	if errors.Is(err, knowledge.ErrNotFound) {
		return post.Gone("that answer")
	}
	return memory.Failed("read the memory", err)
}
