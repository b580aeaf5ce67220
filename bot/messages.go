package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// direct takes messages that a person writes to the advisor alone. The answer goes where the
// message is; in the thread of an interview, the message is part of the interview.
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
	if ok, err := b.desk.Allow(ctx, q); !ok {
		return err
	}
	return b.interviews.Practise(ctx, p, q.Message, q.Text, q.Again)
}

// mention takes questions to the advisor in channels. The answer goes into the question's thread,
// or into one below it.
func mention(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	if !ok || strings.HasPrefix(s.Channel, "D") { // a direct message comes as one
		return inbox.Job{}, false
	}
	q := b.desk.Written("mention", d, s, cmp.Or(s.ThreadTS, s.TS))
	q.Text = strings.TrimLeft(q.Text, " ,:;\n") // "@advisor: PM vs TPM?"
	j := b.desk.Ask(q, s.Lane(), d.Names(s)...)
	answer := j.Do
	j.Do = func(ctx context.Context) error {
		if !d.Again {
			if _, ok, err := b.desk.Answered(ctx, s.Channel, s.TS); err == nil && ok {
				return nil // it was overheard and answered before the mention was edited in
			}
		}
		return answer(ctx)
	}
	return j, true
}

// follow takes what people write in channels without mentioning the advisor. In threads where it
// has answered before, and in channels set up for it, a question that the documents answer well
// needs no mention; the advisor stays out of everything else.
func follow(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	unasked := s.ThreadTS == "" && b.settings.Of(s.Channel).Unasked
	if !ok || s.ThreadTS == "" && !unasked || strings.Contains(s.Text, "<@"+b.self().UserID) { // a mention comes as one
		return inbox.Job{}, false
	}
	q := b.desk.Written("thread", d, s, cmp.Or(s.ThreadTS, s.TS))
	q.Heard = true
	names := d.Names(s)
	names[0] = "overheard " + names[0] // a mention that is edited in is new
	j := b.desk.Ask(q, s.Lane(), names...)
	j.Quiet = true
	answer := j.Do
	j.Do = func(ctx context.Context) error {
		if done, err := b.people.relay(ctx, s); done || err != nil {
			return err
		}
		if !unasked && !b.takesPartIn(ctx, s.Channel, s.ThreadTS) {
			return nil
		}
		return answer(ctx)
	}
	return j, true
}

// inGroup takes what people write in a group direct message, which is like a small channel. A
// mention may arrive this way too; it has the same names, and is answered once.
func inGroup(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	if s, ok := b.words(d); ok && strings.Contains(s.Text, "<@"+b.self().UserID) {
		return mention(b, d)
	}
	return follow(b, d)
}

// takesPartIn reports whether the advisor has answered in a thread, or the thread is
// below one of its own answers.
func (b *Bot) takesPartIn(ctx context.Context, channel, thread string) bool {
	turns, err := b.memory.Conversation(ctx, channel, thread, b.cfg.Now().Add(-ask.ThreadFor), maxThread)
	if err != nil {
		b.log.Warn("cannot tell whether a thread is the advisor's; staying out of it", "error", err)
		return false
	}
	return slices.ContainsFunc(turns, func(t memory.Turn) bool { return len(t.Replies) > 0 })
}

// maxThread is how many turns of a thread are looked at.
const maxThread = 20
