package bot

import (
	"context"

	"careeradvisor/bot/wire"
)

// direct takes messages that a person writes to the advisor alone. The answer
// follows in the conversation, or in the thread that the message stands in; in a
// thread in which the person practises an interview, the message is part of that.
func (b *Bot) direct(d wire.Delivery) (job, bool) {
	s, ok := b.words(d)
	if !ok {
		return job{}, false
	}
	q := b.written("direct message", d, s, s.ThreadTS)
	j := b.ask(q, s.Lane(), d.Names(s)...)
	answer := j.do
	j.do = func(ctx context.Context) error {
		if p, ok := b.practiceOf(ctx, s.Channel, s.ThreadTS, s.User); ok {
			return b.inPractice(ctx, p, q, answer)
		}
		return answer(ctx)
	}
	return j, true
}
