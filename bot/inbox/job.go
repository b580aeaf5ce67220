package inbox

import (
	"context"
	"errors"
)

// Job is work that an envelope asks for, done after its ack.
type Job struct {
	Surface string
	ID      string                                           // in the log, the same however often it is delivered; that of the turn, if it leads to one
	Names   []string                                         // of what it was made from: work that bears one of them is done once
	Person  string                                           // whom it is from
	Lane    string                                           // jobs of one lane are done in order
	Reply   any                                              // goes back with the ack, such as the next view of a modal; nil for nothing
	Do      func(context.Context) error                      // nil where the ack says all: such work is not recorded
	Say     func(ctx context.Context, sentence string) error // tells the person what went wrong

	// Later puts it off, for Slack may take the answer then; it reports false where it
	// has been put off for too long. Nil for a job that nobody recorded.
	Later func(ctx context.Context) bool

	// Mine tells whether it is still this process's to do, and Lost is told where it is
	// not. Nil for a job that nobody recorded.
	Mine func() bool
	Lost func()

	// Ended is told how it ended; a job that was stopped has not ended, and whoever
	// recorded it does it again. Nil for a job that nobody recorded.
	Ended func(ctx context.Context, outcome string)
}

// ErrLeaseLost stops work that another process may have taken over.
var ErrLeaseLost = errors.New("the lease on the event has ended")

type leaseKey struct{}

// WithLease lets what is done in ctx ask whether its work is still this process's.
func WithLease(ctx context.Context, mine func() bool) context.Context {
	return context.WithValue(ctx, leaseKey{}, mine)
}

// StillMine is asked before each message is posted; it is [ErrLeaseLost] where another
// process may be answering.
func StillMine(ctx context.Context) error {
	if mine, ok := ctx.Value(leaseKey{}).(func() bool); ok && !mine() {
		return ErrLeaseLost
	}
	return nil
}
