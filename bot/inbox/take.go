package inbox

import (
	"context"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// take hands recorded events to the pool, as many as it has places for. It looks
// when something was recorded or done and, for what others left, now and then.
// When the queue is shut it goes on until nothing is left, or ctx ends.
func (q *Queue) take(ctx context.Context) {
	look := time.NewTicker(takeEvery)
	defer look.Stop()
	// Nobody else can have a lease on a memory that is this process's alone: what is
	// leased was left by one that died.
	if q.Alone {
		q.takeSome(ctx, forEver, q.pool.limit)
	}
	for closing := q.closing; ; {
		began := time.Now()
		idle := q.idle() // before it is looked for more: what is in hand keeps its lane closed
		taken := q.takeSome(ctx, 0, maxTake)
		switch {
		case taken == maxTake:
			continue
		case closing == nil && taken == 0 && idle:
			return
		}
		// With many lanes looking takes its time, and nothing else is written meanwhile.
		rest := time.NewTimer(takeShare * min(time.Since(began), takeEvery/takeShare))
		select {
		case <-rest.C:
		case <-ctx.Done():
		}
		select {
		case <-q.wake:
		case <-look.C:
			q.recount(ctx)
			q.catchUp(ctx)
		case <-closing:
			closing = nil
		case <-ctx.Done():
			return
		}
	}
}

// takeShare limits the share of time spent looking into the memory to one part in so
// many.
const takeShare = 4

// idle reports whether this process has nothing in hand.
func (q *Queue) idle() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.hands) == 0
}

// forEver is later than the end of any lease, even one given by a clock that was wrong.
const forEver = 100 * 365 * 24 * time.Hour

// takeSome takes what there are places for, at most n, and says how many that were.
// Ahead is how much longer than now a lease may last and yet be taken over.
func (q *Queue) takeSome(ctx context.Context, ahead time.Duration, n int) int {
	places := q.pool.reserveAll(n)
	if places == 0 {
		return 0
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	now := q.Clock()
	until := now.Add(leaseFor)
	events, err := q.Memory.Take(within, q.worker, now.Add(ahead), until, places)
	if err != nil {
		q.Log.Warn("the memory is down; what is in it has to wait", "error", err)
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

// hand gives an event's work to the pool, in a place that was reserved for it. What
// is in hand already stays there, though its lease has ended, as it does when the
// clock is set forward.
func (q *Queue) hand(e memory.Event, until time.Time) bool {
	if !q.keepInHand(e, until) {
		return false
	}
	j, ok := q.jobOf(e)
	if !q.names.keep(e.Keys) || !ok {
		j = Job{Surface: "unknown", Lane: e.Lane, Do: func(context.Context) error { return nil }}
	}
	q.pool.submit(task{Job: j, event: &e})
	return true
}

// jobOf is the job of an event: the one that was made when it arrived here, or one that
// is made again.
func (q *Queue) jobOf(e memory.Event) (j Job, ok bool) {
	q.mu.Lock()
	j, ok = q.made[e.ID]
	delete(q.made, e.ID)
	q.mu.Unlock()
	if ok && e.Attempt <= 1 {
		return j, true
	}
	err := knowledge.Guard(func() error {
		j, ok = q.Handle(e)
		return nil
	})
	if err != nil {
		q.Log.Error("a recorded event cannot be read any more", "event", e.ID, "error", err)
	}
	j.Names, j.Lane = e.Keys, e.Lane
	return j, ok && err == nil
}
