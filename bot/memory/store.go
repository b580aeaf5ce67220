package memory

import (
	"context"
	"time"
)

// Store is everything that the bot remembers. Its methods may be called by many goroutines at once.
// Times come from the bot's clock.
type Store interface {
	Inbox
	Turns
	Gaps
	Plans
	Practices
	Settings
	Referrals
	Housekeeping
}

// Housekeeping keeps the memory small, and lets people delete what is theirs.
type Housekeeping interface {
	// Once reports true only the first time that it is ever called with a key.
	Once(ctx context.Context, key string, at time.Time) (bool, error)

	// DropTurn deletes a turn with its votes and gap; it is not an error if there is none.
	DropTurn(ctx context.Context, id string) error

	// Forget deletes everything that is kept about a person, including their turns and the votes of
	// others on those.
	Forget(ctx context.Context, person string) (Forgotten, error)

	// Prune deletes turns, votes, gaps and practices from before a time, and events
	// that were done before another.
	Prune(ctx context.Context, turns, events time.Time) error

	// Ping reports whether the store works.
	Ping(ctx context.Context) error
}
