package wire

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"path"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limiter keeps calls of the Web API within what Slack allows, so that Slack need not refuse them.
// If it does refuse one, no call of that method is made before the time it named is over. A call
// waits for its turn for as long as its context allows.
type limiter struct {
	next    doer
	log     *slog.Logger
	figures *figures

	mu      sync.Mutex
	buckets map[string]*bucket // by method or, for posting, by method and channel
}

type bucket struct {
	*rate.Limiter
	blocked time.Time // until then Slack takes no calls
}

type allowance struct {
	perMinute  float64
	burst      int
	perChannel bool
}

// allowances are Slack's tiers, for the methods that are used:
// docs.slack.dev/apis/web-api/rate-limits. Posting allows about one message a second in each
// channel, with short bursts.
var allowances = map[string]allowance{
	"chat.postMessage":            {60, 4, true},
	"chat.postEphemeral":          {100, 20, false}, // tier 4
	"chat.update":                 {50, 10, true},   // tier 3
	"chat.delete":                 {50, 10, true},
	"reactions.add":               {50, 10, false},
	"reactions.remove":            {50, 10, false},
	"conversations.history":       {50, 10, false},
	"conversations.replies":       {50, 10, false},
	"views.open":                  {100, 20, false},
	"views.push":                  {100, 20, false},
	"views.update":                {100, 20, false},
	"views.publish":               {100, 20, false},
	"assistant.threads.setStatus": {100, 20, false},

	"assistant.threads.setSuggestedPrompts": {100, 20, false},
}

// maxBuckets is how many channels are tracked at a time.
const maxBuckets = 5000

func newLimiter(next doer, log *slog.Logger, f *figures) *limiter {
	return &limiter{next: next, log: log, figures: f, buckets: map[string]*bucket{}}
}

// Do sends a request from the Slack client when its turn has come.
func (l *limiter) Do(req *http.Request) (*http.Response, error) {
	method := path.Base(req.URL.Path)
	key := keyOf(method, req)
	pause, giveUp := l.turn(method, key)
	for ; pause > 0; pause = l.closed(key) {
		if err := l.wait(req.Context(), pause); err != nil {
			giveUp()
			return nil, fmt.Errorf("%w: waiting to call %s: %w", errUnsent, method, err)
		}
	}
	resp, err := l.next.Do(req)
	if err == nil && resp.StatusCode == http.StatusTooManyRequests {
		l.block(method, key, resp)
	}
	return resp, err
}

var errUnsent = errors.New("a call was never made")

// wait sleeps, or says at once that ctx ends earlier.
func (l *limiter) wait(ctx context.Context, pause time.Duration) error {
	if end, ok := ctx.Deadline(); ok && time.Until(end) < pause {
		return context.DeadlineExceeded
	}
	l.figures.waits.Inc()
	began := time.Now()
	defer func() { l.figures.waited.Add(time.Since(began).Seconds()) }()
	return Sleep(ctx, pause)
}

// turn reserves the next call of a method, and says how long to wait for it. A caller that
// does not wait gives the reservation up.
func (l *limiter) turn(method, key string) (wait time.Duration, giveUp func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.buckets[key]
	if b == nil {
		l.sweep()
		b = &bucket{Limiter: rate.NewLimiter(rate.Inf, 0)}
		if a, ok := allowances[method]; ok {
			b.Limiter = rate.NewLimiter(rate.Limit(a.perMinute/60), a.burst)
		}
		l.buckets[key] = b
	}
	place := b.Reserve()
	return max(time.Until(b.blocked), place.Delay()), place.Cancel
}

// closed is how long Slack will take no calls of a key.
func (l *limiter) closed(key string) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.buckets[key]; b != nil {
		return time.Until(b.blocked)
	}
	return 0
}

// block notes that Slack takes no calls of a key for a while.
func (l *limiter) block(method, key string, resp *http.Response) {
	pause, ok := RetryAfter(resp)
	if !ok {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if until := time.Now().Add(min(pause, longestHold)); l.buckets[key] != nil && until.After(l.buckets[key].blocked) {
		l.buckets[key].blocked = until
		l.log.Info("Slack is not accepting calls to a method for a while", "method", method, "for", pause)
	}
}

// held is how long Slack will take no calls of some method, or none in some channel.
func (l *limiter) held() (longest time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, b := range l.buckets {
		longest = max(longest, time.Until(b.blocked))
	}
	return longest
}

// sweep forgets channels that nobody has posted in for a while, when there are many.
func (l *limiter) sweep() {
	if len(l.buckets) < maxBuckets {
		return
	}
	maps.DeleteFunc(l.buckets, func(_ string, b *bucket) bool { return b.Tokens() >= float64(b.Burst()) && time.Until(b.blocked) < 0 })
}

// keyOf is what a call is counted by: its method and, if that matters, its channel.
func keyOf(method string, req *http.Request) string {
	if !allowances[method].perChannel || req.GetBody == nil {
		return method
	}
	body, err := req.GetBody()
	if err != nil {
		return method
	}
	defer body.Close()
	form := http.Request{Method: http.MethodPost, Header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, Body: body}
	return method + " " + form.PostFormValue("channel")
}
