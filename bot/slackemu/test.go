package slackemu

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// Call is one request to the Web API or to a response URL.
type Call struct {
	Place                    // the message that was made or changed, if any
	Method string            `json:"method"`          // "chat.postMessage"; "response_url" for response URLs
	Args   map[string]string `json:"args"`            // without the token; values that are JSON as JSON text
	Status int               `json:"status"`          // HTTP status; 0 if the answer was lost on purpose
	Error  string            `json:"error,omitempty"` // Slack's error name; empty for ok
	Why    []string          `json:"why,omitempty"`   // response_metadata.messages of an error
	URL    string            `json:"url,omitempty"`   // of a response URL, its path
	At     time.Time         `json:"at"`              // real time
	Took   time.Duration     `json:"took"`
	rev    int64
}

// Test lets a test read the wire, send over it, and break it.
type Test struct{ *desk }

// Calls returns all calls so far, in the order in which they were answered.
func (s *Test) Calls() (all []Call) {
	s.look(func() { all = slices.Clone(s.calls) })
	return all
}

// CallsOf returns the calls of one method.
func (s *Test) CallsOf(method string) []Call {
	return slices.DeleteFunc(s.Calls(), func(c Call) bool { return c.Method != method })
}

// WaitCall waits for the first answered call that matches.
func (s *Test) WaitCall(ctx context.Context, match func(Call) bool) (found Call, err error) {
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

// Envelopes returns all envelopes so far, oldest first.
func (s *Test) Envelopes() (all []Envelope) {
	s.look(func() {
		for _, e := range s.envelopes {
			all = append(all, e.Envelope)
		}
	})
	return all
}

// Connected returns the number of sockets that are open and not about to close.
func (s *Test) Connected() (n int) {
	s.look(func() { n = s.state().Sockets })
	return n
}

// WaitConnected waits until at least n sockets are connected.
func (s *Test) WaitConnected(ctx context.Context, n int) error {
	err := s.WaitFor(ctx, func() bool { return s.Connected() >= n })
	if err != nil {
		return fmt.Errorf("slackemu: %d sockets of %d are connected: %w", s.Connected(), n, err)
	}
	return nil
}

// WaitAcked waits for the ack of an envelope; it fails at once if the envelope is
// given up.
func (s *Test) WaitAcked(ctx context.Context, envelopeID string) (found Envelope, err error) {
	err = s.WaitFor(ctx, func() bool {
		s.look(func() {
			if e := s.byID[envelopeID]; e != nil {
				found = e.Envelope
			}
		})
		return found.Acked || found.GaveUp
	})
	if err == nil && !found.Acked {
		err = fmt.Errorf("slackemu: envelope %s was given up", envelopeID)
	}
	return found, err
}

// WaitIdle waits until every envelope so far has been acked or given up. Acked does
// not mean answered: for that, wait for what the bot says.
func (s *Test) WaitIdle(ctx context.Context) error {
	return s.WaitFor(ctx, func() bool {
		open := false
		s.look(func() {
			open = slices.ContainsFunc(s.envelopes, func(e *envelope) bool { return !e.ended })
		})
		return !open
	})
}

// PostAsBot posts as an integration without a user, with subtype bot_message.
func (s *Test) PostAsBot(c Channel, name, text, threadTS string) (m Message) {
	s.change(func() {
		m = s.put(c, &post{Message: Message{
			Username: name, BotID: s.newID("B", name), Subtype: "bot_message", ThreadTS: threadTS,
			Text: text, Pings: blockkit.Pings(text, nil),
		}})
	})
	return m
}

// Deliver sends an envelope of any kind with any payload and returns its ID.
func (s *Test) Deliver(kind string, payload json.RawMessage) (id string) {
	s.change(func() {
		id = s.deliver(newEnvelope(kind, eventName(payload), payload)).ID
	})
	return id
}

// DeliverEvent sends any event in an event_callback, whatever the app subscribed
// to, and returns the envelope's ID.
func (s *Test) DeliverEvent(event json.RawMessage) (id string) {
	s.change(func() { id = s.deliverEvent(event).ID })
	return id
}

// Redeliver sends the payload of an envelope again, in a new envelope without
// retry_attempt, as Slack has been seen to do (bolt-python#1206).
func (s *Test) Redeliver(envelopeID string) (id string, err error) {
	s.change(func() {
		if old := s.byID[envelopeID]; old != nil {
			id = s.again(old).ID
		} else {
			err = fmt.Errorf("slackemu: there is no envelope %s", envelopeID)
		}
	})
	return id, err
}

// DuplicateNext delivers each of the next n events twice, in two envelopes with the
// same event_id.
func (s *Test) DuplicateNext(n int) {
	s.change(func() { s.duplicate = n })
}
