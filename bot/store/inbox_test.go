package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// lease is how long the tests lease events.
const lease = time.Minute

func event(lane string, keys ...string) memory.Event {
	return memory.Event{Keys: keys, Kind: "mention", Lane: lane, Person: "U1", Payload: []byte("\x00{…}\xff"), Received: noon}
}

// record records an event, which has to be new.
func record(t *testing.T, s *store.Store, e memory.Event) int64 {
	t.Helper()
	id, fresh, err := s.Record(t.Context(), e)
	must(t, err)
	if !fresh {
		t.Fatalf("the event %q is known already", e.Keys)
	}
	return id
}

// take returns the IDs of the events that a worker is given at once.
func take(t *testing.T, s *store.Store, worker string, now time.Time, n int) []int64 {
	t.Helper()
	events, err := s.Take(t.Context(), worker, now, now.Add(lease), n)
	must(t, err)
	ids := []int64{}
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	return ids
}

func waiting(t *testing.T, s *store.Store) int {
	t.Helper()
	n, err := s.Waiting(t.Context())
	must(t, err)
	return n
}

func testRecordOnce(t *testing.T, db database) {
	s := db.open(t)
	id := record(t, s, event("C1", "event 1", "message 1", "event 1"))
	again := func(keys ...string) {
		t.Helper()
		got, fresh, err := s.Record(t.Context(), event("C1", keys...))
		if err != nil || fresh || got != id {
			t.Errorf("%q: event %d, fresh %v, %v; want event %d again", keys, got, fresh, err, id)
		}
	}
	again("message 1", "envelope 2")
	again("envelope 2", "envelope 3") // a key that it learned
	want := event("C1", "envelope 2", "envelope 3", "event 1", "message 1")
	want.ID, want.Attempt = id, 1
	got, err := s.Take(t.Context(), "w", noon, noon.Add(lease), 9)
	must(t, err)
	same(t, got, []memory.Event{want})
	must(t, s.Done(t.Context(), id, "answered", noon))
	again("envelope 3", "envelope 4")
	again("envelope 4")
	if n := waiting(t, s); n != 0 {
		t.Errorf("%d events wait, want none", n)
	}
}

func testNoKeys(t *testing.T, db database) {
	s := db.open(t)
	if a, b := record(t, s, event("")), record(t, s, event("")); a >= b {
		t.Errorf("events %d and %d", a, b)
	}
}

// testRecordRaces delivers events many times at once, each time with one key that all of them share
// and one that only two share.
func testRecordRaces(t *testing.T, db database) {
	const events, deliveries = 5, 8
	s := db.open(t)
	fresh := make([]int, events)
	ids := make([]map[int64]bool, events)
	var mu sync.Mutex
	var all sync.WaitGroup
	for e := range events {
		ids[e] = map[int64]bool{}
		for d := range deliveries {
			all.Go(func() {
				lane := fmt.Sprint("C", d%2) // even in different lanes
				id, is, err := s.Record(t.Context(), event(lane, fmt.Sprint("shared ", e), fmt.Sprint("pair ", e, d/2)))
				mu.Lock()
				defer mu.Unlock()
				if err != nil {
					t.Error(err)
				}
				ids[e][id] = true
				if is {
					fresh[e]++
				}
			})
		}
	}
	all.Wait()
	for e := range events {
		if fresh[e] != 1 || len(ids[e]) != 1 {
			t.Errorf("event %d was fresh %d times and had the IDs %v", e, fresh[e], ids[e])
		}
		for d := range deliveries {
			if _, is, err := s.Record(t.Context(), event("C", fmt.Sprint("pair ", e, d/2))); is || err != nil {
				t.Errorf("event %d did not learn the key of delivery %d (%v)", e, d, err)
			}
		}
	}
	if n := waiting(t, s); n != events {
		t.Errorf("%d events wait, want %d", n, events)
	}
}

func testLanes(t *testing.T, db database) {
	s := db.open(t)
	a1, a2 := record(t, s, event("A", "1")), record(t, s, event("A", "2"))
	b1, b2 := record(t, s, event("B", "3")), record(t, s, event("B", "4"))
	c1 := record(t, s, event("", "5"))
	same(t, take(t, s, "w", noon, 0), []int64{})
	same(t, take(t, s, "w", noon, 2), []int64{a1, b1})
	same(t, take(t, s, "v", noon, 9), []int64{c1})
	same(t, take(t, s, "v", noon, 9), []int64{})
	must(t, s.Done(t.Context(), b1, "answered", noon))
	same(t, take(t, s, "v", noon, 9), []int64{b2})
	must(t, s.Done(t.Context(), a1, "failed", noon))
	same(t, take(t, s, "w", noon, 9), []int64{a2})
	if n := waiting(t, s); n != 3 {
		t.Errorf("%d events wait, want 3", n)
	}
}

func testLeases(t *testing.T, db database) {
	s := db.open(t)
	a1 := record(t, s, event("A", "1"))
	record(t, s, event("A", "2"))
	same(t, take(t, s, "dead", noon, 9), []int64{a1})
	same(t, take(t, s, "w", noon.Add(lease-time.Microsecond), 9), []int64{})

	must(t, s.Extend(t.Context(), "dead", noon.Add(2*lease), a1, 12345))
	must(t, s.Extend(t.Context(), "dead", noon.Add(2*lease)))
	same(t, take(t, s, "w", noon.Add(lease), 9), []int64{})

	late := noon.Add(2 * lease)
	got, err := s.Take(t.Context(), "w", late, late.Add(lease), 9)
	must(t, err)
	if len(got) != 1 || got[0].ID != a1 || got[0].Attempt != 2 {
		t.Errorf("took %+v, want event %d for the second time", got, a1)
	}
	// The earlier worker has lost its lease for good.
	must(t, s.Extend(t.Context(), "dead", late.Add(9*lease), a1))
	same(t, take(t, s, "v", late.Add(lease), 9), []int64{a1})
}

func testDone(t *testing.T, db database) {
	s := db.open(t)
	id := record(t, s, event("A", "1"))
	same(t, take(t, s, "w", noon, 1), []int64{id})
	must(t, s.Done(t.Context(), id, "answered", noon))
	must(t, s.Done(t.Context(), id, "failed", noon.Add(time.Hour)))
	must(t, s.Done(t.Context(), id+100, "failed", noon))
	must(t, s.Extend(t.Context(), "w", noon.Add(lease), id))
	same(t, take(t, s, "v", noon.Add(9*lease), 9), []int64{})
	outcome, rest, err := s.Ended(t.Context(), id)
	must(t, err)
	if outcome != "answered" || rest != "" {
		t.Errorf("the event ended as %q and still says %q", outcome, rest)
	}
}

func testWorkers(t *testing.T, db database) { workTogether(t, db.open(t)) }

func testTwoStores(t *testing.T, db database) { workTogether(t, db.open(t), db.open(t)) }

// again repeats a call while another store holds the file, which on a busy machine may be for
// longer than a store waits.
func again(call func() error) error {
	for {
		if err := call(); err == nil || !strings.Contains(knowledge.Say(err), "is locked by another process") {
			return err
		}
	}
}

// workTogether lets workers of all stores deal with events while they are being recorded, and
// checks that each is dealt with once and each lane in order.
func workTogether(t *testing.T, stores ...*store.Store) {
	const lanes, each, workers = 4, 12, 3
	var mu sync.Mutex
	done := map[string][]int64{}
	busy := map[string]bool{}
	left := lanes * each
	begin := func(e memory.Event) {
		mu.Lock()
		defer mu.Unlock()
		if busy[e.Lane] {
			t.Errorf("two events of lane %s are in work", e.Lane)
		}
		busy[e.Lane] = true
		done[e.Lane] = append(done[e.Lane], e.ID)
	}
	end := func(e memory.Event) bool {
		mu.Lock()
		defer mu.Unlock()
		busy[e.Lane] = false
		left--
		return left == 0
	}
	ctx, finish := context.WithTimeout(t.Context(), 5*time.Minute) // finished, or failed
	defer finish()
	changed := make(chan struct{}, 2*lanes*each) // a token for each event that came or is done
	var all sync.WaitGroup
	for i, s := range stores {
		s.Unhurried()
		for w := range workers {
			all.Go(func() {
				worker := fmt.Sprint(i, w)
				for {
					select {
					case <-changed:
					case <-ctx.Done():
						return
					}
					var events []memory.Event
					err := again(func() (err error) {
						events, err = s.Take(t.Context(), worker, noon, noon.Add(lease), 2)
						return err
					})
					for _, e := range events {
						begin(e)
					}
					for _, e := range events {
						last := end(e) // before Done: the next may be taken at once
						err = errors.Join(err, again(func() error { return s.Done(t.Context(), e.ID, "answered", noon) }))
						changed <- struct{}{}
						if last {
							finish()
						}
					}
					if err != nil {
						t.Error(err)
						finish()
					}
				}
			})
		}
		for l := range lanes {
			all.Go(func() {
				for n := range each / len(stores) {
					var fresh bool
					err := again(func() (err error) {
						_, fresh, err = s.Record(t.Context(), event(fmt.Sprint(l), fmt.Sprint(i, l, n)))
						return err
					})
					if err != nil || !fresh {
						t.Errorf("fresh %v, %v", fresh, err)
						finish()
					}
					changed <- struct{}{}
				}
			})
		}
	}
	all.Wait()
	for lane, ids := range done {
		if len(ids) != each {
			t.Errorf("lane %s: %d events were dealt with, want %d", lane, len(ids), each)
		}
		for i := 1; i < len(ids); i++ {
			if ids[i] <= ids[i-1] {
				t.Errorf("lane %s was dealt with in the order %v", lane, ids)
				break
			}
		}
	}
}
