package bot

import (
	"context"
	"maps"
	"time"

	"careeradvisor/bot/memory"
)

// done ends an event. Where that fails it stays in hand, and is ended when the memory
// works again.
func (in *queue) done(ctx context.Context, id int64, outcome string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := in.memory.Done(ctx, id, outcome, in.cfg.Now()); err != nil {
		in.log.Warn("the memory is down; an event cannot be ended yet", "event", id, "error", err)
		in.mu.Lock()
		in.unended[id] = outcome
		in.mu.Unlock()
		return
	}
	in.mu.Lock()
	in.letGo(id)
	delete(in.unended, id)
	in.waiting = max(0, in.waiting-1)
	in.mu.Unlock()
	in.signal()
}

// catchUp ends what could not be ended before, until the memory fails again.
func (in *queue) catchUp(ctx context.Context) {
	in.mu.Lock()
	left := maps.Clone(in.unended)
	in.mu.Unlock()
	for id, outcome := range left {
		in.done(ctx, id, outcome)
		if in.isHeld(id) {
			return
		}
	}
}

func (in *queue) isHeld(id int64) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	_, ok := in.hands[id]
	return ok
}

// lease is how an event is in hand.
type lease struct {
	lane  string
	until time.Time // others may take it from then on
}

// lasts tells a lease that nobody else can have taken over by now, nor takes over while
// a call is under way.
func (in *queue) lasts(l lease) bool {
	return in.cfg.Alone || in.cfg.Now().Add(recordWithin).Before(l.until)
}

// mine tells whether an event is still this process's to answer: after a pause, be it of
// the machine or of the memory, another may be at it.
func (in *queue) mine(id int64) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	l, ok := in.hands[id]
	return ok && in.lasts(l)
}

// lose leaves an event to whoever has it now, or takes it next.
func (in *queue) lose(id int64) {
	in.mu.Lock()
	in.letGo(id)
	in.mu.Unlock()
}

// keepInHand notes that an event is in hand until its lease ends, or that it was before.
func (in *queue) keepInHand(e memory.Event, until time.Time) (fresh bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if _, known := in.hands[e.ID]; known {
		return false
	}
	in.hands[e.ID] = lease{e.Lane, until}
	in.lanes[e.Lane]++
	return true
}

// letGo takes an event out of hand. Callers hold in.mu.
func (in *queue) letGo(id int64) {
	l, ok := in.hands[id]
	if !ok {
		return
	}
	delete(in.hands, id)
	if in.lanes[l.lane]--; in.lanes[l.lane] <= 0 {
		delete(in.lanes, l.lane)
	}
}

// laneHeld tells whether work of a lane is in hand: the memory gives out nothing
// more of it.
func (in *queue) laneHeld(lane string) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.lanes[lane] > 0
}

// hold prolongs the leases of what is in hand until stop is closed, and then gives
// up those that are left, so that others need not wait.
func (in *queue) hold(ctx context.Context, stop <-chan struct{}) {
	beat := time.NewTicker(leaseFor / 3)
	defer beat.Stop()
	drift := newDrift(in.cfg.Now)
	for {
		select {
		case <-beat.C:
			if by := drift.since(); by.Abs() > leaseFor/3 {
				in.log.Warn("the clock of this machine was set, or the machine slept; keep it in time: "+
					"processes that share a database give way to one another by their clocks", "by", by)
			}
			in.extend(ctx, in.cfg.Now().Add(leaseFor), in.held()...)
		case <-stop:
			in.extend(ctx, in.cfg.Now(), in.held()...)
			return
		}
	}
}

// held are the events in hand whose leases last.
func (in *queue) held() []int64 {
	in.mu.Lock()
	defer in.mu.Unlock()
	var ids []int64
	for id, l := range in.hands {
		if in.lasts(l) {
			ids = append(ids, id)
		}
	}
	return ids
}

// extend sets the end of leases.
func (in *queue) extend(ctx context.Context, until time.Time, ids ...int64) {
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := in.memory.Extend(ctx, in.worker, until, ids...); err != nil {
		in.log.Warn("the memory is down; leases are not prolonged", "error", err)
		return
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, id := range ids {
		if l, ok := in.hands[id]; ok {
			l.until = until
			in.hands[id] = l
		}
	}
}

// putOff leaves an event to whoever takes it in a while, unless it is too old by now:
// Slack was ill for long, and a late answer surprises. Should the memory be down, its
// lease ends by itself.
func (in *queue) putOff(ctx context.Context, e memory.Event) bool {
	if in.cfg.Now().Sub(e.Received) > giveUpAfter {
		return false
	}
	in.lose(e.ID)
	in.extend(ctx, in.cfg.Now().Add(putOffFor), e.ID)
	return true
}
