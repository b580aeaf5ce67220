package inbox

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"careeradvisor/bot/memory"
)

// hands holds the events that are leased to this process.
type hands struct {
	clock func() time.Time
	alone bool // nobody else takes over a lease

	mu     sync.Mutex
	leases map[int64]lease
}

// lease is this process's hold on an event.
type lease struct {
	lane    string
	until   time.Time // others may take it from then on
	outcome string    // set once the event has ended, until the memory knows; otherwise ""
}

// put takes an event in hand; it reports false if the event is in hand already.
func (h *hands) put(e memory.Event, until time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, known := h.leases[e.ID]; known {
		return false
	}
	h.leases[e.ID] = lease{lane: e.Lane, until: until}
	return true
}

// drop lets go of an event: it has ended, or is left to others.
func (h *hands) drop(id int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.leases, id)
}

// change changes the leases of the given events that are in hand.
func (h *hands) change(f func(*lease), ids ...int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, id := range ids {
		if l, ok := h.leases[id]; ok {
			f(&l)
			h.leases[id] = l
		}
	}
}

// those returns the events whose leases fit.
func (h *hands) those(fit func(lease) bool) map[int64]lease {
	h.mu.Lock()
	defer h.mu.Unlock()
	some := maps.Clone(h.leases)
	maps.DeleteFunc(some, func(_ int64, l lease) bool { return !fit(l) })
	return some
}

// lasts reports whether a lease cannot have been taken over yet, nor will be while a call is under
// way.
func (h *hands) lasts(l lease) bool {
	return h.alone || h.clock().Add(recordWithin).Before(l.until)
}

// mine reports whether an event is still this process's to answer: after a pause of the machine or
// the memory, another process may have taken it.
func (h *hands) mine(id int64) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	l, ok := h.leases[id]
	return ok && h.lasts(l)
}

// keepLeases extends the leases of events in hand until the queue is drained, and then gives up
// those that are left, so that others need not wait.
func (q *Queue) keepLeases(ctx context.Context) {
	beat := time.NewTicker(leaseFor / 3)
	defer beat.Stop()
	drift := newDrift(q.Clock)
	for closed := false; !closed; {
		until := leaseFor
		select {
		case <-beat.C:
			if by := drift.since(); by.Abs() > leaseFor/3 {
				q.Log.Warn("the clock of this machine was changed, or the machine slept; keep its clock right: "+
					"processes that share a database yield to one another by the clock", "by", by)
			}
		case <-q.closed:
			closed, until = true, 0
		}
		q.extend(ctx, q.Clock().Add(until), slices.Collect(maps.Keys(q.hands.those(q.hands.lasts)))...)
	}
}

// extend sets the end of leases.
func (q *Queue) extend(ctx context.Context, until time.Time, ids ...int64) {
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := q.Memory.Extend(ctx, q.worker, until, ids...); err != nil {
		q.Log.Warn("the memory is down; leases are not extended", "error", err)
		return
	}
	q.hands.change(func(l *lease) { l.until = until }, ids...)
}

// drift measures how far the clock that leases go by departs from the time that has really passed.
type drift struct {
	now         func() time.Time
	was, passed time.Time // by that clock and by the machine's, at the last measurement
}

func newDrift(now func() time.Time) *drift { return &drift{now, now(), time.Now()} }

// since is how far the clock has been set forward, or back, since the last call. Time that a
// machine slept counts as set forward: only its wall clock saw it pass.
func (d *drift) since() time.Duration {
	was, passed := d.now(), time.Now()
	by := was.Round(0).Sub(d.was.Round(0)) - passed.Sub(d.passed)
	d.was, d.passed = was, passed
	return by
}
