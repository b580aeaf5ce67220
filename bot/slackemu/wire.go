package slackemu

import (
	"context"
	"fmt"
	"slices"
)

// What a test sees of Socket Mode.

// Envelopes are all envelopes so far, oldest first.
func (s *Server) Envelopes() (all []Envelope) {
	s.look(func() {
		for _, e := range s.envelopes {
			all = append(all, e.copy())
		}
	})
	return all
}

func (e *envelope) copy() Envelope {
	c := e.Envelope
	c.IDs, c.SentAt = slices.Clone(c.IDs), slices.Clone(c.SentAt)
	return c
}

// Connected is the number of sockets that are open and not being closed.
func (s *Server) Connected() (n int) {
	s.look(func() {
		for _, k := range s.sockets {
			if !k.leaving {
				n++
			}
		}
	})
	return n
}

// WaitConnected waits until at least n sockets are connected.
func (s *Server) WaitConnected(ctx context.Context, n int) error {
	err := s.WaitFor(ctx, func() bool { return s.Connected() >= n })
	if err != nil {
		return fmt.Errorf("slackemu: %d sockets of %d are connected: %w", s.Connected(), n, err)
	}
	return nil
}

// WaitAcked waits for the ack of an envelope; it fails at once when the
// envelope was given up.
func (s *Server) WaitAcked(ctx context.Context, envelopeID string) (found Envelope, err error) {
	err = s.WaitFor(ctx, func() bool {
		s.look(func() {
			if e := s.byID[envelopeID]; e != nil {
				found = e.copy()
			}
		})
		return found.Acked || found.GaveUp
	})
	if err == nil && !found.Acked {
		err = fmt.Errorf("slackemu: envelope %s was given up", envelopeID)
	}
	return found, err
}

// WaitIdle waits until every envelope so far was acked or given up. Acked is
// not answered: for that, wait for what the bot says.
func (s *Server) WaitIdle(ctx context.Context) error {
	return s.WaitFor(ctx, func() bool {
		open := false
		s.look(func() {
			open = slices.ContainsFunc(s.envelopes, func(e *envelope) bool { return !e.ended })
		})
		return !open
	})
}
