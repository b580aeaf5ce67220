package bot

import (
	"context"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// shortcut takes the message shortcut "Ask the advisor": what a message says is
// the question, and the answer is for the person who used the shortcut, since the
// message may be somebody else's. Slash commands do not work in threads; this does.
func (b *Bot) shortcut(ctx context.Context, c wire.Click) error {
	text := ask.Unescape(c.Text, b.self().UserID)
	if text == "" {
		return b.poster.Tell(ctx, c, saysNoWords)
	}
	return b.desk.Answer(ctx, ask.Question{
		Surface: "shortcut",
		Text:    text,
		Asker:   c.User,
		Above:   render.YouAsked(text),
		Channel: c.Channel,
		Thread:  c.Thread,
		To:      b.poster.Privately(c),
		Private: true,
		Again:   c.Again,
	}, memory.TurnID(c.Key))
}
