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
	ID      string   // for the log, the same however often it is delivered; the turn's ID, if it leads to a turn
	Names   []string // of the event: of all work that has one of these names, only one piece is done
	Person  string   // whom it is from
	Lane    string   // jobs of one lane are done in order
	Reply   any      // goes back with the ack, such as the next view of a modal; nil for nothing
	Busy    any      // sent back if too much is waiting; nil for an event that is delivered again

	Redelivered bool // it is delivered again until it is acked
	Quiet       bool // most events of its kind do not matter, so the log does not mention each one

	Do  func(context.Context) error                      // nil if the ack says everything: such work is not recorded
	Say func(ctx context.Context, sentence string) error // tells the person what went wrong
}

type task struct {
	Job
	event *memory.Event   // nil if the memory did not take it
	ack   func(reply any) // called when such a task is done; may be nil
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
		q.Log.Warn("paused for too long in the middle of a question; another process may have taken it over", "event", t.ID, "surface", t.Surface)
		q.hands.drop(t.event.ID)
		return
	case ctx.Err() != nil && t.event != nil:
		q.Log.Warn("stopped in the middle of a question; it will be taken up again", "event", t.ID, "surface", t.Surface, "error", err)
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

// StillMine is called before each message is posted; it returns [ErrLeaseLost] if another process
// may be answering.
func StillMine(ctx context.Context) error {
	if mine, ok := ctx.Value(leaseKey{}).(func() bool); ok && !mine() {
		return ErrLeaseLost
	}
	return nil
}

// putOff leaves an event to be taken again in a while, unless it is too old by now: after a long
// outage of Slack, nobody expects an answer any more. If the memory is down, the lease ends by
// itself.
func (q *Queue) putOff(ctx context.Context, e memory.Event) bool {
	if q.Clock().Sub(e.Received) > GiveUpAfter {
		return false
	}
	q.hands.drop(e.ID)
	q.extend(ctx, q.Clock().Add(putOffFor), e.ID)
	return true
}
