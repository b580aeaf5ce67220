package slackemu

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// fault is something that goes wrong with some calls of a method.
type fault struct {
	kind   string // as the page names it
	method string
	left   int
	status int
	retry  time.Duration
	code   string // Slack's error name
	lose   bool
}

// Fail makes the next n calls of a method ("*" for any) return an HTTP status, with Retry-After if
// retryAfter is not 0. Method "response_url" means posts to a response URL, and "socket" means
// websocket dials.
func (s *Test) Fail(method string, n, status int, retryAfter time.Duration) {
	code := "internal_error"
	if status == http.StatusTooManyRequests {
		code = "ratelimited"
	}
	s.addFault(fault{kind: strconv.Itoa(status), method: method, left: n, status: status, retry: retryAfter, code: code})
}

// FailError makes the next n calls of a method return a Slack error.
func (s *Test) FailError(method string, n int, slackError string) {
	s.addFault(fault{kind: slackError, method: method, left: n, code: slackError})
}

// Lose carries out the next n calls of a method but cuts the connection instead of
// answering.
func (s *Test) Lose(method string, n int) {
	s.addFault(fault{kind: "lose", method: method, left: n, lose: true})
}

// Slow delays every later call of a method; a delay of 0 ends that. If the client hangs up in the
// meantime, the call is not carried out.
func (s *Test) Slow(method string, d time.Duration) {
	s.change(func() { s.slow[method] = d })
}

// Heal cancels all faults that are still to come.
func (s *Test) Heal() {
	s.change(func() {
		s.faults, s.duplicate = nil, 0
		s.slow = map[string]time.Duration{}
	})
}

func (s *Test) addFault(f fault) {
	s.change(func() { s.faults = append(s.faults, &f) })
}

// Disconnect sends a disconnect message to all sockets: "warning" leaves them open,
// any other reason closes them afterwards.
func (s *Test) Disconnect(reason string) {
	s.change(func() {
		for _, k := range s.sockets {
			s.dismiss(k, reason)
		}
	})
}

// DropTCP cuts all sockets without a close frame.
func (s *Test) DropTCP() {
	s.change(func() {
		for _, k := range s.sockets {
			k.leaving = true
			_ = k.conn.NetConn().Close()
		}
	})
}

// Hang makes all current sockets deaf and mute while they stay open: no pings, no
// acks, and envelopes routed to them are lost.
func (s *Test) Hang() {
	s.change(func() {
		for _, k := range s.sockets {
			k.hung.Store(true)
		}
	})
}

// SendFrame writes text to one socket without an envelope and reports whether there
// was a socket.
func (s *Test) SendFrame(text string) (sent bool) {
	s.look(func() {
		if k := s.nextSocket(); k != nil {
			k.write([]byte(text))
			sent = true
		}
	})
	return sent
}

// pending returns the faults that are still active. Callers hold s.mu.
func (s *wire) pending() []Pending {
	all := []Pending{}
	for _, f := range s.faults {
		if f.left > 0 {
			all = append(all, Pending{Kind: f.kind, Method: f.method, Left: f.left, Wait: f.retry})
		}
	}
	for _, method := range slices.Sorted(maps.Keys(s.slow)) {
		if d := s.slow[method]; d > 0 {
			all = append(all, Pending{Kind: "slow", Method: method, Wait: d})
		}
	}
	if s.duplicate > 0 {
		all = append(all, Pending{Kind: "duplicate", Left: s.duplicate})
	}
	return all
}
