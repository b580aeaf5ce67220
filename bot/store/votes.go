package store

import (
	"context"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// Vote keeps a vote, in the place of the voter's earlier one on that turn; an
// empty reason keeps the earlier one where the verdict is the same. A vote on no
// turn is [knowledge.ErrNotFound].
func (s *Store) Vote(ctx context.Context, v memory.Vote) error {
	return s.write(ctx, "keep a vote", func(tx session) error {
		n, err := tx.exec(ctx, `
			INSERT INTO votes (turn, voter, helpful, reason, voted_at)
			SELECT t.id, ?, ?, ?, ? FROM turns t WHERE t.id = ?
			ON CONFLICT (turn, voter) DO UPDATE SET
				reason = CASE WHEN excluded.reason = '' AND excluded.helpful = votes.helpful THEN votes.reason ELSE excluded.reason END,
				helpful = excluded.helpful, voted_at = excluded.voted_at`,
			v.Voter, v.Helpful, v.Reason, micros(v.At), v.Turn)
		if err == nil && n == 0 {
			err = knowledge.ErrNotFound
		}
		return err
	})
}
