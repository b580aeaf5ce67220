package bot

import (
	"context"
	"time"

	"careeradvisor/bot/memory"
)

// prune deletes what is older than Config.Retention. What arrived and is dealt with
// goes after eventsFor, or sooner where nothing is kept as long.
func (b *Bot) prune(ctx context.Context) error {
	now := b.cfg.Now()
	events := eventsFor
	if b.cfg.Retention > 0 {
		events = min(events, b.cfg.Retention)
	}
	if err := b.memory.Prune(ctx, b.kept(), now.Add(-events)); err != nil {
		return memory.Failed("delete what is old", err)
	}
	return nil
}

const (
	// pruneEvery is how often it is looked for what is too old.
	pruneEvery = time.Hour

	// eventsFor is how long the names of events are kept, so that an edit which brings
	// one back days later is not taken for a new one.
	eventsFor = 7 * 24 * time.Hour
)

// kept is the time from which on turns are kept.
func (b *Bot) kept() time.Time {
	if b.cfg.Retention <= 0 {
		return time.Time{}
	}
	return b.cfg.Now().Add(-b.cfg.Retention)
}
