package wire

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/slack-go/slack"
)

// Attempt makes a call to Slack, and makes it again only when Slack certainly did not carry it out:
// a timeout may hide a message that arrived. It holds up its worker for a while, but not for as
// long as Slack might ask.
func Attempt(ctx context.Context, call func(context.Context) error) error {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, attemptWithin)
		defer cancel()
	}
	for {
		err := call(ctx)
		pause, again := NotDone(err)
		if !again {
			return err
		}
		if end, ok := ctx.Deadline(); ok && time.Until(end) < pause {
			return fmt.Errorf("no time left to wait %v: %w", pause, err)
		}
		if Sleep(ctx, pause) != nil {
			return fmt.Errorf("gave up waiting: %w", err)
		}
	}
}

// Sleep waits for d, or for the end of ctx, whose error it returns.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// NotDone reports whether Slack did not take the call at all, and how long to
// wait before the next.
func NotDone(err error) (time.Duration, bool) {
	if e, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		if e.RetryAfter < 0 { // too long to be counted
			return longestHold, true
		}
		return min(max(e.RetryAfter, 50*time.Millisecond), longestHold), true
	}
	status, _ := errors.AsType[slack.StatusCodeError](err)
	op, _ := errors.AsType[*net.OpError](err)
	if status.Code == http.StatusTooManyRequests || op != nil && op.Op == "dial" || errors.Is(err, errUnsent) ||
		slices.Contains([]string{"ratelimited", "rate_limited"}, Code(err)) {
		return time.Second, true // Slack does not say
	}
	return 0, false
}

// RetryAfter is how long Slack asks to wait, if an answer says so.
func RetryAfter(resp *http.Response) (time.Duration, bool) {
	s, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64)
	return time.Duration(min(s, math.MaxInt32) * float64(time.Second)), err == nil && s >= 0
}

// longestHold is how long a pause that Slack asks for is respected; after that, a call finds out
// whether the pause has become shorter.
const longestHold = time.Minute

// Code is the name that Slack gave to an error; "" for other errors.
func Code(err error) string {
	if e, ok := errors.AsType[slack.SlackErrorResponse](err); ok {
		return e.Err
	}
	return ""
}

// Uncertain reports whether a call that failed may have been carried out: its
// answer was lost, or Slack failed on the way.
func Uncertain(ctx context.Context, err error) bool {
	if err == nil || errors.Is(err, errWithheld) || ctx.Err() != nil {
		return false
	}
	if e, ok := errors.AsType[slack.StatusCodeError](err); ok {
		return e.Code >= http.StatusInternalServerError
	}
	if code := Code(err); code != "" {
		return slices.Contains([]string{"internal_error", "fatal_error", "service_unavailable", "request_timeout"}, code)
	}
	_, limited := errors.AsType[*slack.RateLimitedError](err)
	return !limited
}

// attemptWithin is the time for a call that Slack puts off, unless something else sets it.
const attemptWithin = 2 * time.Minute
