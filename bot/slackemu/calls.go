package slackemu

import (
	"context"
	"maps"
	"slices"
	"time"
)

// Call is one request to the Web API or to a response URL.
type Call struct {
	Method string            // "chat.postMessage"; "response_url" for response URLs
	Args   map[string]string // without the token; values that are JSON as JSON text
	Status int               // HTTP status; 0 where the answer was lost on purpose
	Error  string            // Slack's error name; empty for ok
	Why    []string          // response_metadata.messages of an error
	Place  Place             // the message that was made or changed, if any
	URL    string            // of a response URL, its path
	At     time.Time         // real time
	Took   time.Duration
}

// tape is what was called and what is to go wrong.
type tape struct {
	calls  []Call
	faults []*fault
	slow   map[string]time.Duration
}

func newTape() tape { return tape{slow: map[string]time.Duration{}} }

func (s *Server) record(c Call) {
	c.Took = time.Since(c.At)
	s.change(func() {
		s.calls = append(s.calls, c)
		s.trail.calls = append(s.trail.calls, s.trail.rev)
	})
}

// Calls are all calls so far, in the order in which they were answered.
func (s *Server) Calls() (all []Call) {
	s.look(func() {
		for _, c := range s.calls {
			c.Args = maps.Clone(c.Args)
			all = append(all, c)
		}
	})
	return all
}

// CallsOf are the calls of one method.
func (s *Server) CallsOf(method string) []Call {
	return slices.DeleteFunc(s.Calls(), func(c Call) bool { return c.Method != method })
}

// WaitCall waits for the first answered call that matches.
func (s *Server) WaitCall(ctx context.Context, match func(Call) bool) (found Call, err error) {
	seen := 0 // answered calls do not change, so each is looked at once
	err = s.WaitFor(ctx, func() bool {
		var fresh []Call
		s.look(func() { fresh = slices.Clone(s.calls[seen:]) })
		seen += len(fresh)
		at := slices.IndexFunc(fresh, match)
		if at >= 0 {
			found = fresh[at]
		}
		return at >= 0
	})
	return found, err
}
