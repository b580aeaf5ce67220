package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"careeradvisor/bot/memory"
)

// inbox implements [memory.Inbox].
type inbox struct{ db *database }

// Record keeps an event and reports true. If an event that shares a key with it is known, that one
// learns the new keys, and Record reports false.
func (s inbox) Record(ctx context.Context, e memory.Event) (id int64, fresh bool, err error) {
	type recorded struct {
		id    int64
		fresh bool
	}
	e.Lane, e.Person = short(e.Lane), short(e.Person)
	// In order, so that two who insert the same keys cannot deadlock.
	keys := make([]string, len(e.Keys))
	for i, k := range e.Keys {
		keys[i] = short(k)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	r, err := writeFirst(ctx, s.db, "record an event", func(tx session) (r recorded, err error) {
		// Within a lane, a later ID must not be seen before an earlier one, and the end of the
		// previous event must not be missed.
		if err := tx.hold(lane(e.Lane)); err != nil {
			return r, err
		}
		ids, err := known(tx, keys)
		if r.fresh = len(ids) == 0; r.fresh && err == nil {
			ids, err = all(tx, column[int64],
				`INSERT INTO events (kind, lane, person, payload, received, head)
				SELECT ?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM events o WHERE o.lane = ? AND o.done_at IS NULL) RETURNING id`,
				e.Kind, e.Lane, e.Person, e.Payload, micros(e.Received), e.Lane)
		}
		if err != nil {
			return r, err
		}
		r.id = ids[0]
		n, err := learn(tx, r.id, keys)
		if err == nil && r.fresh && n < int64(len(keys)) {
			return r, errAgain // a key has become known in the meantime
		}
		return r, err
	})
	if err != nil {
		return 0, false, err
	}
	return r.id, r.fresh, nil
}

// known is the first event that has one of the keys, if there is one.
func known(tx session, keys []string) ([]int64, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	return all(tx, column[int64], `SELECT event FROM event_keys WHERE key IN (`+marks(len(keys))+`) ORDER BY event LIMIT 1`, anys(keys)...)
}

// learn adds keys to an event and counts those that were new.
func learn(tx session, id int64, keys []string) (int64, error) {
	if len(keys) == 0 {
		return 0, nil
	}
	args := make([]any, 0, 2*len(keys))
	for _, k := range keys {
		args = append(args, k, id)
	}
	rows := strings.TrimSuffix(strings.Repeat("(?, ?), ", len(keys)), ", ")
	return tx.exec(`INSERT INTO event_keys (key, event) VALUES `+rows+` ON CONFLICT (key) DO NOTHING`, args...)
}

// Extend prolongs worker's leases of the events. A lease that another worker took
// over stays as it is.
func (s inbox) Extend(ctx context.Context, worker string, until time.Time, ids ...int64) error {
	if len(ids) == 0 {
		return nil
	}
	args := append([]any{micros(until), worker}, anys(ids)...)
	_, err := s.db.exec(ctx, "extend leases", `UPDATE events SET leased = ? WHERE worker = ? AND done_at IS NULL AND id IN (`+marks(len(ids))+`)`, args...)
	return err
}

// Done ends an event for good. Its keys and outcome stay, but not its content or whom it was from.
// An event that is done already keeps its outcome.
func (s inbox) Done(ctx context.Context, id int64, outcome string, at time.Time) error {
	return s.db.do(ctx, "end an event", func(tx session) error {
		lanes, err := all(tx, column[string], `SELECT lane FROM events WHERE id = ? AND done_at IS NULL`, id)
		if err != nil || len(lanes) == 0 {
			return err
		}
		if err := tx.hold(lane(lanes[0])); err != nil {
			return err
		}
		_, err = tx.exec(`UPDATE events SET done_at = ?, outcome = ?, `+emptied+` WHERE id = ? AND done_at IS NULL`, micros(at), outcome, id)
		if err != nil {
			return err
		}
		return advance(tx, lanes[0])
	})
}

// emptied sets the fields of an event that has ended.
const emptied = `head = FALSE, payload = NULL, person = '', lane = ''`

// lane is the name under which a lane is held.
func lane(name string) string { return "lane " + name }

// advance makes a lane's first open event its head. The lane is held.
func advance(tx session, lane string) error {
	_, err := tx.exec(`UPDATE events SET head = TRUE
		WHERE id = (SELECT MIN(o.id) FROM events o WHERE o.lane = ? AND o.done_at IS NULL) AND NOT head`, lane)
	return err
}

// mend gives a new head to every lane that has lost its own; otherwise nobody would ever take the
// lane's events.
func (s inbox) mend(ctx context.Context) error {
	_, err := s.db.exec(slowly(ctx), "mend lanes", `UPDATE events SET head = TRUE
		WHERE id IN (SELECT MIN(o.id) FROM events o WHERE o.done_at IS NULL GROUP BY o.lane) AND NOT head AND done_at IS NULL`)
	return err
}

// Waiting counts the open and leased events.
func (s inbox) Waiting(ctx context.Context) (int, error) {
	return first(ctx, s.db, "count events", column[int], `SELECT COUNT(*) FROM events WHERE done_at IS NULL`)
}
