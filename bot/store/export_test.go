package store

import "context"

// Ended is the outcome of an event that is done, and what is still known of it
// beside its keys.
func (s *Store) Ended(ctx context.Context, id int64) (outcome, rest string, err error) {
	_, err = one(ctx, s.read(), func(r row) (struct{}, error) {
		var payload []byte
		var person, lane string
		err := r.Scan(&outcome, &payload, &person, &lane)
		rest = string(payload) + person + lane
		return struct{}{}, err
	}, `SELECT outcome, payload, person, lane FROM events WHERE id = ? AND done_at IS NOT NULL`, id)
	return outcome, rest, err
}

// Exec runs a statement, for tests that damage things.
func (s *Store) Exec(ctx context.Context, statement string) error {
	_, err := s.pool.ExecContext(ctx, statement)
	return err
}

// Rows counts what is in a table.
func (s *Store) Rows(ctx context.Context, table string) (int, error) {
	return one(ctx, s.read(), column[int], `SELECT COUNT(*) FROM `+table)
}
