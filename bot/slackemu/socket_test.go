package slackemu_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack/socketmode"
)

// dial connects a bare websocket, without a client library, and waits until the server counts it.
func dial(t *testing.T, s *slackemu.Server) (*websocket.Conn, string) {
	t.Helper()
	before := s.Connected()
	conn, url := dialOnly(t, s)
	ok(t, s.WaitConnected(soon(t), before+1))
	return conn, url
}

func dialOnly(t *testing.T, s *slackemu.Server) (*websocket.Conn, string) {
	t.Helper()
	_, url, err := client(s).StartSocketModeContext(soon(t))
	ok(t, err)
	conn, _, err := websocket.DefaultDialer.Dial(url, http.Header{"Origin": {"https://api.slack.com"}})
	ok(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return conn, url
}

func read(t *testing.T, conn *websocket.Conn) map[string]any {
	t.Helper()
	ok(t, conn.SetReadDeadline(time.Now().Add(ample)))
	var frame map[string]any
	ok(t, conn.ReadJSON(&frame))
	return frame
}

func TestHelloNamesTheAppAndCountsConnections(t *testing.T) {
	s := start(t, slackemu.Options{})
	first, _ := dial(t, s)
	second, _ := dial(t, s)
	hello := read(t, first)
	info, _ := hello["connection_info"].(map[string]any)
	if hello["type"] != "hello" || hello["num_connections"] != 1.0 || info["app_id"] != s.BotUser().AppID {
		t.Errorf("hello is %v", hello)
	}
	if n := read(t, second)["num_connections"]; n != 2.0 {
		t.Errorf("second hello counts %v connections", n)
	}
}

func TestPingsKeepTheRealClientConnected(t *testing.T) {
	t.Parallel()
	s := start(t, slackemu.Options{PingEvery: 50 * time.Millisecond})
	run(t, s, nil, socketmode.OptionPingInterval(3*time.Second))
	connected(t, s)
	conn, _ := dial(t, s)
	pings, enough := 0, errors.New("enough")
	conn.SetPingHandler(func(string) error {
		if pings++; pings == 130 { // two intervals of the client and more
			return enough
		}
		return nil
	})
	for {
		if _, _, err := conn.ReadMessage(); err != nil {
			if !errors.Is(err, enough) {
				t.Fatal(err)
			}
			break
		}
	}
	if n := len(s.CallsOf("apps.connections.open")); n != 2 {
		t.Errorf("%d connections were opened, want the client's and ours", n)
	}
}

func TestClientReconnects(t *testing.T) {
	for name, breakIt := range map[string]func(*slackemu.Server){
		"warning":           func(s *slackemu.Server) { s.Disconnect("warning") },
		"refresh_requested": func(s *slackemu.Server) { s.Disconnect("refresh_requested") },
		"link_disabled":     func(s *slackemu.Server) { s.Disconnect("link_disabled") },
		"TCP cut":           func(s *slackemu.Server) { s.DropTCP() },
		"hanging socket":    func(s *slackemu.Server) { s.Hang() },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, slackemu.Options{PingEvery: 10 * time.Millisecond, AckWithin: 100 * time.Millisecond, RetryAfter: slices.Repeat(fast, 1000)})
			b := run(t, s, nil, socketmode.OptionPingInterval(50*time.Millisecond))
			connected(t, s)
			breakIt(s)
			ok(t, s.WaitFor(soon(t), func() bool { return len(s.CallsOf("apps.connections.open")) >= 2 }))
			u := s.AddUser("ada")
			s.Say(s.OpenDM(u), u, "still there?")
			connected(t, s)
			_, err := s.WaitAcked(soon(t), s.Envelopes()[0].ID)
			ok(t, err)
			if n := len(b.events(socketmode.EventTypeEventsAPI)); n == 0 {
				t.Error("the event did not arrive")
			}
		})
	}
}

func TestDialFaultIsSurvived(t *testing.T) {
	s := start(t, slackemu.Options{})
	s.Fail("socket", 1, http.StatusInternalServerError, 0)
	run(t, s, nil)
	connected(t, s)
}

func TestTicketWorksOnce(t *testing.T) {
	s := start(t, slackemu.Options{})
	_, url := dial(t, s)
	if _, resp, err := websocket.DefaultDialer.Dial(url, nil); err == nil || resp.StatusCode != http.StatusForbidden {
		t.Errorf("second use of a ticket: %v", err)
	}
}

func TestEleventhSocketIsTooMany(t *testing.T) {
	s := start(t, slackemu.Options{})
	for range 10 {
		dial(t, s)
	}
	conn, _ := dialOnly(t, s)
	if frame := read(t, conn); frame["type"] != "disconnect" || frame["reason"] != "too_many_websockets" {
		t.Errorf("got %v", frame)
	}
	if _, _, err := conn.ReadMessage(); !websocket.IsCloseError(err, websocket.CloseNormalClosure) {
		t.Errorf("afterwards: %v, want a close frame", err)
	}
}

func TestAckOf20KBClosesTheSocket(t *testing.T) {
	for size, want := range map[int]bool{20479: false, 20480: true} {
		s := start(t, slackemu.Options{RetryAfter: []time.Duration{}})
		conn, _ := dial(t, s)
		read(t, conn)
		frame := `{"envelope_id":"x","payload":{"text":""}}`
		frame = strings.Replace(frame, `""`, `"`+strings.Repeat("a", size-len(frame))+`"`, 1)
		ok(t, conn.WriteMessage(websocket.TextMessage, []byte(frame)))
		s.SendFrame(`{"type":"next"}`)
		var closed bool
		for !closed {
			_, data, err := conn.ReadMessage()
			closed = websocket.IsCloseError(err, websocket.CloseMessageTooBig)
			if err == nil && !want && strings.Contains(string(data), "next") {
				break
			}
			if err != nil && !closed {
				t.Fatal(err)
			}
		}
		if closed != want {
			t.Errorf("ack of %d bytes: closed is %v", size, closed)
		}
	}
}

func TestEnvelopesGoRoundTheSockets(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	a, _ := dial(t, s)
	b, _ := dial(t, s)
	read(t, a)
	read(t, b)
	for range 4 {
		s.Say(s.OpenDM(u), u, "hi")
	}
	for _, conn := range []*websocket.Conn{a, a, b, b} {
		if frame := read(t, conn); frame["type"] != "events_api" {
			t.Errorf("got %v", frame)
		}
	}
}
