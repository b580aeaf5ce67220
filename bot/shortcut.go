package bot

import (
	"context"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// shortcut takes the message shortcut "Ask the advisor": what a message says is
// the question, and the answer is for the person who used the shortcut, since the
// message may be somebody else's. Slash commands do not work in threads; this does.
func (b *Bot) shortcut(ctx context.Context, c wire.Click) error {
	text := unescape(c.Text, b.self().UserID)
	if text == "" {
		return b.poster.Tell(ctx, c, saysNoWords)
	}
	return b.answer(ctx, question{
		surface: "shortcut",
		text:    text,
		asker:   c.User,
		above:   render.YouAsked(text),
		channel: c.Channel,
		thread:  c.Thread,
		to:      b.poster.Privately(c),
		private: true,
		again:   c.Again,
	}, memory.TurnID(c.Key))
}
