package store

import (
	"context"

	"careeradvisor/knowledge"
)

// Forget deletes all that is kept about a person: turns with their replies, gaps
// and all votes on them, the person's votes on other turns, plan and practices.
// Events of the person that nobody has begun are ended, and what they say
// deleted; one that is being dealt with, as the wish to be forgotten is, loses it
// when it is done.
func (s *Store) Forget(ctx context.Context, person string) (knowledge.Forgotten, error) {
	var f knowledge.Forgotten
	if person == "" { // whom we do not know
		return f, nil
	}
	err := s.write(ctx, "forget a person", func(tx session) error {
		f = knowledge.Forgotten{}
		for _, part := range []struct {
			count     *int
			statement string
		}{
			{&f.Votes, `DELETE FROM votes WHERE voter = ?`},
			{&f.Turns, `DELETE FROM turns WHERE asker = ?`},
			{&f.Plans, `DELETE FROM plans WHERE owner = ?`},
			{&f.Practices, `DELETE FROM practices WHERE owner = ?`},
			{nil, `UPDATE turns SET closed_by = '' WHERE closed_by = ?`},
			{nil, `UPDATE events SET done_at = received, outcome = 'forgotten', payload = NULL, person = '', lane = ''
				WHERE done_at IS NULL AND attempt = 0 AND person = ?`},
		} {
			n, err := tx.exec(ctx, part.statement, person)
			if err != nil {
				return err
			}
			if part.count != nil {
				*part.count = int(n)
			}
		}
		return nil
	})
	return f, err
}
