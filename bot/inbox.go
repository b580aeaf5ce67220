package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"hash/fnv"
	"log/slog"
	"sync"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// queue is the way of an event from the socket to a worker. It is recorded in the
// memory before it is acked, so that what was acked survives the process; then it
// is taken under a lease, worked, and done. What a process that died left behind is
// taken by another, or by the next.
type queue struct {
	*Bot
	worker string // names this process in leases
	pool   *pool
	queues []chan arrival // to the recorders; a lane always goes to the same one
	wake   chan struct{}  // there may be something to take
	loose  *seen          // names of what was answered without the memory
	kept   *seen          // names of what is in the memory, to the knowledge of this process

	mu      sync.Mutex
	coming  map[string][]func(any) // acks of deliveries of what waits for a recorder, by its first name
	hands   map[int64]lease        // events leased to this process
	lanes   map[string]int         // events in hand by lane
	unended map[int64]string       // of these, with their outcome, those that the memory has not been told of
	waiting int                    // events that are recorded and not done, as far as this process knows
}

// arrival is an event that is not recorded yet, and how to ack it.
type arrival struct {
	d   wire.Delivery
	j   inbox.Job
	ack func(payload any)
}

func newInbox(b *Bot, pool *pool) *queue {
	in := &queue{
		Bot: b, worker: rand.Text(), pool: pool, wake: make(chan struct{}, 1), loose: newSeen(b.cfg.Now), kept: newSeen(b.cfg.Now),
		coming: map[string][]func(any){}, hands: map[int64]lease{}, lanes: map[string]int{}, unended: map[int64]string{},
	}
	for range recorders {
		in.queues = append(in.queues, make(chan arrival, b.cfg.Queue/recorders+1))
	}
	return in
}

// envelope takes what a socket delivers; a panic in reading it costs this envelope
// only. It is acked in any case, or Slack would deliver it again and again.
func (in *queue) envelope(e wire.Envelope, ack func(reply any)) {
	err := knowledge.Guard(func() error {
		d, err := wire.Open(e)
		if err != nil {
			return err
		}
		if e.ID == "" {
			return errors.New("it has no ID")
		}
		in.delivery(d, ack)
		return nil
	})
	if err != nil {
		in.countEvent(e.Type, malformed)
		in.log.Warn("an envelope could not be read", "type", e.Type, "error", err)
		ack(nil)
	}
}

func (in *queue) delivery(d wire.Delivery, ack func(reply any)) {
	j, ok := in.route(d)
	if !ok {
		in.countEvent(d.Kind, ignored)
		in.log.Debug("ignored", "kind", d.Kind)
		ack(nil)
		return
	}
	if j.Do == nil {
		in.countEvent(d.Kind, taken)
		ack(j.Reply)
		return
	}
	if a := (arrival{d, j, ack}); !in.arrive(a) {
		in.busy(a)
	}
}

// arrive takes an event off the socket's hands; it reports false where too many
// are waiting.
func (in *queue) arrive(a arrival) bool {
	if in.kept.knowsAll(a.j.Names...) {
		in.countEvent(a.d.Kind, duplicate)
		a.ack(a.j.Reply)
		return true
	}
	if in.count(0) >= in.cfg.Queue+in.cfg.Workers {
		return false
	}
	if in.joins(a) {
		return true
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(a.j.Lane))
	select {
	case in.queues[h.Sum32()%recorders] <- a:
		return true
	default:
		in.joined(a)
		return false
	}
}

// joins tells whether another delivery of an event waits for a recorder already: it
// is acked with that. Were each recorded, those of a slow minute would hold up the
// next. Of an event that waits for nobody it notes that it does now.
func (in *queue) joins(a arrival) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	acks, waits := in.coming[a.j.Names[0]]
	if len(acks) < maxDeliveries { // beyond that Slack may go on asking
		in.coming[a.j.Names[0]] = append(acks, a.ack)
	}
	return waits
}

// joined are the acks of all deliveries of an event that waits no longer.
func (in *queue) joined(a arrival) []func(any) {
	in.mu.Lock()
	defer in.mu.Unlock()
	acks := in.coming[a.j.Names[0]]
	delete(in.coming, a.j.Names[0])
	return acks
}

// recordAll records events until stop is closed, and then those that have arrived.
func (in *queue) recordAll(ctx context.Context, stop <-chan struct{}) {
	var all sync.WaitGroup
	for _, q := range in.queues {
		all.Go(func() { in.record(ctx, stop, q) })
	}
	all.Wait()
}

func (in *queue) record(ctx context.Context, stop <-chan struct{}, queue <-chan arrival) {
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
func (in *queue) recordOne(ctx context.Context, a arrival) {
	acks := in.joined(a)
	a.ack = func(payload any) {
		for _, ack := range acks {
			ack(payload)
		}
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	_, fresh, err := in.memory.Record(within, memory.Event{
		Keys: a.j.Names, Kind: a.d.Envelope.Type, Lane: a.j.Lane, Person: a.j.Person, Payload: a.d.Envelope.Payload, Received: in.cfg.Now(),
	})
	known := !in.seen.claim(a.j.Names...)
	if err == nil {
		in.kept.claim(a.j.Names...)
	}
	switch {
	case err == nil && fresh:
		in.count(1)
		a.ack(a.j.Reply)
		in.took(a)
		if !in.laneHeld(a.j.Lane) { // otherwise it is taken when those before it are done
			in.signal()
		}
	case err == nil || known:
		in.countEvent(a.d.Kind, duplicate)
		a.ack(a.j.Reply)
	case in.pool.reserve():
		in.took(a)
		if !in.claimLoose(a.j.Names) {
			in.pool.release(1)
			a.ack(a.j.Reply)
			return
		}
		in.log.Warn("the memory is down; answering without it", "error", err)
		in.pool.submit(in.unrecorded(a))
	default:
		in.seen.forget(a.j.Names...)
		in.busy(a)
	}
}

// unrecorded is the job of an event that the memory did not take, or not as far as
// it told. Slack keeps what Slack delivers again: that is acked when it is done.
func (in *queue) unrecorded(a arrival) inbox.Job {
	j := a.j
	if a.d.Envelope.Type == "events_api" {
		j.Ended = func(context.Context, string) { a.ack(nil) }
	} else {
		a.ack(a.j.Reply)
	}
	return j
}

// claimLoose tells whether an event is to be answered without the memory. It is not where
// the memory kept it, said that it failed, and has given it out meanwhile.
func (in *queue) claimLoose(names []string) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.kept.knows(names...) {
		return false
	}
	in.loose.claim(names...)
	return true
}

// claimKept tells whether an event that the memory gave out is to be answered. It is not
// where that is done without the memory, which kept it after all.
func (in *queue) claimKept(names []string) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.kept.claim(names...)
	return !in.loose.knows(names...)
}

// took counts an event that is going to be worked, and begins its trail in the log.
func (in *queue) took(a arrival) {
	in.countEvent(a.d.Kind, taken)
	level := slog.LevelInfo
	if overheardKinds[a.d.Kind] {
		level = slog.LevelDebug
	}
	in.log.Log(context.Background(), level, "took", "event", a.j.ID, "type", a.d.Kind, "surface", a.j.Surface)
}

// overheardKinds are what people say to each other, most of it of no concern to the
// advisor: at the usual level the log does not tell of each.
var overheardKinds = map[string]bool{"message.channel": true, "message.group": true}

// busy turns work away. An event comes again by itself if it is not acked; a
// command does not, but its ack can say so.
func (in *queue) busy(a arrival) {
	in.countEvent(a.d.Kind, refused)
	in.log.Warn("too many questions are waiting", "surface", a.j.Surface)
	if a.d.Envelope.Type == "slash_commands" {
		a.ack(map[string]string{
			"response_type": "ephemeral",
			"text":          saysOverloaded,
		})
	}
}

// count adds to the number of events that are waiting or in work.
func (in *queue) count(n int) int {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.waiting = max(0, in.waiting+n)
	return in.waiting
}

// recount asks the memory how many there really are: others record and take too.
func (in *queue) recount(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	if n, err := in.memory.Waiting(ctx); err == nil {
		in.mu.Lock()
		in.waiting = n
		in.mu.Unlock()
	}
}

// signal says that there may be something to take.
func (in *queue) signal() {
	select {
	case in.wake <- struct{}{}:
	default:
	}
}
