package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/slack-go/slack/socketmode"
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

	pool := newPool(b.cfg.Workers * queuedPerWorker)
	inbox := newInbox(b, pool)
	b.pool.Store(pool)
	var workers, sockets, recorders, takers, leases sync.WaitGroup
	for range b.cfg.Workers {
		workers.Go(func() { pool.run(func(j job) { b.work(shift, j) }) })
	}
	closing, closed := make(chan struct{}), make(chan struct{})
	recorders.Go(func() { inbox.recordAll(shift, closing) })
	takers.Go(func() { inbox.take(shift, closing) })
	leases.Go(func() { inbox.hold(shift, closed) })
	rest := b.doChores(ctx)

	err := b.listenAll(ctx, line, inbox, &sockets)
	b.closing.Store(true)
	b.log.Info("taking no more questions; finishing those in hand")
	rest()
	late := b.hurry(stop)
	close(closing)
	recorders.Wait()
	if sleep(shift, ackFlush) == nil { // the client does not tell when it has sent them
		hangUp()
		sockets.Wait()
	}
	takers.Wait()
	pool.close()
	workers.Wait()
	late.Stop()
	close(closed)
	leases.Wait()
	hangUp()
	sockets.Wait()
	return err
}

// queuedPerWorker is how much work is taken out of the memory ahead of the workers.
const queuedPerWorker = 4

// listenAll opens the connections and listens to all of them until ctx ends or one
// ends for good, which is an error. The connections themselves last until line ends.
func (b *Bot) listenAll(ctx, line context.Context, inbox *inbox, sockets *sync.WaitGroup) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var listeners sync.WaitGroup
	for range b.cfg.Connections {
		in := &intake{Bot: b, ctx: line, socket: b.socket(), inbox: inbox}
		ended := make(chan error, 1)
		sockets.Go(func() { ended <- in.run() })
		listeners.Go(func() {
			if err := in.listen(ctx, ended); err != nil {
				cancel(err)
			}
		})
	}
	listeners.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// introduce finds out who the bot is, unless Preflight did.
func (b *Bot) introduce(ctx context.Context) error {
	if b.me.Load() == nil {
		if _, err := b.Preflight(ctx); err != nil {
			return err
		}
	}
	me := b.self()
	b.log.Info("signed in to Slack", "team", me.Team, "user", me.User)
	if len(me.Missing) > 0 {
		b.log.Warn("the app lacks scopes; add them under “OAuth & Permissions” and install it again", "missing", me.Missing)
	}
	return nil
}

// socket is a new connection's client. It is not in debug mode, which would make
// Slack close connections every few minutes.
func (b *Bot) socket() *socketmode.Client {
	return socketmode.New(b.app, socketmode.OptionLog(clientLog{b.log}), socketmode.OptionDialer(b.line.dialer()),
		socketmode.OptionPingInterval(b.cfg.Silence))
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
