package slackemu

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"careeradvisor/bot/slackemu/blockkit"

	"github.com/gorilla/websocket"
)

const (
	maxSockets  = 10    // per app
	maxAckBytes = 20479 // a larger frame closes the socket with 1009
	writeWait   = 5 * time.Second
)

// wire is Socket Mode: tickets, sockets, envelopes.
type wire struct {
	*workspace
	tickets   map[string]bool // given out and not used
	sockets   []*socket
	turn      int // round robin
	envelopes []*envelope
	byID      map[string]*envelope // by envelope_id of every delivery
	queue     []*envelope          // waiting for a socket, oldest first
	duplicate int                  // events still to be delivered twice
}

// socket is one connection. Two goroutines own it: the request's own, which reads,
// and one that writes. Both end with the connection or the server.
type socket struct {
	conn    *websocket.Conn
	out     chan []byte
	gone    context.Context
	leave   context.CancelFunc
	hung    atomic.Bool
	leaving bool // closes behind its disconnect message; guarded by the server
}

// write queues a frame. If the client is not reading, frames are lost, as on a dead connection.
func (k *socket) write(frame []byte) {
	select {
	case k.out <- frame:
	default:
	}
}

func (s *wire) openConnection(args) (object, *apiError) {
	ticket := s.numbered("ticket-%d")
	s.tickets[ticket] = true
	return object{"url": "ws" + s.base[len("http"):] + "/link?ticket=" + ticket + "&app_id=" + appID}, nil
}

// serveSocket takes a ticket and serves the connection until it ends.
func (s *wire) serveSocket(w http.ResponseWriter, r *http.Request) {
	if f := s.takeFault("socket"); f != nil {
		http.Error(w, f.code, max(f.status, http.StatusBadRequest))
		return
	}
	ticket := r.URL.Query().Get("ticket")
	valid := false
	s.look(func() { valid = s.tickets[ticket]; delete(s.tickets, ticket) })
	if !valid {
		http.Error(w, "invalid ticket", http.StatusForbidden)
		return
	}
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }} // clients send Slack's Origin
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	k := &socket{conn: conn, out: make(chan []byte, 256)}
	k.gone, k.leave = context.WithCancel(s.ctx)
	defer k.leave()
	s.change(func() { s.welcome(k) })
	s.read(k)
	s.change(func() { s.sockets = slices.DeleteFunc(s.sockets, func(o *socket) bool { return o == k }) })
}

// welcome sends hello and whatever was waiting. Callers hold s.mu.
func (s *wire) welcome(k *socket) {
	if s.closed {
		_ = k.conn.Close()
		return
	}
	s.spawn(func() { s.writeAll(k) })
	if len(s.sockets) >= maxSockets {
		s.dismiss(k, "too_many_websockets")
		return
	}
	s.sockets = append(s.sockets, k)
	k.write(blockkit.Encode(object{
		"type": "hello", "num_connections": len(s.sockets), "connection_info": object{"app_id": appID},
		"debug_info": object{"host": "applink-emulator", "build_number": 1, "approximate_connection_time": 18060},
	}))
	queue := s.queue
	s.queue = nil
	for _, e := range queue {
		s.dispatch(e)
	}
}

// dismiss sends a disconnect message; every reason but warning then closes the
// socket. Callers hold s.mu.
func (s *wire) dismiss(k *socket, reason string) {
	k.write(blockkit.Encode(object{
		"type": "disconnect", "reason": reason, "debug_info": object{"host": "applink-emulator"},
	}))
	if reason != "warning" {
		k.leaving = true
		k.write(nil)
	}
}

// nextSocket returns the socket whose turn it is, or nil. Callers hold s.mu.
func (s *wire) nextSocket() *socket {
	for range s.sockets {
		s.turn++
		if k := s.sockets[s.turn%len(s.sockets)]; !k.leaving {
			return k
		}
	}
	return nil
}

// writeAll is the only writer of data frames; a nil frame closes the socket.
func (s *wire) writeAll(k *socket) {
	defer func() { _ = k.conn.Close() }()
	ticker := time.NewTicker(s.opts.PingEvery)
	defer ticker.Stop()
	ping := func() error {
		return k.conn.WriteControl(websocket.PingMessage, []byte("Ping from applink-emulator"), time.Now().Add(writeWait))
	}
	err := ping()
	for err == nil {
		select {
		case frame := <-k.out:
			if !k.hung.Load() {
				err = k.send(frame)
			}
		case <-ticker.C:
			if !k.hung.Load() {
				err = ping()
			}
		case <-k.gone.Done():
			return
		}
	}
}

func (k *socket) send(frame []byte) error {
	deadline := time.Now().Add(writeWait)
	if frame == nil {
		bye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
		_ = k.conn.WriteControl(websocket.CloseMessage, bye, deadline)
		return websocket.ErrCloseSent
	}
	_ = k.conn.SetWriteDeadline(deadline)
	return k.conn.WriteMessage(websocket.TextMessage, frame)
}

// read handles acks until the connection ends.
func (s *wire) read(k *socket) {
	k.conn.SetReadLimit(maxAckBytes)
	for {
		_, frame, err := k.conn.ReadMessage()
		if err != nil {
			return
		}
		var ack struct {
			EnvelopeID string `json:"envelope_id"`
			Payload    json.RawMessage
		}
		if k.hung.Load() || json.Unmarshal(frame, &ack) != nil {
			continue
		}
		s.change(func() { s.ack(ack.EnvelopeID, ack.Payload) })
	}
}
