package bot

import (
	"context"
	"errors"
	"strings"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// newQueue makes the queue of what arrives.
func (b *Bot) newQueue() *inbox.Queue {
	return inbox.New(inbox.Options{
		Memory: b.memory, Handle: b.recorded, Passing: isPassing, Failed: b.failed, Count: b.metrics.countEvent, Ended: b.metrics.countJob,
		Workers: b.cfg.Workers, Room: b.cfg.Queue, Alone: b.cfg.Alone, Clock: b.cfg.Now, Log: b.log,
	})
}

// arrived makes what takes the envelopes of the sockets. A panic while reading one
// affects that envelope only. It is acked in any case, or Slack would deliver it again
// and again.
func (b *Bot) arrived(q *inbox.Queue) wire.Taker {
	return func(e wire.Envelope, ack func(reply any)) {
		err := knowledge.Guard(func() error {
			d, err := wire.Open(e)
			if err != nil {
				return err
			}
			if e.ID == "" {
				return errors.New("it has no ID")
			}
			j, ok := b.route(d)
			if !ok {
				b.metrics.countEvent(d.Kind, ignored)
				b.log.Debug("ignored", "kind", d.Kind)
				ack(nil)
				return nil
			}
			q.Put(inbox.Arrival{Kind: e.Type, Payload: e.Payload, Job: j, Ack: ack})
			return nil
		})
		if err != nil {
			b.metrics.countEvent(e.Type, malformed)
			b.log.Warn("an envelope could not be read", "type", e.Type, "error", err)
			ack(nil)
		}
	}
}

// recorded is the work of an event that was recorded before.
func (b *Bot) recorded(e memory.Event) (inbox.Job, bool) {
	d, err := wire.Open(wire.Envelope{ID: envelopeOf(e), Type: e.Kind, Payload: e.Payload})
	if err != nil {
		b.log.Error("a recorded event cannot be read any more", "event", e.ID, "error", err)
		return inbox.Job{}, false
	}
	d.Again = e.Attempt > 1
	return b.route(d)
}

// envelopeOf is the ID of the envelope that an event came in, for what is known by
// nothing else.
func envelopeOf(e memory.Event) string {
	for _, k := range e.Keys {
		if id, ok := strings.CutPrefix(k, "envelope:"); ok {
			return id
		}
	}
	return ""
}

// isPassing reports whether an answer is only unavailable for now.
func isPassing(err error) bool {
	u, ok := errors.AsType[*post.Undelivered](err)
	return ok && u.Passing || errors.Is(err, ask.ErrTooFast)
}

// failed tells the person that their question was not answered.
func (b *Bot) failed(ctx context.Context, j inbox.Job, err error) (outcome string) {
	outcome = inbox.Failed
	if errors.Is(err, knowledge.ErrNotFound) { // an old button: nothing is wrong
		outcome = inbox.Done
		b.log.Info("a click was on something that is not kept any more", "event", j.ID, "surface", j.Surface)
	} else if p, ok := errors.AsType[*knowledge.Panic](err); ok {
		b.log.Error("a question's work panicked", "event", j.ID, "surface", j.Surface, "error", err, "stack", string(p.Stack))
	} else {
		b.log.Error("a question was not answered", "event", j.ID, "surface", j.Surface, "error", err)
	}
	if _, ok := errors.AsType[*post.Undelivered](err); ok {
		return outcome
	}
	// Its own time: the work may have failed because its time was up.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), apologyWithin)
	defer cancel()
	if err := knowledge.Guard(func() error { return j.Say(ctx, knowledge.Say(err)) }); err != nil {
		b.log.Error("an apology did not reach the person", "event", j.ID, "surface", j.Surface, "error", err)
	}
	return outcome
}
