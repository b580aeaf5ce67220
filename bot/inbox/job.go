package inbox

import (
	"context"
	"errors"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// Job is the work that an event asks for, done after its ack.
type Job struct {
	Surface string
	Kind    string   // of the event, as it is counted
	ID      string   // in the log, the same however often it is delivered; that of the turn, if it leads to one
	Names   []string // of the event: of work that bears one of them, one is done
	Person  string   // whom it is from
	Lane    string   // jobs of one lane are done in order
	Reply   any      // goes back with the ack, such as the next view of a modal; nil for nothing
	Busy    any      // goes back where too much is waiting; nil for an event that is delivered again

	Redelivered bool // it is delivered again until it is acked
	Quiet       bool // most of its kind are of no concern: the log does not tell of each

	Do  func(context.Context) error                      // nil where the ack says all: such work is not recorded
	Say func(ctx context.Context, sentence string) error // tells the person what went wrong
}

// task is a job in the queue.
type task struct {
	Job
	event *memory.Event   // nil for one that the memory did not take
	ack   func(reply any) // of such a one, when it is done; may be nil
}

// work does a task; whatever happens in it, the worker survives.
func (q *Queue) work(ctx context.Context, t task) {
	if ctx.Err() != nil {
		q.Ended(t.Surface, Stopped)
		q.Log.Warn("stopped before a question's turn came", "event", t.ID, "surface", t.Surface)
		return
	}
	if t.event != nil {
		ctx = context.WithValue(ctx, leaseKey{}, func() bool { return q.hands.mine(t.event.ID) })
	}
	err := StillMine(ctx)
	if err == nil {
		err = knowledge.Guard(func() error { return t.Do(ctx) })
	}
	outcome := Done
	switch {
	case err == nil:
	case errors.Is(err, ErrLeaseLost):
		q.Ended(t.Surface, Stopped)
		q.Log.Warn("paused for too long in the middle of a question; another process may be at it", "event", t.ID, "surface", t.Surface)
		q.hands.drop(t.event.ID)
		return
	case ctx.Err() != nil && t.event != nil:
		q.Log.Warn("stopped in the middle of a question; it is taken up again", "event", t.ID, "surface", t.Surface, "error", err)
		return
	case t.event != nil && q.Passing(err) && q.putOff(ctx, *t.event):
		q.Ended(t.Surface, PutOff)
		q.Log.Warn("Slack did not take an answer; trying again in a while", "event", t.ID, "surface", t.Surface, "error", err)
		return
	default:
		outcome = q.Failed(ctx, t.Job, err)
	}
	q.Ended(t.Surface, outcome)
	if t.event != nil {
		q.done(ctx, t.event.ID, outcome)
	} else if t.ack != nil {
		t.ack(nil)
	}
}

// ErrLeaseLost stops work that another process may have taken over.
var ErrLeaseLost = errors.New("the lease on the event has ended")

type leaseKey struct{}

// StillMine is asked before each message is posted; it is [ErrLeaseLost] where another
// process may be answering.
func StillMine(ctx context.Context) error {
	if mine, ok := ctx.Value(leaseKey{}).(func() bool); ok && !mine() {
		return ErrLeaseLost
	}
	return nil
}

// putOff leaves an event to be taken in a while, unless it is too old by now:
// Slack was ill for long, and a late answer surprises. Should the memory be down, its
// lease ends by itself.
func (q *Queue) putOff(ctx context.Context, e memory.Event) bool {
	if q.Clock().Sub(e.Received) > GiveUpAfter {
		return false
	}
	q.hands.drop(e.ID)
	q.extend(ctx, q.Clock().Add(putOffFor), e.ID)
	return true
}
