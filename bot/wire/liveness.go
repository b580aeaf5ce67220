package wire

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

// liveness watches the connections to Slack below the client library: it sees every byte that comes
// in, including the pings that the library keeps to itself.
type liveness struct {
	last    atomic.Int64   // when bytes last came in on any connection, or when it was made; in Unix nanoseconds
	counted atomic.Int64   // connections of the app, as Slack last said
	many    rate.Sometimes // logs that there are too many

	mu   sync.Mutex
	open map[*liveConn]struct{}
}

func newLiveness() *liveness {
	l := &liveness{many: rate.Sometimes{Interval: time.Hour}, open: map[*liveConn]struct{}{}}
	l.last.Store(time.Now().UnixNano())
	return l
}

// dialer opens sockets over l. It replaces the library's whole dialer, so it sets everything that
// one sets. Acks longer than the buffer would go out in fragments.
func (l *liveness) dialer() *websocket.Dialer {
	return &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: 15 * time.Second, WriteBufferSize: 32 << 10, NetDialContext: l.dial}
}

func (l *liveness) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	live := &liveConn{Conn: c, of: l}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open[live] = struct{}{}
	return live, nil
}

// liveConn is a connection that notes its signs of life. It counts as open from the first byte that
// comes in until reading ends or the connection is closed.
type liveConn struct {
	net.Conn
	of   *liveness
	last atomic.Int64 // Unix nanoseconds; 0 before the first byte
}

// Read notes that something came in.
func (c *liveConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if n > 0 {
		now := time.Now().UnixNano()
		c.last.Store(now)
		c.of.last.Store(now)
	}
	if err != nil {
		c.of.drop(c)
	}
	return n, err
}

// Close ends the connection.
func (c *liveConn) Close() error {
	c.of.drop(c)
	return c.Conn.Close()
}

func (l *liveness) drop(c *liveConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.open, c)
}

// sockets records when bytes last came in on each open connection.
func (l *liveness) sockets() (all []time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for c := range l.open {
		if at := c.last.Load(); at != 0 {
			all = append(all, time.Unix(0, at))
		}
	}
	return all
}

// Health is what is known about the connections to Slack. Slack pings each of them every few
// seconds, so one on which nothing comes in is dead, whatever it looks like.
type Health struct {
	Wanted  int           // sockets that should be open
	Sockets []time.Time   // for each open one, when something last came in, by this process's clock
	Held    time.Duration // how long Slack will take no calls of some method, or in some channel
}

// Fresh counts the sockets on which something came in since a time.
func (h Health) Fresh(since time.Time) (n int) {
	for _, last := range h.Sockets {
		if last.After(since) {
			n++
		}
	}
	return n
}

// Health is a snapshot.
func (c *Client) Health() Health {
	return Health{Wanted: c.opts.Connections, Sockets: c.live.sockets(), Held: c.limits.held()}
}

// count notes how many connections Slack counts for the app. Slack hands each event to any one of
// them: a connection that nobody knows of swallows its share of the questions.
func (c *Client) count(connections int) {
	c.live.counted.Store(int64(connections))
	if connections <= c.opts.Connections {
		return
	}
	c.live.many.Do(func() {
		c.opts.Log.Warn("the app has more connections than this process opened: other replicas have them, or a process that ended a moment ago; "+
			"if neither, somebody else uses the app's token and gets a share of the questions: make a new app-level token and revoke the old one",
			"connections", connections, "ours", c.opts.Connections)
	})
}
