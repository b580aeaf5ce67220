package store

import (
	"context"
	"time"
)

// pruneAtOnce is how many rows are deleted in one transaction: few enough that an
// event that arrives meanwhile need not wait for long.
const pruneAtOnce = 200

// Prune deletes turns, votes, gaps and practices from before a time, and events
// that were done before another. Votes and gaps go with their turns.
func (s *Store) Prune(ctx context.Context, turns, events time.Time) error {
	for _, part := range []struct {
		statement string
		before    time.Time
	}{
		{`DELETE FROM turns WHERE id IN (SELECT t.id FROM turns t WHERE t.asked_at < ? LIMIT ?)`, turns},
		{`DELETE FROM practices WHERE (channel, thread) IN (SELECT p.channel, p.thread FROM practices p WHERE p.updated < ? LIMIT ?)`, turns},
		{`DELETE FROM events WHERE id IN (SELECT e.id FROM events e WHERE e.done_at < ? LIMIT ?)`, events},
	} {
		for more := true; more; {
			err := s.write(slowly(ctx), "prune", func(tx session) error {
				n, err := tx.exec(ctx, part.statement, micros(part.before), pruneAtOnce)
				more = n == pruneAtOnce
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
