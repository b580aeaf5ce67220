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

// follow takes what people write in channels without mentioning the advisor. In threads
// where it has answered before, and in channels that are set so, a question that the
// documents answer well needs no mention; it stays out of everything else.
func follow(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	s, ok := b.words(d)
	unasked := s.ThreadTS == "" && b.settings.Of(s.Channel).Unasked
	if !ok || s.ThreadTS == "" && !unasked || strings.Contains(s.Text, "<@"+b.self().UserID) { // a mention comes as one
		return inbox.Job{}, false
	}
	q := b.desk.Written("thread", d, s, cmp.Or(s.ThreadTS, s.TS))
	names := d.Names(s)
	names[0] = "overheard " + names[0] // a mention that is edited in is news
	j := b.desk.Ask(q, s.Lane(), names...)
	j.Quiet = true
	j.Do = func(ctx context.Context) error {
		if done, err := b.people.relay(ctx, s); done || err != nil {
			return err
		}
		if !unasked && !b.takesPartIn(ctx, s.Channel, s.ThreadTS) {
			return nil
		}
		q := q
		q.Heard = true
		return b.desk.Answer(ctx, q, memory.TurnID(names[0]))
	}
	return j, true
}

// inGroup takes what people write in a group's direct messages, which are like a small
// channel. A mention may arrive as one too; it has the same names, and is answered once.
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
