package store

import (
	"context"
	"time"
)

// Ended returns the outcome of an event that is done, and what is still known about it besides its
// keys.
func (s *Store) Ended(ctx context.Context, id int64) (outcome, rest string, err error) {
	_, err = first(ctx, s.database, "test", func(r row) (struct{}, error) {
		var payload []byte
		var person, lane string
		err := r.Scan(&outcome, &payload, &person, &lane)
		rest = string(payload) + person + lane
		return struct{}{}, err
	}, `SELECT outcome, payload, person, lane FROM events WHERE id = ? AND done_at IS NOT NULL`, id)
	return outcome, rest, err
}

// Unhurried gives calls all the time they need on a busy machine.
func (s *Store) Unhurried() {
	if s.breaker != nil {
		s.breaker.within = time.Hour
	}
}

// Quiet returns once no call is under way, not even one that nobody is waiting for.
func (s *Store) Quiet() { s.breaker.calls.Wait() }

// Exec runs a statement, for tests that damage things.
func (s *Store) Exec(ctx context.Context, statement string) error {
	_, err := s.pool.ExecContext(ctx, statement)
	return err
}

// Hold keeps all others from writing until release is called.
func (s *Store) Hold(ctx context.Context) (release func()) {
	tx, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		panic(err)
	}
	return func() { _ = tx.Rollback() }
}

// Lock keeps all others from tables until release is called.
func (s *Store) Lock(ctx context.Context, tables string) (release func(), err error) {
	tx, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, `LOCK TABLE `+tables+` IN ACCESS EXCLUSIVE MODE`)
	return func() { _ = tx.Rollback() }, err
}

// Stall begins to end an event, and then stands still, with the event and its lane locked, until
// the other function is done.
func (s *Store) Stall(ctx context.Context, id int64, inLane string, meanwhile func()) (tries int, err error) {
	err = s.do(ctx, "stall", func(tx session) error {
		tries++
		if err := tx.hold(lane(inLane)); err != nil {
			return err
		}
		if tries == 1 {
			if _, err := tx.exec(`UPDATE events SET attempt = attempt WHERE id = ?`, id); err != nil {
				return err
			}
			meanwhile()
		}
		return advance(tx, inLane)
	})
	return tries, err
}

// Number reads a number.
func (s *Store) Number(ctx context.Context, query string) (int, error) {
	return first(ctx, s.database, "test", column[int], query)
}

// Text reads a text.
func (s *Store) Text(ctx context.Context, query string) (string, error) {
	return first(ctx, s.database, "test", column[string], query)
}

// Rows counts what is in a table.
func (s *Store) Rows(ctx context.Context, table string) (int, error) {
	return s.Number(ctx, `SELECT COUNT(*) FROM `+table)
}

// Settle copies the log at every tick.
func (s *Store) Settle(ctx context.Context, tick <-chan time.Time) { s.settle(ctx, tick) }

// Explain is the sentence for an error of a database.
func Explain(err error, postgres bool) string {
	d := &sqliteDialect
	if postgres {
		d = &postgresDialect
	}
	return d.say("PLACE", err)
}

// Hide takes the secrets in a URL out of text.
func Hide(url, password, text string) string { return hider(url, password)(text) }
