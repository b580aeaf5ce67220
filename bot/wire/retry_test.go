package wire

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/slack-go/slack"
)

func TestOnlyWhatSlackDidNotTakeIsTriedAgain(t *testing.T) {
	for name, test := range map[string]struct {
		err   error
		again bool
		pause time.Duration
	}{
		"done":                      {nil, false, 0},
		"rate limit":                {fmt.Errorf("post: %w", &slack.RateLimitedError{RetryAfter: 7 * time.Second}), true, 7 * time.Second},
		"rate limit without a time": {slack.StatusCodeError{Code: http.StatusTooManyRequests}, true, time.Second},
		"rate limit by name":        {slack.SlackErrorResponse{Err: "ratelimited"}, true, time.Second},
		"nobody there":              {&net.OpError{Op: "dial", Err: errors.New("connection refused")}, true, time.Second},
		"connection cut":            {&net.OpError{Op: "read", Err: errors.New("connection reset")}, false, 0},
		"timeout":                   {context.DeadlineExceeded, false, 0},
		"Slack is ill":              {slack.StatusCodeError{Code: http.StatusBadGateway}, false, 0},
		"Slack refuses":             {slack.SlackErrorResponse{Err: "is_archived"}, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if pause, again := NotDone(test.err); again != test.again || pause != test.pause {
				t.Errorf("again %v after %v, want %v after %v", again, pause, test.again, test.pause)
			}
		})
	}
}

func TestAttemptDoesNotWaitBeyondItsTime(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	calls := 0
	err := Attempt(ctx, func(context.Context) error {
		calls++
		return &slack.RateLimitedError{RetryAfter: time.Hour}
	})
	if _, ok := errors.AsType[*slack.RateLimitedError](err); !ok || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
}
