package bot

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// line is the wire to Slack, below the client library: it sees every byte that
// comes in, also the pings that the library keeps to itself.
type line struct {
	began   time.Time
	last    atomic.Int64 // when bytes last came in on any connection, in Unix nanoseconds; 0 for never
	counted atomic.Int64 // connections of the app, as Slack last said
	warned  atomic.Int64 // when it was last said that there are too many, in Unix nanoseconds

	mu   sync.Mutex
	open map[*liveConn]struct{}
}

func newLine() *line { return &line{began: time.Now(), open: map[*liveConn]struct{}{}} }

// What the client library sets for itself where it is given no dialer. Acks longer
// than the buffer would go out in fragments.
const (
	handshakeWithin = 15 * time.Second
	writeBuffer     = 32 << 10
)

// dialer opens sockets over l; it replaces the library's whole dialer.
func (l *line) dialer() *websocket.Dialer {
	return &websocket.Dialer{
		Proxy:            http.ProxyFromEnvironment,
		HandshakeTimeout: handshakeWithin,
		WriteBufferSize:  writeBuffer,
		NetDialContext:   l.dial,
	}
}

func (l *line) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	return &liveConn{Conn: c, line: l}, nil
}

// liveConn is a connection that tells its line when it lives. It counts as open
// from the first byte that comes in to the end of reading or its close.
type liveConn struct {
	net.Conn
	line  *line
	last  atomic.Int64 // Unix nanoseconds
	ended bool         // guarded by line.mu
}

// Read notes that something came in.
func (c *liveConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if n > 0 {
		now := time.Now().UnixNano()
		if c.last.Swap(now) == 0 {
			c.line.add(c)
		}
		c.line.last.Store(now)
	}
	if err != nil {
		c.line.drop(c)
	}
	return n, err
}

// Close ends the connection.
func (c *liveConn) Close() error {
	c.line.drop(c)
	return c.Conn.Close()
}

func (l *line) add(c *liveConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !c.ended {
		l.open[c] = struct{}{}
	}
}

func (l *line) drop(c *liveConn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.ended = true
	delete(l.open, c)
}

// sockets are the connections that are open.
func (l *line) sockets() []Socket {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []Socket
	for c := range l.open {
		all = append(all, Socket{LastInbound: time.Unix(0, c.last.Load())})
	}
	return all
}

// lastInbound is when something last came in; where nothing did, when l was made.
func (l *line) lastInbound() time.Time {
	if at := l.last.Load(); at != 0 {
		return time.Unix(0, at)
	}
	return l.began
}
