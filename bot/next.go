package bot

import "context"

// askNext asks the question on a button, where the button stands: below an answer
// that one person sees it is answered to that person, elsewhere to all, with who
// asked.
func (b *Bot) askNext(ctx context.Context, c click) error {
	if c.value == "" {
		return b.outdated(ctx, c)
	}
	q := question{surface: "button", text: c.value, asker: c.user, channel: or(c.channel, c.user), again: c.again}
	switch {
	case c.ephemeral:
		q.thread, q.to, q.private, q.above = c.thread, b.privately(c), true, youAsked(c.value)
	case c.channel == "": // in the Home tab
		q.to, q.above = &letter{api: b.api, user: c.user}, youAsked(c.value)
	case isDirect(c.channel):
		q.thread, q.button, q.to, q.above = c.thread, c.message, conversation{b.api, c.channel, c.thread}, youAsked(c.value)
	default:
		q.thread, q.button = or(c.thread, c.message), c.message
		q.to, q.above = conversation{b.api, c.channel, q.thread}, asked(c.name, c.value)
	}
	return b.answer(ctx, q, turnID(c.key))
}
