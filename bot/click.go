package bot

import (
	"context"
	"slices"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// clicked makes a taker for a click. Clicks in one message, and those of one person in
// views, are done one after another.
func clicked(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		c, err := wire.ReadClick(d.Payload)
		if err != nil || c.User == "" {
			b.log.Warn("a click could not be read", "error", err)
			return inbox.Job{}, false
		}
		c.Again = d.Again
		lane := "person:" + c.User
		if c.Message != "" {
			lane = "message:" + c.Channel + ":" + c.Message
		}
		return inbox.Job{
			Surface: surface,
			Names:   []string{c.Key, "envelope:" + d.Envelope.ID},
			Person:  c.User,
			Lane:    lane,
			Do:      func(ctx context.Context) error { return do(b, ctx, c) },
			Say:     func(ctx context.Context, sentence string) error { return b.poster.Tell(ctx, c, sentence) },
		}, true
	}
}

// isAdmin reports whether somebody sees the gap board.
func (b *Bot) isAdmin(user string) bool { return slices.Contains(b.cfg.Admins, user) }

// clickedInThread makes a taker for a click that is handled in order with the
// conversation's messages.
func clickedInThread(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, do)
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		if c, err := wire.ReadClick(d.Payload); err == nil && c.Channel != "" {
			j.Lane = wire.Said{Channel: c.Channel, User: c.User}.Lane()
		}
		return j, ok
	}
}

// fitSubmitted takes the answers of a fit check. The ack carries the whole reply.
func fitSubmitted(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	c, err := wire.ReadClick(d.Payload)
	if err != nil || c.User == "" {
		b.log.Warn("a fit check could not be read", "error", err)
		return inbox.Job{}, false
	}
	return inbox.Job{Surface: "fit check", Person: c.User, Reply: b.fit.Submitted(c)}, true
}

// personLane is the lane for changes to a person's Home tab, so that only one process
// makes them at a time.
func personLane(user string) string { return "person:" + user }

// clickedByPerson makes a taker for a click that changes the person's Home tab, wherever
// the button is.
func clickedByPerson(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, do)
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		if c, err := wire.ReadClick(d.Payload); err == nil {
			j.Lane = personLane(c.User)
		}
		return j, ok
	}
}

// byEditor guards what only admins and editors may do: every action_id and every
// submission can be forged, and some people are no longer editors.
func byEditor(do func(*Bot, context.Context, wire.Click) error) func(*Bot, context.Context, wire.Click) error {
	return func(b *Bot, ctx context.Context, c wire.Click) error {
		if !b.isEditor(c.User) {
			b.log.Warn("somebody who is no editor tried an editor's action")
			return b.poster.Tell(ctx, c, saysAdminsOnly)
		}
		return do(b, ctx, c)
	}
}

// boardLane is the lane for closing gaps: if two admins answer the same gap, the second
// finds it closed.
const boardLane = "board"

// onBoard makes a taker for what an admin does with a gap.
func onBoard(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, byEditor(do))
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		j.Lane = boardLane
		return j, ok
	}
}
