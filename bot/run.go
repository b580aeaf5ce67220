package bot

import (
	"context"
	"time"

	"careeradvisor/bot/wire"
)

// Run answers until ctx ends. Then it acks what has arrived, closes the connections,
// so that Slack sends the rest elsewhere, finishes the work in hand, for at most
// Config.Drain, and returns nil. It returns early, with a [knowledge.Error], when
// Slack does not let the app in.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.introduce(ctx); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	// Socket and workers outlive ctx: acks and answers have to get out.
	line, hangUp := context.WithCancel(context.WithoutCancel(ctx))
	defer hangUp()
	shift, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()

	q := b.newQueue()
	b.queue.Store(q)
	q.Start(shift)
	rest := b.doChores(ctx)

	sockets, err := b.conn.Listen(ctx, line, b.arrived(q))
	b.closing.Store(true)
	b.log.Info("taking no more questions; finishing those in hand")
	rest()
	late := b.hurry(stop)
	q.Shut()
	if wire.Sleep(shift, ackFlush) == nil { // the client does not tell when it has sent them
		hangUp()
		sockets()
	}
	q.Drain()
	late.Stop()
	hangUp()
	sockets()
	return err
}

// introduce finds out who the bot is, unless Preflight did.
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

// hurry stops the work in hand when its time is up. Every Answerer and every call to
// Slack ends with its context; what is stopped is taken up again by another process,
// or the next.
func (b *Bot) hurry(stop func()) *time.Timer {
	return time.AfterFunc(b.cfg.Drain, func() {
		b.log.Warn("stopping though questions are still in work", "after", b.cfg.Drain)
		stop()
	})
}

// Health is what a bot knows about its connections to Slack.
type Health struct {
	wire.Health
	Closing bool // Run is ending: no more questions are taken
}

// Health is a snapshot.
func (b *Bot) Health() Health { return Health{b.conn.Health(), b.closing.Load()} }

// Limits that this package sets itself.
const (
	ackFlush      = 200 * time.Millisecond // for the last acks to get out before the sockets are closed
	apologyWithin = 10 * time.Second       // one apology

)
