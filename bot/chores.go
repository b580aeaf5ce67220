package bot

import (
	"context"
	"sync"
	"time"

	"careeradvisor/bot/channels"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// chore is something that a bot does periodically besides answering.
type chore struct {
	what  string
	pause time.Duration
	do    func(context.Context) error
}

// chores is the one place where new chores are added.
func (b *Bot) chores() []chore {
	return []chore{
		{"settings", channels.Every, b.settings.Load},
		{"reminders", home.NudgeEvery, b.planner.Nudge},
		{"weekly summary", home.DigestEvery, b.editor.SendDigest},
		{"housekeeping", pruneEvery, b.prune},
	}
}

// Tick makes the clock for a chore: ticks come a pause apart until stop is called.
type Tick func(what string, pause time.Duration) (ticks <-chan time.Time, stop func())

func realTick(_ string, pause time.Duration) (<-chan time.Time, func()) {
	t := time.NewTicker(pause)
	return t.C, t.Stop
}

// doChores does each chore right away and then at every tick. The function it returns stops the
// chores and waits for those in progress.
func (b *Bot) doChores(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var all sync.WaitGroup
	for _, c := range b.chores() {
		all.Go(func() { b.every(ctx, c) })
	}
	return func() {
		cancel()
		all.Wait()
	}
}

// every does a chore at every tick. One that fails is tried again at the next.
func (b *Bot) every(ctx context.Context, c chore) {
	ticks, stop := b.cfg.Tick(c.what, c.pause)
	defer stop()
	for {
		err := knowledge.Guard(func() error { return c.do(ctx) })
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			b.log.Error("a chore failed; it will be tried again later", "chore", c.what, "error", err)
		}
		select {
		case <-ticks:
		case <-ctx.Done():
			return
		}
	}
}

// prune deletes what is older than Config.Retention. Events that have been handled are deleted
// after eventsFor, or sooner if nothing is kept that long.
func (b *Bot) prune(ctx context.Context) error {
	now, since, events := b.cfg.Now(), time.Time{}, eventsFor
	if b.cfg.Retention > 0 {
		since, events = now.Add(-b.cfg.Retention), min(events, b.cfg.Retention)
	}
	return memory.Failed("delete what is old", b.memory.Prune(ctx, since, now.Add(-events)))
}

const (
	// pruneEvery is how often the bot looks for anything that is too old.
	pruneEvery = time.Hour

	// eventsFor is how long the names of events are kept, so that an edit which brings
	// one back days later is not taken for a new one.
	eventsFor = 7 * 24 * time.Hour
)
