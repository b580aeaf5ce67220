package store

import (
	"context"
	"time"
)

// housekeeping implements [memory.Housekeeping].
type housekeeping struct{ db *database }

// Once reports true only the first time that it is ever called with a key.
func (s housekeeping) Once(ctx context.Context, key string, at time.Time) (bool, error) {
	n, err := s.db.exec(ctx, "once", `INSERT INTO occasions (key, seen) VALUES (?, ?) ON CONFLICT (key) DO NOTHING`, key, micros(at))
	return n == 1, err
}

// DropTurn deletes a turn with its votes and gap.
func (s housekeeping) DropTurn(ctx context.Context, id string) error {
	_, err := s.db.exec(ctx, "drop a turn", `DELETE FROM turns WHERE id = ?`, id)
	return err
}

// pruneAtOnce is how many rows are deleted in one transaction: few enough that an event that
// arrives in the meantime need not wait for long.
const pruneAtOnce = 200

// Prune deletes turns, votes, gaps and practices from before a time, and events
// that were done before another. Votes and gaps go with their turns.
func (s housekeeping) Prune(ctx context.Context, turns, events time.Time) error {
	for _, part := range []struct {
		statement string
		before    time.Time
	}{
		{`DELETE FROM turns WHERE id IN (SELECT t.id FROM turns t WHERE t.asked_at < ? LIMIT ?)`, turns},
		{`DELETE FROM practices WHERE (channel, thread) IN (SELECT p.channel, p.thread FROM practices p WHERE p.updated < ? LIMIT ?)`, turns},
		{`DELETE FROM events WHERE id IN (SELECT e.id FROM events e WHERE e.done_at < ? LIMIT ?)`, events},
	} {
		for n := int64(pruneAtOnce); n == pruneAtOnce; {
			var err error
			if n, err = s.db.exec(slowly(ctx), "prune", part.statement, micros(part.before), pruneAtOnce); err != nil {
				return err
			}
		}
	}
	return nil
}
