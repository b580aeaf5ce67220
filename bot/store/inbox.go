package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"careeradvisor/bot/memory"
)

// Record keeps an event and reports true, or reports false where an event that
// shares a key with it is known, which learns the new keys.
func (s *Store) Record(ctx context.Context, e memory.Event) (id int64, fresh bool, err error) {
	e.Lane, e.Person = short(e.Lane), short(e.Person)
	// In order, so that two who insert the same keys wait for one another in turn.
	keys := make([]string, len(e.Keys))
	for i, k := range e.Keys {
		keys[i] = short(k)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	err = s.writeFirst(ctx, "record an event", func(tx session) (err error) {
		// Of one lane a later ID must not be seen before an earlier one, nor the end of
		// the event before be missed.
		if err := tx.hold(ctx, lane(e.Lane)); err != nil {
			return err
		}
		id, fresh, err = known(ctx, tx, keys)
		if err == nil && fresh {
			id, err = one(ctx, tx, column[int64],
				`INSERT INTO events (kind, lane, person, payload, received, head)
				SELECT ?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM events o WHERE o.lane = ? AND o.done_at IS NULL) RETURNING id`,
				e.Kind, e.Lane, e.Person, e.Payload, micros(e.Received), e.Lane)
		}
		if err != nil || len(keys) == 0 {
			return err
		}
		n, err := learn(ctx, tx, id, keys)
		if err == nil && fresh && n < int64(len(keys)) {
			return errAgain // a key became known meanwhile
		}
		return err
	})
	if err != nil {
		return 0, false, err
	}
	return id, fresh, nil
}

// known is the first event that has one of the keys; none is fresh.
func known(ctx context.Context, tx session, keys []string) (id int64, fresh bool, err error) {
	if len(keys) == 0 {
		return 0, true, nil
	}
	ids, err := all(ctx, tx, column[int64],
		`SELECT event FROM event_keys WHERE key IN (`+marks(len(keys))+`) ORDER BY event LIMIT 1`, anys(keys)...)
	if err != nil || len(ids) == 0 {
		return 0, err == nil, err
	}
	return ids[0], false, nil
}

// learn adds keys to an event and counts those that were new.
func learn(ctx context.Context, tx session, id int64, keys []string) (int64, error) {
	args := make([]any, 0, 2*len(keys))
	for _, k := range keys {
		args = append(args, k, id)
	}
	rows := strings.TrimSuffix(strings.Repeat("(?, ?), ", len(keys)), ", ")
	return tx.exec(ctx, `INSERT INTO event_keys (key, event) VALUES `+rows+` ON CONFLICT (key) DO NOTHING`, args...)
}

// Extend prolongs worker's leases of the events. A lease that another worker took
// over stays as it is.
func (s *Store) Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error {
	if len(ids) == 0 {
		return nil
	}
	args := append([]any{micros(until), worker}, anys(ids)...)
	return s.write(ctx, "extend leases", func(tx session) error {
		_, err := tx.exec(ctx, `UPDATE events SET leased = ? WHERE worker = ? AND done_at IS NULL AND id IN (`+marks(len(ids))+`)`, args...)
		return err
	})
}

// Done ends an event for good. Its keys and outcome stay, what it said and whom
// it was from does not. An event that is done already keeps its outcome.
func (s *Store) Done(ctx context.Context, id int64, outcome string, at time.Time) error {
	return s.write(ctx, "end an event", func(tx session) error {
		lanes, err := all(ctx, tx, column[string], `SELECT lane FROM events WHERE id = ? AND done_at IS NULL`, id)
		if err != nil || len(lanes) == 0 {
			return err
		}
		if err := tx.hold(ctx, lane(lanes[0])); err != nil {
			return err
		}
		_, err = tx.exec(ctx, `UPDATE events SET done_at = ?, outcome = ?, `+emptied+` WHERE id = ? AND done_at IS NULL`, micros(at), outcome, id)
		if err != nil {
			return err
		}
		return advance(ctx, tx, lanes[0])
	})
}

// emptied is what becomes of an event that ends.
const emptied = `head = FALSE, payload = NULL, person = '', lane = ''`

// lane is the name by which a lane is held.
func lane(name string) string { return "lane " + name }

// advance makes a lane's first open event its head. The lane is held.
func advance(ctx context.Context, tx session, lane string) error {
	_, err := tx.exec(ctx, `UPDATE events SET head = TRUE
		WHERE id = (SELECT MIN(o.id) FROM events o WHERE o.lane = ? AND o.done_at IS NULL) AND NOT head`, lane)
	return err
}

// mend gives every lane its head, should one have lost it: nobody else would ever
// take the lane's events.
func (s *Store) mend(ctx context.Context) error {
	return s.write(slowly(ctx), "mend lanes", func(tx session) error {
		_, err := tx.exec(ctx, `UPDATE events SET head = TRUE
			WHERE id IN (SELECT MIN(o.id) FROM events o WHERE o.done_at IS NULL GROUP BY o.lane) AND NOT head AND done_at IS NULL`)
		return err
	})
}

// Waiting counts the open and leased events.
func (s *Store) Waiting(ctx context.Context) (int, error) {
	n, err := one(ctx, s.read(), column[int], `SELECT COUNT(*) FROM events WHERE done_at IS NULL`)
	return n, s.fail("count events", err)
}
