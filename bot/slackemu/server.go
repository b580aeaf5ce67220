package slackemu

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Server is a running local Slack. All methods may be called at any time from any
// goroutine; the workspace can still be inspected after Close.
type Server struct {
	*desk // what the faces share

	Person
	Screen
	Test
	Page

	mux    *http.ServeMux
	server *http.Server
}

// Start listens and serves until Close.
func Start(opts Options) (*Server, error) {
	opts = opts.withDefaults()
	listener, err := net.Listen("tcp", opts.Addr)
	if err != nil {
		return nil, fmt.Errorf("slackemu: %w", err)
	}
	bot := &User{ID: botUserID, Name: "career-advisor", RealName: "Career Advisor", IsBot: true, BotID: botID, AppID: appID}
	space := &workspace{hub: newHub(opts, "http://"+listener.Addr().String()), users: []*User{bot}}
	d := &desk{
		wire:   &wire{workspace: space, tickets: map[string]bool{}, byID: map[string]*envelope{}},
		modals: map[string][]*view{}, homes: map[string]*view{}, triggers: map[string]*trigger{}, responses: map[string]*response{},
	}
	s := &Server{desk: d, Person: Person{d}, Screen: Screen{d}, Test: Test{d}, Page: Page{d}, mux: http.NewServeMux()}
	api := &webAPI{d, conversations{d}, assistant{d}}
	s.mux.HandleFunc("/api/{method}", api.serveAPI)
	s.mux.HandleFunc("POST /response/{id}", api.serveResponse)
	s.mux.HandleFunc("GET /link", s.serveSocket)
	s.server = &http.Server{
		Handler:           s.counted(s.mux),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return s.ctx },
	}
	s.work.Go(func() { _ = s.server.Serve(listener) })
	return s, nil
}

// Close disconnects everyone and returns when all goroutines and requests have
// ended. A handler passed to Handle must not call it.
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

// counted lets Close wait for requests, including hijacked ones.
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

// Handle serves another page next to the API, such as the playground's. Patterns
// are those of http.ServeMux; /api/, /response/ and /link are taken.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// URL returns the base of the Web API, with a trailing slash.
func (s *Server) URL() string { return s.base + "/api/" }

// PageURL returns the root of what Handle serves, with a trailing slash.
func (s *Server) PageURL() string { return s.base + "/" }

// BotToken returns the token that the Web API accepts.
func (s *Server) BotToken() string { return s.opts.BotToken }

// AppToken returns the token that apps.connections.open accepts.
func (s *Server) AppToken() string { return s.opts.AppToken }
