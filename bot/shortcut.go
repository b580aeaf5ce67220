package bot

import "context"

// shortcut takes the message shortcut "Ask the advisor": what a message says is
// the question, and the answer is for the person who used the shortcut, since the
// message may be somebody else's. Slash commands do not work in threads; this does.
func (b *Bot) shortcut(ctx context.Context, c click) error {
	text := unescape(c.text, b.self().UserID)
	if text == "" {
		return b.tell(ctx, c, saysNoWords)
	}
	return b.answer(ctx, question{
		surface: "shortcut",
		text:    text,
		asker:   c.user,
		above:   youAsked(text),
		channel: c.channel,
		thread:  c.thread,
		to:      b.privately(c),
		private: true,
		again:   c.again,
	}, turnID(c.key))
}
