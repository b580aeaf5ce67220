package bot

import (
	"context"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// act does what a click asks for.
type act = func(context.Context, wire.Click) error

// lane names the queue that a click is in: whatever shares it, clicks or messages, is handled in order.
type lane func(wire.Click) string

// byPlace is for clicks in one message or, in views, for those of one person.
func byPlace(c wire.Click) string {
	if c.Message != "" {
		return "message:" + c.Channel + ":" + c.Message
	}
	return personLane(c.User)
}

// byPerson is for clicks that change a person's Home tab, wherever the button is.
func byPerson(c wire.Click) string { return personLane(c.User) }

// personLane is the lane for changes to a person's Home tab, so that only one process
// makes them at a time.
func personLane(user string) string { return "person:" + user }

// byThread is for clicks that are handled in order with the conversation's messages.
func byThread(c wire.Click) string {
	if c.Channel == "" {
		return byPlace(c)
	}
	return wire.Said{Channel: c.Channel, User: c.User}.Lane()
}

// onBoard is the lane for filling gaps: if two editors fill the same gap, the second finds
// it already closed.
func onBoard(wire.Click) string { return "board" }

// clicked makes a taker for a click.
func clicked(surface string, lane lane, do act) taker {
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		c, ok := b.readClick(d)
		return inbox.Job{
			Surface: surface,
			Names:   []string{c.Key, "envelope:" + d.Envelope.ID},
			Person:  c.User,
			Lane:    lane(c),
			Do:      func(ctx context.Context) error { return do(ctx, c) },
			Say:     b.poster.Privately(c).Say,
		}, ok
	}
}

func (b *Bot) readClick(d wire.Delivery) (wire.Click, bool) {
	c, err := wire.ReadClick(d.Payload)
	if err != nil || c.User == "" {
		b.log.Warn("a click could not be read", "error", err)
		return c, false
	}
	c.Again = d.Again
	return c, true
}

// replied makes a taker for a modal whose ack carries the whole reply. Nothing is
// recorded.
func replied(surface string, reply func(wire.Click) any) taker {
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		c, ok := b.readClick(d)
		return inbox.Job{Surface: surface, Person: c.User, Reply: reply(c)}, ok
	}
}
