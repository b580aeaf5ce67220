package wire

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// pacer slows down the opening of connections. The client library backs off
// while it cannot connect, but not when Slack closes each new connection at
// once, and would then open thousands a second.
type pacer struct {
	next    doer
	log     *slog.Logger
	free    int // openings in a row that need not wait
	longest time.Duration
	sleep   func(context.Context, time.Duration) error
	now     func() time.Time

	mu    sync.Mutex
	last  time.Time
	quick int           // openings in a row that came too soon after the one before
	told  time.Duration // the pause that the log told of last
}

const (
	steady           = 30 * time.Second // a connection that holds so long counts as healthy
	longestReconnect = 20 * time.Second // below steady, or the pause itself would look healthy
)

// newPacer makes a pacer for the connections of o: the preflight's, the first and
// one reconnect of each are free.
func newPacer(next doer, o Options) *pacer {
	return &pacer{next: next, log: o.Log, free: 2 * o.Connections, longest: min(o.Reconnect, longestReconnect), sleep: Sleep, now: time.Now}
}

// Do sends a request of the Slack client; all of this client's open a connection.
func (p *pacer) Do(req *http.Request) (*http.Response, error) {
	if pause, news := p.pause(); pause > 0 {
		if news {
			p.log.Warn("Slack keeps closing the connection; if this goes on, see whether Socket Mode is switched on for the app and how many connections it has",
				"pause", pause)
		}
		if err := p.sleep(req.Context(), pause); err != nil {
			return nil, err
		}
	}
	return p.next.Do(req)
}

// pause is how long to wait before the next opening, and whether that is news.
func (p *pacer) pause() (pause time.Duration, news bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if now.Sub(p.last) < steady {
		p.quick++
	} else {
		p.quick = 0
	}
	if p.quick > p.free {
		pause = min(500*time.Millisecond<<min(p.quick-p.free-1, 10), p.longest)
	}
	p.last = now.Add(pause)
	news = pause != p.told
	p.told = pause
	return pause, news
}
