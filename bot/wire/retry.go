package wire

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/slack-go/slack"
)

// Attempt makes a call to Slack, and makes it again only when Slack certainly
// did not carry it out: a timeout may hide a message that arrived. It holds its
// worker for a while, and not for as long as Slack names.
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
	const pause = time.Second // where Slack does not say
	if e, ok := errors.AsType[*slack.RateLimitedError](err); ok {
		return max(patience(e.RetryAfter), 50*time.Millisecond), true
	}
	if e, ok := errors.AsType[slack.StatusCodeError](err); ok && e.Code == http.StatusTooManyRequests {
		return pause, true
	}
	if e, ok := errors.AsType[*net.OpError](err); ok && e.Op == "dial" {
		return pause, true
	}
	if _, ok := errors.AsType[*unsent](err); ok {
		return pause, true
	}
	switch Code(err) {
	case "ratelimited", "rate_limited":
		return pause, true
	}
	return 0, false
}

// longestHold is how long a pause is kept that Slack asks for: then it is tried whether
// the pause has become shorter.
const longestHold = time.Minute

// patience is as much of a pause as is kept. One below zero was too long to be counted.
func patience(pause time.Duration) time.Duration {
	if pause < 0 {
		return longestHold
	}
	return min(pause, longestHold)
}

// Code is the name that Slack gave to an error, "" for other errors.
func Code(err error) string {
	if e, ok := errors.AsType[slack.SlackErrorResponse](err); ok {
		return e.Err
	}
	return ""
}

// Uncertain reports whether a call that failed may have been carried out: its
// answer was lost, or Slack failed on the way.
func Uncertain(ctx context.Context, err error) bool {
	if _, ok := errors.AsType[*withheld](err); ok || err == nil || ctx.Err() != nil {
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

// attemptWithin is the time for a call that Slack puts off, where nothing else says.
const attemptWithin = 2 * time.Minute
