package bot

import (
	"context"
	"strings"
	"time"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// take hands recorded events to the pool, as many as it has places for. It looks
// when something was recorded or done and, for what others left, now and then.
// When stop is closed it goes on until nothing is left, or ctx ends. Workers are run
// by whoever owns the pool.
func (in *queue) take(ctx context.Context, stop <-chan struct{}) {
	look := time.NewTicker(takeEvery)
	defer look.Stop()
	// Nobody else can have a lease on a memory that is this process's alone: what is
	// leased was left by one that died.
	if in.cfg.Alone {
		in.takeSome(ctx, forEver, in.pool.limit)
	}
	for {
		began := time.Now()
		idle := in.idle() // before it is looked for more: what is in hand keeps its lane closed
		taken := in.takeSome(ctx, 0, maxTake)
		switch {
		case taken == maxTake:
			continue
		case stop == nil && taken == 0 && idle:
			return
		}
		// With many lanes looking takes its time, and nothing else is written meanwhile.
		_ = wire.Sleep(ctx, takeShare*min(time.Since(began), takeEvery/takeShare))
		select {
		case <-in.wake:
		case <-look.C:
			in.recount(ctx)
			in.catchUp(ctx)
		case <-stop:
			stop = nil
		case <-ctx.Done():
			return
		}
	}
}

// takeShare: of the time, looking into the memory may take one part in so many.
const takeShare = 4

// idle tells whether this process has nothing in hand.
func (in *queue) idle() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return len(in.hands) == 0
}

// forEver is later than any lease ends, also one given by a clock that was wrong.
const forEver = 100 * 365 * 24 * time.Hour

// takeSome takes what there are places for, at most n, and says how many that were.
// Ahead is how much longer than now a lease may last and yet be taken over.
func (in *queue) takeSome(ctx context.Context, ahead time.Duration, n int) int {
	places := in.pool.reserveAll(n)
	if places == 0 {
		return 0
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	now := in.cfg.Now()
	until := now.Add(leaseFor)
	events, err := in.memory.Take(within, in.worker, now.Add(ahead), until, places)
	if err != nil {
		in.log.Warn("the memory is down; what waits in it has to wait", "error", err)
	}
	handed := 0
	for _, e := range events {
		if in.hand(e, until) {
			handed++
		}
	}
	in.pool.release(places - handed)
	return handed
}

// hand gives an event's work to the pool, in a place that was reserved for it. What
// is in hand already stays there, though its lease has ended, as it does when the
// clock is set forward.
func (in *queue) hand(e memory.Event, until time.Time) bool {
	if !in.keepInHand(e, until) {
		return false
	}
	j, ok := in.remade(e)
	if !in.claimKept(e.Keys) || !ok {
		j = inbox.Job{Surface: "unknown", Lane: e.Lane, Do: func(context.Context) error { return nil }}
	}
	j.Ended = func(ctx context.Context, outcome string) { in.done(ctx, e.ID, outcome) }
	j.Mine = func() bool { return in.mine(e.ID) }
	j.Lost = func() { in.lose(e.ID) }
	j.Later = func(ctx context.Context) bool { return in.putOff(ctx, e) }
	in.pool.submit(j)
	return true
}

// remade is the job of a recorded event.
func (in *queue) remade(e memory.Event) (j inbox.Job, ok bool) {
	err := knowledge.Guard(func() error {
		d, err := wire.Open(wire.Envelope{ID: envelopeOf(e), Type: e.Kind, Payload: e.Payload})
		if err != nil {
			return err
		}
		d.Again = e.Attempt > 1
		j, ok = in.route(d)
		if ok {
			j.Names, j.Lane = e.Keys, e.Lane
		}
		return nil
	})
	if err != nil {
		in.log.Error("a recorded event cannot be read any more", "event", e.ID, "error", err)
	}
	return j, ok && err == nil
}

// envelopeOf is the ID of the envelope that an event came in, for what is known by
// nothing else.
func envelopeOf(e memory.Event) string {
	for _, k := range e.Keys {
		if id, ok := strings.CutPrefix(k, "envelope:"); ok {
			return id
		}
	}
	return ""
}
