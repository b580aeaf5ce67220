package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"careeradvisor/knowledge"
)

// heads are the first open events of the lanes. It walks the lanes by their index,
// so that a lane with a thousand events costs as much as one with a single one.
const heads = `
WITH RECURSIVE lanes (lane) AS (
	SELECT MIN(lane) FROM events WHERE done_at IS NULL
	UNION ALL
	SELECT (SELECT MIN(n.lane) FROM events n WHERE n.done_at IS NULL AND n.lane > lanes.lane) FROM lanes WHERE lanes.lane IS NOT NULL
), heads (id) AS (
	SELECT (SELECT MIN(f.id) FROM events f WHERE f.done_at IS NULL AND f.lane = lanes.lane) FROM lanes WHERE lanes.lane IS NOT NULL
)`

// freeHeads are those heads whose lease has ended or never began. Only the first
// of a lane is ever leased, hence a lane whose first is free has no lease at all.
// The conditions stand outside the walk, for the database to check them again
// when another worker changed the row meanwhile.
const freeHeads = `SELECT e.id FROM heads h JOIN events e ON e.id = h.id
	WHERE e.done_at IS NULL AND e.leased <= ?
	ORDER BY e.id LIMIT ?`

// Take leases up to n events to worker until the time until: the oldest of each
// lane that are open, of which no event of the same lane is leased.
func (s *Store) Take(ctx context.Context, worker string, now, until time.Time, n int) ([]knowledge.Event, error) {
	if n <= 0 {
		return nil, nil
	}
	// Those who look for work and find none keep nobody from writing.
	free, err := all(ctx, s.read(), column[int64], heads+freeHeads, micros(now), 1)
	if err != nil || len(free) == 0 {
		return nil, s.fail("look for events", err)
	}
	var taken []knowledge.Event
	err = s.write(ctx, "take events", func(tx session) (err error) {
		taken, err = all(ctx, tx, scanEvent, heads+`
			UPDATE events SET worker = ?, leased = ?, attempt = attempt + 1 WHERE id IN (`+freeHeads+`{skip})
			RETURNING id, kind, lane, person, payload, received, attempt`, worker, micros(until), micros(now), n)
		if err != nil || len(taken) == 0 {
			return err
		}
		slices.SortFunc(taken, func(a, b knowledge.Event) int { return cmp.Compare(a.ID, b.ID) })
		return addKeys(ctx, tx, taken)
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

func scanEvent(r row) (knowledge.Event, error) {
	var e knowledge.Event
	var received int64
	err := r.Scan(&e.ID, &e.Kind, &e.Lane, &e.Person, &e.Payload, &received, &e.Attempt)
	e.Received = moment(received)
	return e, err
}

// addKeys reads the keys of events, which are in the order of their IDs.
func addKeys(ctx context.Context, tx session, events []knowledge.Event) error {
	ids := make([]any, len(events))
	for i, e := range events {
		ids[i] = e.ID
	}
	_, err := all(ctx, tx, func(r row) (struct{}, error) {
		var id int64
		var key string
		err := r.Scan(&id, &key)
		if at, ok := slices.BinarySearchFunc(events, id, func(e knowledge.Event, id int64) int { return cmp.Compare(e.ID, id) }); ok {
			events[at].Keys = append(events[at].Keys, key)
		}
		return struct{}{}, err
	}, `SELECT event, key FROM event_keys WHERE event IN (`+marks(len(ids))+`) ORDER BY key`, ids...)
	return err
}
