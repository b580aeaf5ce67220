package slackemu

import (
	"encoding/json"
	"slices"
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// Envelope is one thing that Slack wants acknowledged, across all its deliveries.
type Envelope struct {
	ID       string          `json:"id"`      // envelope_id of the first delivery
	IDs      []string        `json:"-"`       // envelope_id of each delivery so far
	Kind     string          `json:"kind"`    // "events_api", "slash_commands" or "interactive"
	EventID  string          `json:"eventId"` // events only
	Event    string          `json:"event"`   // "message", "message.message_changed", "block_actions", "/career" …
	Payload  json.RawMessage `json:"payload"`
	SentAt   []time.Time     `json:"sent"` // real time, one for each delivery
	Acked    bool            `json:"-"`
	AckedAt  time.Time       `json:"acked,omitzero"`
	Response json.RawMessage `json:"response,omitempty"` // payload of the ack; nil if it has none
	GaveUp   bool            `json:"gaveUp"`             // no delivery was acked and none will follow
}

const envelopeID = "e0000000-0000-4000-8000-%012d"

// maxQueue bounds the envelopes waiting for a socket; any more are given up.
const maxQueue = 1000

// envelope is an Envelope in flight. Its goroutine (follow) owns the timing; the
// server's lock guards everything else.
type envelope struct {
	Envelope
	sent   chan struct{} // one for each delivery
	done   chan struct{} // closed by the ack
	ended  bool
	rev    int64             // of its last change
	onAck  func()            // with the Response
	onFail func(code string) // the person's notice
}

func newEnvelope(kind, event string, payload any) *envelope {
	return &envelope{Envelope: Envelope{Kind: kind, Event: event, Payload: blockkit.Encode(payload)}}
}

// once reports whether an envelope is delivered only once: Slack documents retries only for events.
func (e *envelope) once() bool { return e.Kind != "events_api" }

// Callers of everything below hold s.mu.

// deliver sends an envelope now, or as soon as a socket connects, and follows up on it.
func (s *wire) deliver(e *envelope) *envelope {
	e.ID = s.numbered(envelopeID)
	e.sent, e.done = make(chan struct{}, 1), make(chan struct{})
	s.envelopes, s.byID[e.ID] = append(s.envelopes, e), e
	e.rev = s.trail.rev
	s.dispatch(e)
	s.spawn(func() { s.follow(e) })
	return e
}

// dispatch writes the envelope to the next socket, or queues it.
func (s *wire) dispatch(e *envelope) {
	sock := s.nextSocket()
	if sock == nil {
		if len(s.queue) >= maxQueue {
			s.giveUp(e, "dispatch_failed")
			return
		}
		s.queue = append(s.queue, e)
		return
	}
	id, attempt := e.ID, len(e.IDs)
	if attempt > 0 { // Slack does not say; a new one is the harder case
		id = s.numbered(envelopeID)
	}
	frame := object{
		"envelope_id": id, "type": e.Kind, "payload": e.Payload,
		"accepts_response_payload": e.Kind == "slash_commands" || e.Event == "view_submission",
	}
	if e.Kind == "events_api" {
		frame["retry_attempt"], frame["retry_reason"] = attempt, ""
		if attempt > 0 {
			frame["retry_reason"] = "timeout"
		}
	}
	s.byID[id] = e
	e.rev = s.trail.rev
	e.IDs, e.SentAt = append(e.IDs, id), append(e.SentAt, time.Now())
	sock.write(blockkit.Encode(frame))
	select {
	case e.sent <- struct{}{}:
	default:
	}
}

func (s *wire) giveUp(e *envelope, code string) {
	if e.ended {
		return
	}
	e.ended, e.GaveUp, e.rev = true, true, s.trail.rev
	s.queue = slices.DeleteFunc(s.queue, func(q *envelope) bool { return q == e })
	if e.onFail != nil {
		e.onFail(code)
	}
}

// ack handles an acknowledgement from any socket. A late one still stops further
// deliveries, but no longer answers a person who has been told that the app failed.
func (s *wire) ack(id string, payload json.RawMessage) {
	e := s.byID[id]
	if e == nil || e.Acked {
		return
	}
	e.Acked, e.AckedAt, e.Response = true, time.Now(), payload
	close(e.done)
	if !e.ended && e.onAck != nil {
		e.onAck()
	}
	e.ended, e.GaveUp, e.rev = true, false, s.trail.rev
}

// follow redelivers until the ack arrives or the attempts are used up. It also ends
// with the server.
func (s *wire) follow(e *envelope) {
	for attempt := 0; s.awaitSent(e); attempt++ {
		if !s.pause(s.opts.AckWithin, e.done) {
			return
		}
		if e.once() || attempt >= len(s.opts.RetryAfter) {
			s.change(func() { s.giveUp(e, "operation_timeout") })
			return
		}
		if !s.pause(s.opts.RetryAfter[attempt], e.done) {
			return
		}
		s.change(func() {
			if !e.Acked {
				s.dispatch(e)
			}
		})
	}
}

// awaitSent waits for a socket to take the envelope: an event for as long as it
// takes, anything a person waits for no longer than for an ack.
func (s *wire) awaitSent(e *envelope) bool {
	var patience <-chan time.Time
	if e.once() {
		timer := time.NewTimer(s.opts.AckWithin)
		defer timer.Stop()
		patience = timer.C
	}
	select {
	case <-e.sent:
		return true
	case <-patience:
		s.change(func() { s.giveUp(e, "dispatch_failed") })
	case <-e.done:
	case <-s.ctx.Done():
	}
	return false
}
