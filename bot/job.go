package bot

import (
	"context"
	"errors"

	"careeradvisor/knowledge"
)

// job is work that an envelope asks for, done after its ack.
type job struct {
	surface string
	id      string                                           // in the log, the same however often it is delivered; that of the turn, if it leads to one
	names   []string                                         // of what it was made from: work that bears one of them is done once
	person  string                                           // whom it is from
	lane    string                                           // jobs of one lane are done in order
	reply   any                                              // goes back with the ack, such as the next view of a modal; nil for nothing
	do      func(context.Context) error                      // nil where the ack says all: such work is not recorded
	say     func(ctx context.Context, sentence string) error // tells the person what went wrong

	// later puts it off, for Slack may take the answer then; it reports false where it
	// has been put off for too long. Nil for a job that nobody recorded.
	later func(ctx context.Context) bool

	// mine tells whether it is still this process's to do, and lost is told where it is
	// not. Nil for a job that nobody recorded.
	mine func() bool
	lost func()

	// ended is told how it ended; a job that was stopped has not ended, and whoever
	// recorded it does it again. Nil for a job that nobody recorded.
	ended func(ctx context.Context, outcome string)
}

// work does a job; whatever happens in it, the person reads something and the
// worker lives on.
func (b *Bot) work(ctx context.Context, j job) {
	if ctx.Err() != nil {
		b.countJob(j.surface, jobStopped)
		b.log.Warn("stopped before a question's turn came", "event", j.id, "surface", j.surface)
		return
	}
	if j.mine != nil {
		ctx = withLease(ctx, j.mine)
	}
	err := stillMine(ctx)
	if err == nil {
		err = knowledge.Guard(func() error { return j.do(ctx) })
	}
	if err != nil {
		if errors.Is(err, errLeaseLost) {
			b.countJob(j.surface, jobStopped)
			b.log.Warn("paused for too long in the middle of a question; another process may be at it", "event", j.id, "surface", j.surface)
			j.lost()
			return
		}
		if ctx.Err() != nil && j.ended != nil {
			b.log.Warn("stopped in the middle of a question; it is taken up again", "event", j.id, "surface", j.surface, "error", err)
			return
		}
		if b.putOff(ctx, j, err) {
			return
		}
		b.apologise(ctx, j, err)
	}
	outcome := jobDone
	if err != nil {
		outcome = jobFailed
	}
	b.countJob(j.surface, outcome)
	if j.ended != nil {
		j.ended(ctx, outcome)
	}
}

// putOff leaves a job for later whose answer Slack does not take now.
func (b *Bot) putOff(ctx context.Context, j job, err error) bool {
	u, ok := errors.AsType[*undelivered](err)
	if !ok || !u.passing || j.later == nil || !j.later(ctx) {
		return false
	}
	b.countJob(j.surface, jobPutOff)
	b.log.Warn("Slack does not take an answer; trying again in a while", "event", j.id, "surface", j.surface, "error", err)
	return true
}

func (b *Bot) apologise(ctx context.Context, j job, err error) {
	b.logFailure(j, err)
	if _, ok := errors.AsType[*undelivered](err); ok {
		return
	}
	// Its own time: the work may have failed because its time was up.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), apologyWithin)
	defer cancel()
	if err := knowledge.Guard(func() error { return j.say(ctx, knowledge.Say(err)) }); err != nil {
		b.log.Error("an apology did not reach the person", "event", j.id, "surface", j.surface, "error", err)
	}
}

func (b *Bot) logFailure(j job, err error) {
	if p, ok := errors.AsType[*knowledge.Panic](err); ok {
		b.log.Error("a question's work panicked", "event", j.id, "surface", j.surface, "error", err, "stack", string(p.Stack))
		return
	}
	b.log.Error("a question was not answered", "event", j.id, "surface", j.surface, "error", err)
}

// errLeaseLost stops work that another process may have taken over.
var errLeaseLost = errors.New("the lease on the event has ended")

type leaseKey struct{}

// withLease lets what is done in ctx ask whether its work is still this process's.
func withLease(ctx context.Context, mine func() bool) context.Context {
	return context.WithValue(ctx, leaseKey{}, mine)
}

// stillMine is asked before each message is posted; it is [errLeaseLost] where another
// process may be answering.
func stillMine(ctx context.Context) error {
	if mine, ok := ctx.Value(leaseKey{}).(func() bool); ok && !mine() {
		return errLeaseLost
	}
	return nil
}
