package bot

// direct takes messages that a person writes to the advisor alone. The answer
// follows in the conversation, or in the thread that the message stands in.
func (b *Bot) direct(d delivery) (job, bool) {
	s, ok := b.words(d)
	if !ok || s.ChannelType != "im" {
		return job{}, false
	}
	q := question{
		surface: "direct message",
		text:    unescape(s.Text, b.self().UserID),
		asker:   s.User,
		to:      conversation{b.api, s.Channel, s.ThreadTS},
	}
	if s.ThreadTS != "" {
		q.follows, q.within = threadOf(s.Channel, s.ThreadTS), threadFor
		q.begins = []string{q.follows}
	} else {
		// A reply in a thread below the question may follow up on it too.
		q.follows, q.within = "direct:"+s.Channel, directFor
		q.begins = []string{q.follows, threadOf(s.Channel, s.TS)}
	}
	return b.ask(q, q.follows, d.names(s)...), true
}
