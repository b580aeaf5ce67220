package bot

import (
	"context"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// direct takes messages that a person writes to the advisor alone. The answer
// follows in the conversation, or in the thread that the message stands in; in a
// thread in which the person practises an interview, the message is part of that.
func (b *Bot) direct(d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	if !ok {
		return inbox.Job{}, false
	}
	q := b.written("direct message", d, s, s.ThreadTS)
	j := b.ask(q, s.Lane(), d.Names(s)...)
	answer := j.Do
	j.Do = func(ctx context.Context) error {
		if p, ok := b.practiceOf(ctx, s.Channel, s.ThreadTS, s.User); ok {
			return b.inPractice(ctx, p, q, answer)
		}
		return answer(ctx)
	}
	return j, true
}
