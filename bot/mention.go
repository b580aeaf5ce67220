package bot

import "strings"

// mention takes questions to the advisor in channels. The answer follows in the
// thread that the question stands in, or in one below it.
func (b *Bot) mention(d delivery) (job, bool) {
	s, ok := b.words(d)
	if !ok || strings.HasPrefix(s.Channel, "D") { // a direct message comes as one
		return job{}, false
	}
	q := b.written("mention", d, s, or(s.ThreadTS, s.TS))
	q.text = strings.TrimLeft(q.text, " ,:;\n") // "@advisor: PM vs TPM?"
	return b.ask(q, laneOf(s), d.names(s)...), true
}
