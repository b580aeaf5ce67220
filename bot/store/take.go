package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"careeradvisor/bot/memory"
)

// freeHeads are the heads of lanes whose lease has ended or never began. Only
// heads are ever leased, hence a lane whose head is free has no lease at all.
const freeHeads = `SELECT e.id FROM events e WHERE e.head AND e.leased <= ? ORDER BY e.id LIMIT ?`

// Take leases up to n events to worker until the time until: the oldest open event of each lane
// that has none leased.
func (s inbox) Take(ctx context.Context, worker string, now, until time.Time, n int) ([]memory.Event, error) {
	if n <= 0 {
		return nil, nil
	}
	// Looking without finding work keeps nobody from writing.
	free, err := list(ctx, s.db, "look for events", column[int64], freeHeads, micros(now), 1)
	if err != nil || len(free) == 0 {
		return nil, err
	}
	return write(ctx, s.db, "take events", func(tx session) ([]memory.Event, error) {
		taken, err := all(tx, scanEvent, `
			UPDATE events SET worker = ?, leased = ?, attempt = attempt + 1 WHERE id IN (`+freeHeads+`{skip})
			RETURNING id, kind, lane, person, payload, received, attempt`, worker, micros(until), micros(now), n)
		if err != nil || len(taken) == 0 {
			return nil, err
		}
		slices.SortFunc(taken, func(a, b memory.Event) int { return cmp.Compare(a.ID, b.ID) })
		return taken, addKeys(tx, taken)
	})
}

func scanEvent(r row) (memory.Event, error) {
	var e memory.Event
	var received int64
	err := r.Scan(&e.ID, &e.Kind, &e.Lane, &e.Person, &e.Payload, &received, &e.Attempt)
	e.Received = moment(received)
	return e, err
}

// addKeys reads the keys of events, which are in the order of their IDs.
func addKeys(tx session, events []memory.Event) error {
	ids := make([]any, len(events))
	for i, e := range events {
		ids[i] = e.ID
	}
	_, err := all(tx, func(r row) (struct{}, error) {
		var id int64
		var key string
		err := r.Scan(&id, &key)
		if at, ok := slices.BinarySearchFunc(events, id, func(e memory.Event, id int64) int { return cmp.Compare(e.ID, id) }); ok {
			events[at].Keys = append(events[at].Keys, key)
		}
		return struct{}{}, err
	}, `SELECT event, key FROM event_keys WHERE event IN (`+marks(len(ids))+`) ORDER BY key`, ids...)
	return err
}
