package inbox

import (
	"context"
	"maps"
	"time"

	"careeradvisor/bot/memory"
)

// done ends an event. If that fails, it stays in hand and is ended once the memory works
// again.
func (q *Queue) done(ctx context.Context, id int64, outcome string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := q.Memory.Done(ctx, id, outcome, q.Clock()); err != nil {
		q.Log.Warn("the memory is down; an event cannot be ended yet", "event", id, "error", err)
		q.mu.Lock()
		q.unended[id] = outcome
		q.mu.Unlock()
		return
	}
	q.mu.Lock()
	q.letGo(id)
	delete(q.unended, id)
	q.waiting = max(0, q.waiting-1)
	q.mu.Unlock()
	q.signal()
}

// catchUp ends the events that could not be ended before, until the memory fails again.
func (q *Queue) catchUp(ctx context.Context) {
	q.mu.Lock()
	left := maps.Clone(q.unended)
	q.mu.Unlock()
	for id, outcome := range left {
		q.done(ctx, id, outcome)
		if q.isHeld(id) {
			return
		}
	}
}

func (q *Queue) isHeld(id int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	_, ok := q.hands[id]
	return ok
}

// lease is this process's hold on an event.
type lease struct {
	lane  string
	until time.Time // others may take it from then on
}

// lasts reports whether nobody else can have taken over a lease by now, nor can while
// a call is under way.
func (q *Queue) lasts(l lease) bool {
	return q.Alone || q.Clock().Add(recordWithin).Before(l.until)
}

// mine reports whether an event is still this process's to answer: after a pause, whether of
// the machine or of the memory, another may be at it.
func (q *Queue) mine(id int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	l, ok := q.hands[id]
	return ok && q.lasts(l)
}

// lose leaves an event to the process that has it now, or takes it next.
func (q *Queue) lose(id int64) {
	q.mu.Lock()
	q.letGo(id)
	q.mu.Unlock()
}

// keepInHand notes that an event is in hand until its lease ends, or that it was before.
func (q *Queue) keepInHand(e memory.Event, until time.Time) (fresh bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if _, known := q.hands[e.ID]; known {
		return false
	}
	q.hands[e.ID] = lease{e.Lane, until}
	q.lanes[e.Lane]++
	return true
}

// letGo takes an event out of hand. Callers hold q.mu.
func (q *Queue) letGo(id int64) {
	l, ok := q.hands[id]
	if !ok {
		return
	}
	delete(q.hands, id)
	if q.lanes[l.lane]--; q.lanes[l.lane] <= 0 {
		delete(q.lanes, l.lane)
	}
}

// laneHeld reports whether work of a lane is in hand, in which case the memory hands out
// no more of it.
func (q *Queue) laneHeld(lane string) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.lanes[lane] > 0
}

// keepLeases prolongs the leases of what is in hand until the queue is drained, and then gives
// up those that are left, so that others need not wait.
func (q *Queue) keepLeases(ctx context.Context) {
	beat := time.NewTicker(leaseFor / 3)
	defer beat.Stop()
	drift := newDrift(q.Clock)
	for {
		select {
		case <-beat.C:
			if by := drift.since(); by.Abs() > leaseFor/3 {
				q.Log.Warn("the clock of this machine was set, or the machine slept; keep it in time: "+
					"processes that share a database give way to one another by their clocks", "by", by)
			}
			q.extend(ctx, q.Clock().Add(leaseFor), q.held()...)
		case <-q.closed:
			q.extend(ctx, q.Clock(), q.held()...)
			return
		}
	}
}

// held are the events in hand whose leases last.
func (q *Queue) held() []int64 {
	q.mu.Lock()
	defer q.mu.Unlock()
	var ids []int64
	for id, l := range q.hands {
		if q.lasts(l) {
			ids = append(ids, id)
		}
	}
	return ids
}

// extend sets the end of leases.
func (q *Queue) extend(ctx context.Context, until time.Time, ids ...int64) {
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := q.Memory.Extend(ctx, q.worker, until, ids...); err != nil {
		q.Log.Warn("the memory is down; leases are not prolonged", "error", err)
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, id := range ids {
		if l, ok := q.hands[id]; ok {
			l.until = until
			q.hands[id] = l
		}
	}
}

// putOff leaves an event to be taken in a while, unless it is too old by now:
// Slack was ill for long, and a late answer surprises. Should the memory be down, its
// lease ends by itself.
func (q *Queue) putOff(ctx context.Context, e memory.Event) bool {
	if q.Clock().Sub(e.Received) > GiveUpAfter {
		return false
	}
	q.lose(e.ID)
	q.extend(ctx, q.Clock().Add(putOffFor), e.ID)
	return true
}
