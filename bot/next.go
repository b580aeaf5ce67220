package bot

import (
	"careeradvisor/bot/wire"
	"context"
)

// askNext asks the question on a button, where the button stands: below an answer
// that one person sees it is answered to that person, elsewhere to all, with who
// asked.
func (b *Bot) askNext(ctx context.Context, c wire.Click) error {
	if c.Value == "" {
		return b.outdated(ctx, c)
	}
	q := question{surface: "button", text: c.Value, asker: c.User, channel: or(c.Channel, c.User), again: c.Again}
	switch {
	case c.Ephemeral:
		q.thread, q.to, q.private, q.above = c.Thread, b.privately(c), true, youAsked(c.Value)
	case c.Channel == "": // in the Home tab
		q.to, q.above = &letter{api: b.api, user: c.User}, youAsked(c.Value)
	case isDirect(c.Channel):
		q.thread, q.button, q.to, q.above = c.Thread, c.Message, conversation{b.api, c.Channel, c.Thread}, youAsked(c.Value)
	default:
		q.thread, q.button = or(c.Thread, c.Message), c.Message
		q.to, q.above = conversation{b.api, c.Channel, q.thread}, asked(c.Name, c.Value)
	}
	return b.answer(ctx, q, turnID(c.Key))
}
