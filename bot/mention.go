package bot

import "strings"

// mention takes questions to the advisor in channels. The answer follows in the
// thread that the question stands in, or in one below it.
func (b *Bot) mention(d delivery) (job, bool) {
	s, ok := b.words(d)
	if !ok || strings.HasPrefix(s.Channel, "D") { // a direct message comes as one
		return job{}, false
	}
	root := or(s.ThreadTS, s.TS)
	return b.ask(question{
		surface: "mention",
		text:    strings.TrimLeft(unescape(s.Text, b.self().UserID), " ,:;\n"), // "@advisor: PM vs TPM?"
		asker:   s.User,
		channel: s.Channel,
		thread:  root,
		message: s.TS,
		below:   root,
		within:  threadFor,
		again:   d.again,
		to:      conversation{b.api, s.Channel, root},
	}, laneOf(s), d.names(s)...), true
}
