package wire

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// TestPingsCountAsLife, although the client library answers pings by itself and tells nobody.
func TestPingsCountAsLife(t *testing.T) {
	ping, pong := make(chan struct{}), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var u websocket.Upgrader
		c, err := u.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer c.Close()
		c.SetPongHandler(func(string) error { close(pong); return nil })
		<-ping
		_ = c.WriteControl(websocket.PingMessage, nil, time.Now().Add(time.Second))
		_, _, _ = c.ReadMessage()
	}))
	defer server.Close()
	live := newLiveness()
	c, _, err := live.dialer().DialContext(t.Context(), "ws"+strings.TrimPrefix(server.URL, "http"), nil)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _, _ = c.ReadMessage()
	}()
	before := time.Now()
	close(ping)
	<-pong
	if s := live.sockets(); len(s) != 1 || s[0].Before(before) {
		t.Errorf("after a ping at %v: %+v", before, s)
	}
	_ = c.Close()
	<-ended
	if s := live.sockets(); len(s) != 0 {
		t.Errorf("after the close: %+v", s)
	}
}
