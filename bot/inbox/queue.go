package inbox

import (
	"context"
	"crypto/rand"
	"hash/fnv"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"careeradvisor/bot/memory"
)

// Options are the settings of a queue.
type Options struct {
	Memory memory.Inbox

	// Handle makes the job for an event that another process or an earlier run recorded; it reports
	// false if the event needs no work.
	Handle func(memory.Event) (Job, bool)

	// Passing reports whether a failure will end by itself, so that the work is put off. Failed is
	// told of any other failure, and says how it counts: as [Done] or [Failed].
	Passing func(error) bool
	Failed  func(context.Context, Job, error) (outcome string)

	Count func(kind, outcome string)    // counts an event
	Ended func(surface, outcome string) // counts a job

	Workers int  // jobs under way at a time
	Room    int  // events that may wait
	Alone   bool // no other process uses the memory: any lease at the start is from a process that died

	Clock func() time.Time
	Log   *slog.Logger
}

// The outcomes of an event.
const (
	Taken     = "taken"     // it is going to be worked on
	Duplicate = "duplicate" // it had been taken before
	Refused   = "refused"   // too much was waiting
)

// The outcomes of work.
const (
	Done    = "done"
	Failed  = "failed"
	Stopped = "stopped" // by the process ending before the work was done
	PutOff  = "put_off" // it is tried again
)

const (
	recorders       = 4                       // that record what arrives; each lane sticks to one
	arriving        = 2500                    // events that wait for one recorder, at most: a bound on memory, where Room bounds the database
	ackWithin       = 1500 * time.Millisecond // half of what Slack waits
	recordWithin    = 2 * time.Second         // one call to the memory while an event is being taken
	queuedPerWorker = 4                       // jobs that are taken out of the memory ahead of the workers
	leaseFor        = 15 * time.Second        // an event whose lease nobody extends is taken by another process after that
	takeEvery       = 2 * time.Second         // how often the memory is checked without a reason
	maxTake         = 32                      // events at once
	putOffFor       = 5 * time.Second         // until work that was put off is tried again

	// GiveUpAfter is how old an event may be if its work is to be put off again.
	GiveUpAfter = 2 * time.Hour
)

// Queue takes events and works on them. An event is recorded in the memory before it is acked, so
// that what was acked survives the process; then it is leased, worked on and ended. What a process
// leaves behind when it dies is taken up by another, or by the next.
type Queue struct {
	Options
	worker string // names this process in leases
	pool   *pool
	names  *names
	queues []chan Arrival // to the recorders
	wake   chan struct{}  // there may be something to take

	hands   hands
	waiting atomic.Int64 // events that are recorded and not done, as far as this process knows

	closing, closed          chan struct{}
	recording, rest, keeping sync.WaitGroup
}

// New makes a queue. Nothing in it moves before Start.
func New(o Options) *Queue {
	q := &Queue{
		Options: o, worker: rand.Text(), pool: newPool(o.Workers * queuedPerWorker), names: newNames(o.Clock), wake: make(chan struct{}, 1),
		hands:   hands{clock: o.Clock, alone: o.Alone, leases: map[int64]lease{}},
		closing: make(chan struct{}), closed: make(chan struct{}),
	}
	for range recorders {
		q.queues = append(q.queues, make(chan Arrival, min(o.Room/recorders+1, arriving)))
	}
	return q
}

// Start begins the work, which ends with ctx.
func (q *Queue) Start(ctx context.Context) {
	for _, arrived := range q.queues {
		q.recording.Go(func() {
			for a := range arrived {
				q.record(ctx, a)
			}
		})
	}
	q.rest.Go(func() {
		defer q.pool.close() // lets the workers finish
		q.take(ctx)
	})
	for range q.Workers {
		q.rest.Go(func() { q.pool.run(func(t task) { q.work(ctx, t) }) })
	}
	q.keeping.Go(func() { q.keepLeases(ctx) })
}

// Shut returns once everything that was put is recorded and acked. Nothing may be put afterwards.
func (q *Queue) Shut() {
	for _, arrived := range q.queues {
		close(arrived)
	}
	q.recording.Wait()
	close(q.closing)
}

// Drain returns once all work that this process can take is done, or the context of Start has
// ended. Call it after Shut.
func (q *Queue) Drain() {
	q.rest.Wait()
	close(q.closed)
	q.keeping.Wait()
}

// Depth is how many jobs are waiting for a worker.
func (q *Queue) Depth() int { return q.pool.depth() }

// Arrival is an event as it arrives.
type Arrival struct {
	Kind    string // of its payload, for reading it again
	Payload []byte
	Job     Job
	Ack     func(reply any) // called once: when the event is safe or, if it is never delivered again, soon
}

// Put takes an event without waiting.
func (q *Queue) Put(a Arrival) {
	if a.Job.Do == nil {
		q.Count(a.Job.Kind, Taken)
		a.Ack(a.Job.Reply)
		return
	}
	if !a.Job.Redelivered {
		a.Ack = inTime(a.Ack, a.Job.Reply)
	}
	if !q.arrive(a) {
		q.busy(a)
	}
}

// inTime acks an event that would not be delivered again before it is too late, whether it has been recorded or not.
func inTime(ack func(reply any), reply any) func(reply any) {
	var once sync.Once
	late := time.AfterFunc(ackWithin, func() { once.Do(func() { ack(reply) }) })
	return func(reply any) {
		late.Stop()
		once.Do(func() { ack(reply) })
	}
}

// arrive hands an event to a recorder; it reports false if too many are waiting.
func (q *Queue) arrive(a Arrival) bool {
	if q.names.areKept(a.Job.Names) {
		q.duplicate(a)
		return true
	}
	if q.waiting.Load() >= int64(q.Room+q.Workers) {
		return false
	}
	if q.names.joins(a) {
		return true
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(a.Job.Lane))
	select {
	case q.queues[h.Sum32()%recorders] <- a:
		return true
	default:
		q.names.joined(a.Job.Names)
		return false
	}
}

func (q *Queue) duplicate(a Arrival) {
	q.Count(a.Job.Kind, Duplicate)
	a.Ack(a.Job.Reply)
}

// busy turns work away. Work that Slack will deliver again needs no reply.
func (q *Queue) busy(a Arrival) {
	q.Count(a.Job.Kind, Refused)
	q.Log.Warn("too many questions are waiting", "surface", a.Job.Surface)
	if a.Job.Busy != nil {
		a.Ack(a.Job.Busy)
	}
}

// recount asks the memory for the real number: other processes record and take events
// too.
func (q *Queue) recount(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	if n, err := q.Memory.Waiting(ctx); err == nil {
		q.waiting.Store(int64(n))
	}
}

// signal says that there may be work to take.
func (q *Queue) signal() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}
