package wire

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"

	"careeradvisor/knowledge"
)

// socket is one connection after another. Whatever takes its envelopes must be quick, or the
// client's own buffer fills up and the connection dies.
type socket struct {
	*Client
	ctx    context.Context // of the socket, for acks
	client *socketmode.Client
	take   Taker
	pace   *pacer
	hasten atomic.Pointer[context.CancelCauseFunc] // makes run start over
}

// errHasten ends an attempt to connect that would pause for too long.
var errHasten = errors.New("the wait before the next attempt would be too long")

// run keeps one connection open until s.ctx ends or Slack ends it for good, which is an error. The
// client library would pause for up to five minutes between attempts; run starts over instead, and
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

// listen takes events until the socket ends, or until ctx ends, and then takes those that have
// already arrived. Slack's client never closes its channel, and may still send after it has ended.
func (s *socket) listen(ctx context.Context, ended <-chan error) error {
	for {
		select {
		case <-ctx.Done():
			for len(s.client.Events) > 0 {
				s.event(<-s.client.Events)
			}
			return nil
		case err := <-ended:
			return s.lost(err)
		case e := <-s.client.Events:
			s.event(e)
		}
	}
}

// lost explains why the socket ended for good.
func (s *socket) lost(err error) error {
	if _, ok := errors.AsType[*knowledge.Panic](err); ok {
		return fmt.Errorf("run the Slack client: %w", err)
	}
	return s.explain(appToken, err)
}

func (s *socket) event(e socketmode.Event) {
	switch data := e.Data.(type) {
	case *slack.ConnectionErrorEvent:
		s.noConnection(data)
		return
	case *socketmode.ConnectedEvent:
		s.figures.opened.Inc()
		s.trouble.Clear()
		return
	case *socketmode.ErrorWriteFailed:
		s.figures.lostAcks.Inc()
		s.opts.Log.Warn("an ack was not sent; Slack will deliver again", "error", data.Cause)
		return
	case *slack.IncomingEventError:
		s.opts.Log.Warn("the connection to Slack broke", "error", data.ErrorObj)
		return
	case *socketmode.ErrorBadMessage:
		s.badMessage(data)
		return
	}
	switch {
	case e.Type == socketmode.EventTypeHello && e.Request != nil:
		s.opts.Log.Info("connected to Slack", "connections", e.Request.NumConnections)
		s.count(e.Request.NumConnections)
	case e.Request != nil:
		s.envelope(e.Request.EnvelopeID, e.Request.Type, e.Request.Payload)
	}
}

// noConnection notes that an attempt to connect failed. Whatever the reason, it does not end the
// bot: an expired token, or a scope or setting that somebody removed, may be restored in a moment,
// and if Slack refuses for good, the client ends by itself.
func (s *socket) noConnection(e *slack.ConnectionErrorEvent) {
	if code := Code(e.ErrorObj); tokenErrors[code] == "" {
		s.opts.Log.Warn("no connection to Slack; trying again", "attempt", e.Attempt, "after", e.Backoff, "error", e.ErrorObj)
	} else if _, known := s.trouble.LoadOrStore(code, true); !known {
		s.opts.Log.Error("Slack won't open a connection; trying until it does", "error", s.explain(appToken, e.ErrorObj))
	}
	_, limited := errors.AsType[*slack.RateLimitedError](e.ErrorObj)
	if e.Backoff > s.opts.reconnect() && !limited { // a pause that Slack asks for is kept
		(*s.hasten.Load())(errHasten)
	}
}

// badMessage takes what the client could not make sense of. A single odd field can cause that, so
// the envelope gets another chance here.
func (s *socket) badMessage(bad *socketmode.ErrorBadMessage) {
	var e struct {
		ID      string          `json:"envelope_id"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload"`
	}
	s.opts.Log.Warn("the Slack client could not read an envelope", "error", bad.Cause)
	_ = json.Unmarshal(bad.Message, &e) // what cannot be read has no ID, and makes no work
	s.envelope(e.ID, e.Type, e.Payload)
}

func (s *socket) envelope(id, kind string, payload json.RawMessage) {
	arrived := time.Now()
	s.pace.worked()
	s.take(Envelope{id, kind, payload}, func(reply any) {
		s.ack(id, reply)
		s.figures.ack.Observe(time.Since(arrived).Seconds())
	})
}

// ack tells Slack that an envelope arrived. It waits for room in the client's
// queue, not for the socket.
func (s *socket) ack(envelope string, payload any) {
	if envelope == "" {
		return
	}
	ctx, cancel := context.WithTimeout(s.ctx, ackWithin)
	defer cancel()
	if err := s.client.AckCtx(ctx, envelope, payload); err != nil {
		s.figures.lostAcks.Inc()
		s.opts.Log.Warn("an ack could not be sent to Slack", "error", err)
	}
}

// ackWithin is the time for an ack to find room: Slack waits 3 s for it.
const ackWithin = 2 * time.Second
