package slackemu

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"
)

// Server is a running emulator. All methods may be called at any time from any
// goroutine; after Close the workspace can still be looked at.
type Server struct {
	opts   Options
	base   string // http://127.0.0.1:PORT
	mux    *http.ServeMux
	server *http.Server
	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	work   sync.WaitGroup // every goroutine and every request

	mu      sync.Mutex // guards all that follows
	closed  bool
	changed chan struct{} // closed and replaced after every change
	serial  int           // makes IDs

	workspace
	desk
	wire
	tape
	trail trail
}

// object is a JSON object of no particular type.
type object = map[string]any

// Start listens and serves until Close.
func Start(opts Options) (*Server, error) {
	opts = opts.withDefaults()
	listener, err := net.Listen("tcp", opts.Addr)
	if err != nil {
		return nil, fmt.Errorf("slackemu: %w", err)
	}
	s := &Server{
		opts:    opts,
		base:    "http://" + listener.Addr().String(),
		mux:     http.NewServeMux(),
		changed: make(chan struct{}),
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.workspace = newWorkspace()
	s.desk = newDesk()
	s.wire = newWire()
	s.tape = newTape()
	s.trail.rev = 1 // an empty workspace is something to tell, too
	s.mux.HandleFunc("/api/{method}", s.serveAPI)
	s.mux.HandleFunc("POST /response/{id}", s.serveResponse)
	s.mux.HandleFunc("GET /link", s.serveSocket)
	s.server = &http.Server{
		Handler:           s.counted(s.mux),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return s.ctx },
	}
	s.work.Go(func() { _ = s.server.Serve(listener) })
	return s, nil
}

// Close disconnects everybody and returns when all goroutines and requests
// have ended. A handler given to Handle must not call it.
func (s *Server) Close() error {
	s.mu.Lock()
	first := !s.closed
	s.closed = true
	s.notify()
	s.mu.Unlock()
	var err error
	if first {
		s.cancel()
		err = s.server.Close()
		s.DropTCP()
	}
	s.work.Wait()
	return err
}

// counted lets Close wait for requests, hijacked ones included.
func (s *Server) counted(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		closed := s.closed
		if !closed {
			s.work.Add(1)
		}
		s.mu.Unlock()
		if closed {
			http.Error(w, "closed", http.StatusServiceUnavailable)
			return
		}
		defer s.work.Done()
		h.ServeHTTP(w, r)
	})
}

// spawn runs f until it ends by itself or with s.ctx. Callers hold s.mu.
func (s *Server) spawn(f func()) {
	if !s.closed {
		s.work.Go(f)
	}
}

// Handle serves another page beside the API, such as the playground's.
// Patterns are http.ServeMux's; /api/, /response/ and /link are taken.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// URL is the base of the Web API, with a trailing slash.
func (s *Server) URL() string { return s.base + "/api/" }

// PageURL is the root of what Handle serves, with a trailing slash.
func (s *Server) PageURL() string { return s.base + "/" }

// BotToken is the token that the Web API accepts.
func (s *Server) BotToken() string { return s.opts.BotToken }

// AppToken is the token that apps.connections.open accepts.
func (s *Server) AppToken() string { return s.opts.AppToken }

// change runs f alone and wakes everybody who waits.
func (s *Server) change(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trail.rev++
	f()
	s.notify()
}

// look runs f alone.
func (s *Server) look(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

// notify wakes everybody who waits. Callers hold s.mu.
func (s *Server) notify() {
	close(s.changed)
	s.changed = make(chan struct{})
}

var errClosed = errors.New("the emulator was closed")

// WaitFor waits until cond, which may call anything of s, is true. It looks
// again after every change and never polls.
func (s *Server) WaitFor(ctx context.Context, cond func() bool) error {
	for {
		s.mu.Lock()
		changed, closed := s.changed, s.closed
		s.mu.Unlock()
		if cond() {
			return nil
		}
		if closed {
			return errClosed
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// pause waits for d, at most until Close or done; it says whether d passed.
func (s *Server) pause(d time.Duration, done <-chan struct{}) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-done:
	case <-s.ctx.Done():
	}
	return false
}
