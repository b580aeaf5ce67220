package store

import (
	"context"

	"careeradvisor/bot/memory"
)

// Forget deletes all that is kept about a person: turns with their replies, gaps and all votes on
// them, the person's votes on other turns, plan and practices. Events of the person that nobody has
// begun are ended and their content deleted; one in progress, such as the request to be forgotten
// itself, loses its content when it is done.
func (s housekeeping) Forget(ctx context.Context, person string) (memory.Forgotten, error) {
	if person == "" { // from an unknown person
		return memory.Forgotten{}, nil
	}
	return write(slowly(ctx), s.db, "forget a person", func(tx session) (f memory.Forgotten, err error) {
		for _, part := range []struct {
			count     *int
			statement string
		}{
			{&f.Votes, `DELETE FROM votes WHERE voter = ?`},
			{&f.Turns, `DELETE FROM turns WHERE asker = ?`},
			{&f.Plans, `DELETE FROM plans WHERE owner = ?`},
			{&f.Practices, `DELETE FROM practices WHERE owner = ?`},
			{nil, `UPDATE turns SET closed_by = '' WHERE closed_by = ?`},
		} {
			n, err := tx.exec(part.statement, person)
			if err != nil {
				return f, err
			}
			if part.count != nil {
				*part.count = int(n)
			}
		}
		return f, forgetEvents(tx, person)
	})
}

func forgetEvents(tx session, person string) error {
	const theirs = `person = ? AND attempt = 0 AND done_at IS NULL`
	lanes, err := all(tx, column[string], `SELECT DISTINCT lane FROM events WHERE `+theirs+` ORDER BY lane`, person)
	if err != nil {
		return err
	}
	for _, l := range lanes { // in order, so that two who hold several cannot deadlock
		if err := tx.hold(lane(l)); err != nil {
			return err
		}
		if _, err := tx.exec(`UPDATE events SET done_at = received, outcome = 'forgotten', `+emptied+` WHERE lane = ? AND `+theirs, l, person); err != nil {
			return err
		}
		if err := advance(tx, l); err != nil {
			return err
		}
	}
	return nil
}
