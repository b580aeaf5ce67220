package bot

import (
	"context"
	"fmt"
	"time"

	"careeradvisor/knowledge"
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
		return unremembered("delete what is old", err)
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

// unremembered is the failure of a memory as a person may read it: what its own
// errors say is for operators.
func unremembered(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
