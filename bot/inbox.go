package bot

import (
	"context"
	"crypto/rand"
	"hash/fnv"
	"log/slog"
	"strings"
	"sync"
	"time"

	"careeradvisor/knowledge"
)

// inbox is the way of an event from the socket to a worker. It is recorded in the
// memory before it is acked, so that what was acked survives the process; then it
// is taken under a lease, worked, and done. What a process that died left behind is
// taken by another, or by the next.
type inbox struct {
	*Bot
	worker string // names this process in leases
	pool   *pool
	queues []chan arrival // to the recorders; a lane always goes to the same one
	wake   chan struct{}  // there may be something to take

	mu      sync.Mutex
	hands   map[int64]bool // events leased to this process
	waiting int            // events that are recorded and not done, as far as this process knows
}

// arrival is an event that is not recorded yet, and how to ack it.
type arrival struct {
	d   delivery
	j   job
	ack func(payload any)
}

func newInbox(b *Bot, pool *pool) *inbox {
	in := &inbox{Bot: b, worker: rand.Text(), pool: pool, wake: make(chan struct{}, 1), hands: map[int64]bool{}}
	for range recorders {
		in.queues = append(in.queues, make(chan arrival, b.cfg.Queue/recorders+1))
	}
	return in
}

// arrive takes an event off the socket's hands; it reports false where too many
// are waiting.
func (in *inbox) arrive(a arrival) bool {
	if in.count(0) >= in.cfg.Queue+in.cfg.Workers {
		return false
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(a.j.lane))
	select {
	case in.queues[h.Sum32()%recorders] <- a:
		return true
	default:
		return false
	}
}

// recordAll records events until stop is closed, and then those that have arrived.
func (in *inbox) recordAll(ctx context.Context, stop <-chan struct{}) {
	var all sync.WaitGroup
	for _, q := range in.queues {
		all.Go(func() { in.record(ctx, stop, q) })
	}
	all.Wait()
}

func (in *inbox) record(ctx context.Context, stop <-chan struct{}, queue <-chan arrival) {
	for {
		select {
		case a := <-queue:
			in.recordOne(ctx, a)
		case <-stop:
			for len(queue) > 0 {
				in.recordOne(ctx, <-queue)
			}
			return
		}
	}
}

// recordOne records an event and acks it. Where the memory is down it is answered
// all the same, once as far as this process knows: rather a rare second answer
// than none.
func (in *inbox) recordOne(ctx context.Context, a arrival) {
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	_, fresh, err := in.memory.Record(within, knowledge.Event{
		Keys: a.j.names, Kind: a.d.outer, Lane: a.j.lane, Person: a.j.person, Payload: a.d.whole, Received: in.cfg.Now(),
	})
	known := !in.seen.claim(a.j.names...)
	switch {
	case err == nil && fresh:
		in.count(1)
		a.ack(a.j.reply)
		in.took(a)
		in.signal()
	case err == nil || known:
		in.countEvent(a.d.kind, duplicate)
		a.ack(a.j.reply)
	case in.pool.reserve():
		in.log.Warn("the memory is down; answering without it", errAttr(err))
		a.ack(a.j.reply)
		in.took(a)
		in.pool.submit(a.j)
	default:
		in.seen.forget(a.j.names...)
		in.busy(a)
	}
}

// took counts an event that is going to be worked, and begins its trail in the log.
func (in *inbox) took(a arrival) {
	in.countEvent(a.d.kind, taken)
	level := slog.LevelInfo
	if overheardKinds[a.d.kind] {
		level = slog.LevelDebug
	}
	in.log.Log(context.Background(), level, "took", "event", a.j.id, "type", a.d.kind, "surface", a.j.surface)
}

// overheardKinds are what people say to each other, most of it of no concern to the
// advisor: at the usual level the log does not tell of each.
var overheardKinds = map[string]bool{"message.channel": true, "message.group": true}

// busy turns work away. An event comes again by itself if it is not acked; a
// command does not, but its ack can say so.
func (in *inbox) busy(a arrival) {
	in.countEvent(a.d.kind, refused)
	in.log.Warn("too many questions are waiting", "surface", a.j.surface)
	if a.d.outer == "slash_commands" {
		a.ack(map[string]string{
			"response_type": "ephemeral",
			"text":          "I have too many questions at once right now. Please ask again in a minute.",
		})
	}
}

// count adds to the number of events that are waiting or in work.
func (in *inbox) count(n int) int {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.waiting = max(0, in.waiting+n)
	return in.waiting
}

// recount asks the memory how many there really are: others record and take too.
func (in *inbox) recount(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	if n, err := in.memory.Waiting(ctx); err == nil {
		in.mu.Lock()
		in.waiting = n
		in.mu.Unlock()
	}
}

// signal says that there may be something to take.
func (in *inbox) signal() {
	select {
	case in.wake <- struct{}{}:
	default:
	}
}

// take hands recorded events to the pool, as many as it has places for. It looks
// when something was recorded or done and, for what others left, now and then.
// When stop is closed it goes on until nothing is left, or ctx ends. Workers are run
// by whoever owns the pool.
func (in *inbox) take(ctx context.Context, stop <-chan struct{}) {
	look := time.NewTicker(takeEvery)
	defer look.Stop()
	// Nobody else can have a lease on a memory that is this process's alone: what is
	// leased was left by one that died.
	if in.cfg.Alone {
		in.takeSome(ctx, forEver, in.pool.limit)
	}
	for {
		idle := in.idle() // before it is looked for more: what is in hand keeps its lane closed
		taken := in.takeSome(ctx, 0, maxTake)
		switch {
		case taken == maxTake:
			continue
		case stop == nil && taken == 0 && idle:
			return
		}
		select {
		case <-in.wake:
		case <-look.C:
			in.recount(ctx)
		case <-stop:
			stop = nil
		case <-ctx.Done():
			return
		}
	}
}

// idle tells whether this process has nothing in hand.
func (in *inbox) idle() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return len(in.hands) == 0
}

// forEver is later than any lease ends, also one given by a clock that was wrong.
const forEver = 100 * 365 * 24 * time.Hour

// takeSome takes what there are places for, at most n, and says how many that were.
// Ahead is how much longer than now a lease may last and yet be taken over.
func (in *inbox) takeSome(ctx context.Context, ahead time.Duration, n int) int {
	places := in.pool.reserveAll(n)
	if places == 0 {
		return 0
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	now := in.cfg.Now()
	events, err := in.memory.Take(within, in.worker, now.Add(ahead), now.Add(leaseFor), places)
	if err != nil {
		in.log.Warn("the memory is down; what waits in it has to wait", errAttr(err))
	}
	handed := 0
	for _, e := range events {
		if in.hand(e) {
			handed++
		}
	}
	in.pool.release(places - handed)
	return handed
}

// hand gives an event's work to the pool, in a place that was reserved for it. What
// is in hand already stays there, though its lease has ended, as it does when the
// clock is set forward.
func (in *inbox) hand(e knowledge.Event) bool {
	in.mu.Lock()
	known := in.hands[e.ID]
	in.hands[e.ID] = true
	in.mu.Unlock()
	if known {
		return false
	}
	j, ok := in.remade(e)
	if !ok {
		j = job{surface: "unknown", lane: e.Lane, do: func(context.Context) error { return nil }}
	}
	j.ended = func(ctx context.Context, outcome string) { in.done(ctx, e.ID, outcome) }
	j.later = func() bool { return in.putOff(e) }
	in.pool.submit(j)
	return true
}

// putOff leaves an event to whoever takes it when its lease has ended, unless it is
// too old by now: Slack was ill for long, and a late answer surprises.
func (in *inbox) putOff(e knowledge.Event) bool {
	if in.cfg.Now().Sub(e.Received) > giveUpAfter {
		return false
	}
	in.mu.Lock()
	delete(in.hands, e.ID)
	in.mu.Unlock()
	return true
}

// remade is the job of a recorded event.
func (in *inbox) remade(e knowledge.Event) (j job, ok bool) {
	err := guard(func() error {
		d, err := newDelivery(envelopeOf(e), e.Kind, e.Payload)
		if err != nil {
			return err
		}
		d.again = e.Attempt > 1
		j, ok = in.route(d)
		if ok {
			j.names, j.lane = e.Keys, e.Lane
		}
		return nil
	})
	if err != nil {
		in.log.Error("a recorded event cannot be read any more", "event", e.ID, errAttr(err))
	}
	return j, ok && err == nil
}

// envelopeOf is the ID of the envelope that an event came in, for what is known by
// nothing else.
func envelopeOf(e knowledge.Event) string {
	for _, k := range e.Keys {
		if id, ok := strings.CutPrefix(k, "envelope:"); ok {
			return id
		}
	}
	return ""
}

// done ends an event. Where that fails its lease ends by itself, and whoever takes
// it then finds what was posted.
func (in *inbox) done(ctx context.Context, id int64, outcome string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := in.memory.Done(ctx, id, outcome, in.cfg.Now()); err != nil {
		in.log.Warn("the memory is down; an event cannot be ended", "event", id, errAttr(err))
	}
	in.mu.Lock()
	delete(in.hands, id)
	in.waiting = max(0, in.waiting-1)
	in.mu.Unlock()
	in.signal()
}

// hold prolongs the leases of what is in hand until stop is closed, and then gives
// up those that are left, so that others need not wait.
func (in *inbox) hold(ctx context.Context, stop <-chan struct{}) {
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
			in.extend(ctx, in.cfg.Now().Add(leaseFor))
		case <-stop:
			in.extend(ctx, in.cfg.Now())
			return
		}
	}
}

// extend sets the end of all leases in hand.
func (in *inbox) extend(ctx context.Context, until time.Time) {
	in.mu.Lock()
	ids := make([]int64, 0, len(in.hands))
	for id := range in.hands {
		ids = append(ids, id)
	}
	in.mu.Unlock()
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), recordWithin)
	defer cancel()
	if err := in.memory.Extend(ctx, in.worker, until, ids...); err != nil {
		in.log.Warn("the memory is down; leases are not prolonged", errAttr(err))
	}
}
