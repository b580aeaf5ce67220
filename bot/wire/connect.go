package wire

import (
	"context"
	"errors"

	"github.com/slack-go/slack"

	"careeradvisor/knowledge"
)

// errHasten ends an attempt to connect that would pause for too long.
var errHasten = errors.New("the wait before the next attempt would be too long")

// run keeps one connection open until s.ctx ends or Slack ends it for good, which is an error. The
// client library would pause between attempts for up to five minutes; run starts over instead, and
// the pacer keeps that from happening too often.
func (s *socket) run() error {
	for {
		ctx, cancel := context.WithCancelCause(s.ctx)
		s.hasten.Store(&cancel)
		err := knowledge.Guard(func() error { return s.client.RunContext(ctx) })
		cancel(nil)
		if context.Cause(ctx) != errHasten {
			return err
		}
	}
}

// noConnection notes that an attempt to connect failed. No reason ends the bot here: an expired
// token, or a scope or setting that somebody removed, may be restored in a moment, and what Slack
// refuses for good ends the client itself.
func (s *socket) noConnection(e *slack.ConnectionErrorEvent) {
	if code := Code(e.ErrorObj); tokenErrors[code] == "" {
		s.opts.Log.Warn("no connection to Slack; trying again", "attempt", e.Attempt, "after", e.Backoff, "error", e.ErrorObj)
	} else if _, known := s.trouble.LoadOrStore(code, true); !known {
		s.opts.Log.Error("Slack won't open a connection; trying until it does", "error", s.explain(appToken, e.ErrorObj))
	}
	_, limited := errors.AsType[*slack.RateLimitedError](e.ErrorObj)
	if e.Backoff > s.opts.Reconnect && !limited { // a pause that Slack asks for is kept
		(*s.hasten.Load())(errHasten)
	}
}
