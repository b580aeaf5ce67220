package inbox

import (
	"context"
	"log/slog"

	"careeradvisor/bot/memory"
)

// record records an event and acks all its deliveries. While the memory is down, the event is
// worked on anyway, and only once as far as this process knows: a second answer now and then is
// better than none.
func (q *Queue) record(ctx context.Context, a Arrival) {
	acks := q.names.joined(a.Job.Names)
	a.Ack = func(reply any) {
		for _, ack := range acks {
			ack(reply)
		}
	}
	within, cancel := context.WithTimeout(ctx, recordWithin)
	defer cancel()
	j := a.Job
	_, fresh, err := q.Memory.Record(within, memory.Event{
		Keys: j.Names, Kind: a.Kind, Lane: j.Lane, Person: j.Person, Payload: a.Payload, Received: q.Clock(),
	})
	switch {
	case err == nil && fresh:
		q.names.keep(j.Names)
		q.waiting.Add(1)
		a.Ack(j.Reply)
		q.took(j)
		if before := q.hands.those(func(l lease) bool { return l.lane == j.Lane }); len(before) == 0 { // otherwise it is taken once those are done
			q.signal()
		}
	case err == nil:
		q.names.keep(j.Names)
		q.duplicate(a)
	case q.names.areKnown(j.Names):
		q.duplicate(a)
	case q.pool.reserve(1) == 1:
		q.unrecorded(a, err)
	default:
		q.busy(a)
	}
}

// unrecorded works on an event that the memory did not take, or did not confirm. An event that is
// delivered again until it is acked is acked when it is done.
func (q *Queue) unrecorded(a Arrival, err error) {
	if !q.names.loosen(a.Job.Names) { // kept after all, and handed out in the meantime
		q.pool.release(1)
		q.duplicate(a)
		return
	}
	q.took(a.Job)
	q.Log.Warn("the memory is down; answering without it", "error", err)
	t := task{Job: a.Job}
	if a.Job.Redelivered {
		t.ack = a.Ack
	} else {
		a.Ack(a.Job.Reply)
	}
	q.pool.submit(t)
}

// took counts an event that is about to be worked on, and begins its trail in the log.
func (q *Queue) took(j Job) {
	q.Count(j.Kind, Taken)
	level := slog.LevelInfo
	if j.Quiet {
		level = slog.LevelDebug
	}
	q.Log.Log(context.Background(), level, "took", "event", j.ID, "type", j.Kind, "surface", j.Surface)
}
