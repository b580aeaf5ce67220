package bot

import (
	"context"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// direct takes messages that a person writes to the advisor alone. The answer follows in
// the conversation, or in the thread that the message is in; in a thread in which the
// person practises an interview, the message is part of that.
func direct(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	if !ok {
		return inbox.Job{}, false
	}
	q := b.desk.Written("direct message", d, s, s.ThreadTS)
	j := b.desk.Ask(q, s.Lane(), d.Names(s)...)
	answer := j.Do
	j.Do = func(ctx context.Context) error {
		if p, ok := b.interviews.Of(ctx, s.Channel, s.ThreadTS, s.User); ok {
			return b.inPractice(ctx, p, q, answer)
		}
		return answer(ctx)
	}
	return j, true
}

// inPractice takes a message in a practice's thread. A practice that has ended leaves
// its thread to questions.
func (b *Bot) inPractice(ctx context.Context, p memory.Practice, q ask.Question, answer func(context.Context) error) error {
	if q.Again {
		if went, err := b.interviews.Went(ctx, p, q.Message); went || err != nil {
			return err
		}
	}
	if p.Ended {
		return answer(ctx)
	}
	if ok, tell := b.desk.Allow(q.Asker); !ok {
		return b.desk.SlowDown(ctx, q, tell)
	}
	return b.interviews.Practise(ctx, p, q.Message, q.Text, q.Again)
}
