package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"careeradvisor/knowledge"
)

// breaker is a circuit breaker: when a database does not answer, callers are refused at once for a
// while instead of each waiting for it. Then one call tries again. A nil breaker lets everything
// pass.
type breaker struct {
	now    func() time.Time
	within time.Duration // a call that somebody waits for

	mu     sync.Mutex
	slow   int       // calls in a row that did not answer in time
	opened time.Time // when the last of them gave up
	trying bool      // a call tries whether the database is back

	calls sync.WaitGroup // under way, even if nobody waits for them any more
}

const (
	inVain     = 1500 * time.Millisecond // a caller who waited this long knows that there is no answer
	slowWithin = 10 * time.Second        // a call that reads a lot
	strikes    = 2                       // calls in a row that get no answer; one may have met a lock
	openFor    = 2 * time.Second
)

// errDown is the error that callers get while the database is left alone.
var errDown = fmt.Errorf("the database did not answer a moment ago: %w", context.DeadlineExceeded)

type slowKey struct{}

// slowly gives a call more time, for reading a lot.
func slowly(ctx context.Context) context.Context { return context.WithValue(ctx, slowKey{}, true) }

// guard makes a call, or refuses it. It returns when the call has taken too long, even if the call
// is stuck in its driver, as calls to SQLite are while the disk hangs. Such a call ends when the
// driver lets it; until then it holds its connection, so there are never more of them than
// connections.
func guard[T any](ctx context.Context, b *breaker, call func(context.Context) (T, error)) (v T, err error) {
	if b == nil {
		return call(ctx)
	}
	ctx, leave, err := b.enter(ctx)
	if err != nil {
		return v, err
	}
	defer leave()
	type result struct {
		v   T
		err error
	}
	done := make(chan result, 1)
	b.calls.Go(func() {
		var r result
		r.err = knowledge.Guard(func() (err error) {
			r.v, err = call(ctx)
			return err
		})
		done <- r
	})
	select {
	case r := <-done:
		if r.err != nil && ctx.Err() != nil {
			r.err = errors.Join(context.Cause(ctx), r.err)
		}
		return r.v, r.err
	case <-ctx.Done():
		return v, context.Cause(ctx)
	}
}

// enter begins a call, or refuses it. The context that it returns ends when the call has
// taken too long; leave ends the call.
func (b *breaker) enter(ctx context.Context) (_ context.Context, leave func(), err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	trial := b.slow >= strikes
	if trial && (b.trying || b.now().Sub(b.opened) < openFor) {
		return ctx, nil, errDown
	}
	b.trying = trial
	within := b.within
	if ctx.Value(slowKey{}) != nil {
		within = max(within, slowWithin)
	}
	hurried := false
	if end, ok := ctx.Deadline(); ok {
		hurried = time.Until(end) < inVain
	}
	ctx, cancel := context.WithTimeoutCause(ctx, within, errDown)
	return ctx, func() {
		gaveUp := context.Cause(ctx)
		b.leave(gaveUp == nil, !hurried && errors.Is(gaveUp, context.DeadlineExceeded), trial)
		cancel()
	}, nil
}

// leave notes that a call was answered, or that its caller waited in vain; it notes neither if the
// caller left of its own accord.
func (b *breaker) leave(answered, inVain, trial bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if trial {
		b.trying = false
	}
	if answered {
		b.slow = 0
	}
	if inVain {
		b.slow++
		b.opened = b.now()
	}
}
