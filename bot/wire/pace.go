package wire

import (
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// pacer slows down the opening of one socket's connections. The client library backs off while it
// cannot connect, but not when Slack closes each new connection at once, and would then open
// thousands a second. It goes by how long each connection lived: one that worked is reopened at
// once.
type pacer struct {
	next    doer
	log     *slog.Logger
	longest time.Duration

	mu    sync.Mutex
	last  time.Time // when a connection was opened
	lives bool      // it delivered something
	quick int       // connections in a row that did not work
}

const (
	steady           = 5 * time.Second // a connection that lasts this long has worked
	longestReconnect = 3 * time.Second // shorter than steady, or the pause itself would count as a working connection
)

func newPacer(next doer, o Options) *pacer {
	return &pacer{next: next, log: o.Log, longest: o.reconnect()}
}

// worked notes that the connection delivered something.
func (p *pacer) worked() {
	p.mu.Lock()
	p.lives = true
	p.mu.Unlock()
}

// Do sends a request from the Slack client; each request of this client opens a connection.
func (p *pacer) Do(req *http.Request) (*http.Response, error) {
	if pause, first := p.pause(); pause > 0 {
		if first {
			p.log.Warn("Slack keeps closing the connection; if this goes on, see whether Socket Mode is switched on for the app and how many connections it has")
		}
		if err := Sleep(req.Context(), pause); err != nil {
			return nil, err
		}
	}
	return p.next.Do(req)
}

// pause is how long to wait before the next opening, and whether that is the first time.
func (p *pacer) pause() (pause time.Duration, first bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if p.lives || now.Sub(p.last) >= steady {
		p.quick = 0
	} else {
		p.quick++
	}
	if p.quick > 1 { // one quick reconnect is free
		pause = min(500*time.Millisecond<<min(p.quick-2, 10), p.longest)
	}
	p.lives = false
	p.last = now.Add(pause)
	return pause, p.quick == 2
}
