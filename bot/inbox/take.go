package inbox

import (
	"context"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// take hands recorded events to the pool, as many as it has room for. It looks whenever something
// was recorded or done and, for what other processes left behind, from time to time. Once the queue
// is shut, it carries on until nothing is left or ctx ends.
func (q *Queue) take(ctx context.Context) {
	look := time.NewTicker(takeEvery)
	defer look.Stop()
	// If no other process uses the memory, nobody else can hold a lease: any lease is from a
	// process that died.
	if q.Alone {
		q.takeSome(ctx, forEver, q.pool.limit)
	}
	for closing := q.closing; ; {
		began := time.Now()
		idle := len(q.hands.those(func(lease) bool { return true })) == 0 // before looking for more: what is in hand keeps its lane closed
		taken := q.takeSome(ctx, 0, maxTake)
		switch {
		case taken == maxTake:
			continue
		case closing == nil && taken == 0 && idle:
			return
		}
		// With many lanes, looking takes time, and nothing else is written in the meantime.
		rest := time.NewTimer(takeShare * min(time.Since(began), takeEvery/takeShare))
		select {
		case <-rest.C:
		case <-ctx.Done():
		}
		select {
		case <-q.wake:
		case <-look.C:
			q.recount(ctx)
			q.endAgain(ctx)
		case <-closing:
			closing = nil
		case <-ctx.Done():
			return
		}
	}
}

// takeShare limits the time spent looking into the memory: to one part in takeShare.
const takeShare = 4

// forEver is later than the end of any lease, even one given by a wrong clock.
const forEver = 100 * 365 * 24 * time.Hour

// takeSome takes as many events as there is room for, at most n, and returns how many it took. A
// lease may be taken over if it ends no later than ahead from now.
func (q *Queue) takeSome(ctx context.Context, ahead time.Duration, n int) int {
	places := q.pool.reserve(n)
	if places == 0 {
		return 0
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	now := q.Clock()
	until := now.Add(leaseFor)
	events, err := q.Memory.Take(within, q.worker, now.Add(ahead), until, places)
	if err != nil {
		q.Log.Warn("the memory is down; the events in it have to wait", "error", err)
	}
	handed := 0
	for _, e := range events {
		if q.hand(e, until) {
			handed++
		}
	}
	q.pool.release(places - handed)
	return handed
}

// hand gives an event's job to the pool, in a place that was reserved for it. An event that is
// already in hand stays there even if its lease has ended, as happens when the clock is set
// forward.
func (q *Queue) hand(e memory.Event, until time.Time) bool {
	if !q.hands.put(e, until) {
		return false
	}
	var j Job
	asked := false
	err := knowledge.Guard(func() error {
		j, asked = q.Handle(e)
		return nil
	})
	if err != nil {
		q.Log.Error("a recorded event can no longer be read", "event", e.ID, "error", err)
	}
	if !q.names.keep(e.Keys) || !asked {
		j = Job{Surface: "unknown", Do: func(context.Context) error { return nil }}
	}
	j.Names, j.Lane = e.Keys, e.Lane
	q.pool.submit(task{Job: j, event: &e})
	return true
}

// done ends an event. If that fails, it stays in hand and is ended once the memory works
// again.
func (q *Queue) done(ctx context.Context, id int64, outcome string) (ended bool) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := q.Memory.Done(ctx, id, outcome, q.Clock()); err != nil {
		q.Log.Warn("the memory is down; an event cannot be ended yet", "event", id, "error", err)
		q.hands.change(func(l *lease) { l.outcome = outcome }, id)
		return false
	}
	q.hands.drop(id)
	q.waiting.Add(-1)
	q.signal()
	return true
}

// endAgain ends the events that could not be ended before, until the memory fails again.
func (q *Queue) endAgain(ctx context.Context) {
	for id, l := range q.hands.those(func(l lease) bool { return l.outcome != "" }) {
		if !q.done(ctx, id, l.outcome) {
			return
		}
	}
}
