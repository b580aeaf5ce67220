package bot

import (
	"context"
	"sync"
	"time"

	"github.com/slack-go/slack/socketmode"
)

// Run answers until ctx ends, and then finishes the work in hand, for at most
// Config.Drain, before it closes the connection and returns nil. It returns
// early, with a [knowledge.Error], when Slack does not let the app in.
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

	pool := newPool(b.cfg.Queue)
	in := &intake{Bot: b, ctx: line, socket: b.socket(), pool: pool}
	var workers, socket sync.WaitGroup
	for range b.cfg.Workers {
		workers.Go(func() { pool.run(func(j job) { b.work(shift, j) }) })
	}
	ended := make(chan error, 1)
	socket.Go(func() { ended <- guard(func() error { return in.socket.RunContext(line) }) })

	err := in.listen(ctx, ended)
	b.log.Info("taking no more questions; finishing those in hand")
	pool.close()
	b.drain(&workers, stop)
	hangUp()
	socket.Wait()
	return err
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
	return socketmode.New(b.app, socketmode.OptionLog(clientLog{b.log}))
}

// drain waits for the workers, and stops them when their time is up. Every
// Answerer and every call to Slack ends with its context.
func (b *Bot) drain(workers *sync.WaitGroup, stop func()) {
	late := time.AfterFunc(b.cfg.Drain, func() {
		b.log.Warn("stopping though questions are still in work", "after", b.cfg.Drain)
		stop()
	})
	defer late.Stop()
	workers.Wait()
}
