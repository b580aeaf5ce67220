package bot

import (
	"context"
	"errors"
	"strings"
	"time"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Run answers until ctx ends. Then it acks what has arrived, closes the connections so that Slack
// sends the rest elsewhere, finishes the work in hand within Config.Drain, and returns nil. It
// returns early, with a [knowledge.Error], when Slack does not let the app in.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.introduce(ctx); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	// Sockets and workers outlive ctx, since acks and answers have to get out.
	line, hangUp := context.WithCancel(context.WithoutCancel(ctx))
	defer hangUp()
	shift, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()

	q := inbox.New(inbox.Options{
		Memory: b.memory, Handle: b.recorded, Passing: isPassing, Failed: b.failed, Count: b.metrics.countEvent, Ended: b.metrics.countJob,
		Workers: b.cfg.Workers, Room: b.cfg.Queue, Alone: b.cfg.Alone, Clock: b.cfg.Now, Log: b.log,
	})
	b.queue.Store(q)
	q.Start(shift)
	rest := b.doChores(ctx)

	sockets, err := b.conn.Listen(ctx, line, b.arrived(q))
	b.closing.Store(true)
	b.log.Info("taking no more questions; finishing the ones in hand")
	rest()
	// Whatever is stopped is taken up again by another process, or by the next.
	late := time.AfterFunc(b.cfg.Drain, func() {
		b.log.Warn("stopping although some questions are still being worked on", "after", b.cfg.Drain)
		stop()
	})
	q.Shut()
	if wire.Sleep(shift, ackFlush) == nil { // the client does not say when it has sent them
		hangUp()
		sockets()
	}
	q.Drain()
	late.Stop()
	hangUp()
	sockets()
	return err
}

// introduce finds out who the bot is, unless Preflight already has.
func (b *Bot) introduce(ctx context.Context) error {
	if b.self().UserID == "" {
		if _, err := b.conn.Preflight(ctx); err != nil {
			return err
		}
	}
	if err := b.settings.Load(ctx); err != nil {
		b.log.Error("settings cannot be read: until they are, no document is quoted", "error", err)
	}
	me := b.self()
	b.log.Info("signed in to Slack", "team", me.Team, "user", me.User)
	if len(me.Missing) > 0 {
		b.log.Warn("the app lacks scopes; add them under “OAuth & Permissions” and install it again", "missing", me.Missing)
	}
	return nil
}

// Health is what a bot knows about its connections to Slack.
type Health struct {
	wire.Health
	Closing bool // Run is ending: no more questions are taken
}

// Health is a snapshot.
func (b *Bot) Health() Health { return Health{b.conn.Health(), b.closing.Load()} }

// arrived makes the function that takes envelopes from the sockets. Even an envelope that cannot be
// read is acked, or Slack would deliver it again and again.
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

// recorded is the job for an event that was recorded before.
func (b *Bot) recorded(e memory.Event) (inbox.Job, bool) {
	d, err := wire.Open(wire.Envelope{ID: envelopeOf(e), Type: e.Kind, Payload: e.Payload})
	if err != nil {
		b.log.Error("a recorded event can no longer be read", "event", e.ID, "error", err)
		return inbox.Job{}, false
	}
	d.Again = e.Attempt > 1
	return b.route(d)
}

// envelopeOf is the ID of the envelope that an event came in, for events that have no other name.
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
		b.log.Info("a click was on something that is no longer kept", "event", j.ID, "surface", j.Surface)
	} else if p, ok := errors.AsType[*knowledge.Panic](err); ok {
		b.log.Error("a question's work panicked", "event", j.ID, "surface", j.Surface, "error", err, "stack", string(p.Stack))
	} else {
		b.log.Error("a question was not answered", "event", j.ID, "surface", j.Surface, "error", err)
	}
	if _, ok := errors.AsType[*post.Undelivered](err); ok || j.Say == nil {
		return outcome
	}
	// This has its own time limit: the work may have failed because its time was up.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), apologyWithin)
	defer cancel()
	if err := knowledge.Guard(func() error { return j.Say(ctx, knowledge.Say(err)) }); err != nil {
		b.log.Error("an apology did not reach the person", "event", j.ID, "surface", j.Surface, "error", err)
	}
	return outcome
}

const (
	ackFlush      = 200 * time.Millisecond // for the last acks to get out before the sockets are closed
	apologyWithin = 10 * time.Second       // one apology
)
