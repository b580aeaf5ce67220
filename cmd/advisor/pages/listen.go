package pages

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"careeradvisor/knowledge"
)

// Limits of the pages, so that whoever can reach them can take little from the process.
const (
	maxHeader  = 8 << 10 // the largest header of a request, in bytes
	maxScrapes = 4       // requests for the figures at a time
	within     = 10 * time.Second
	idle       = time.Minute
	goodbye    = time.Second // for requests under way when the process ends
	readWithin = 5 * time.Second
)

// Pages are served until they are closed.
type Pages struct {
	server *http.Server
	served sync.WaitGroup
	addr   string
}

// Listen serves the pages on addr; it returns nil Pages if addr is empty or "off". A
// port that is taken is an error here, at once.
func Listen(addr string, r *Readiness, figures prometheus.Gatherer, log *slog.Logger) (*Pages, error) {
	if addr == "" || addr == "off" {
		return nil, nil
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("ADVISOR_LISTEN is %s, which is already in use: choose another port, for example 127.0.0.1:0, or off.", addr), Cause: err}
	}
	p := &Pages{addr: l.Addr().String(), server: &http.Server{
		Handler:           routes(r, figures),
		ReadHeaderTimeout: readWithin,
		ReadTimeout:       readWithin,
		WriteTimeout:      within + time.Second,
		IdleTimeout:       idle,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}}
	p.served.Go(func() {
		if err := p.server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			log.Error("the pages for operators ended", "error", err)
		}
	})
	log.Info("pages for operators", "url", "http://"+p.addr, "paths", "/healthz /readyz /metrics")
	return p, nil
}

// Close gives running requests a moment to end, and returns once all have ended.
func (p *Pages) Close() error {
	if p == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), goodbye)
	defer cancel()
	err := p.server.Shutdown(ctx)
	if err != nil {
		err = p.server.Close()
	}
	p.served.Wait()
	return err
}

func routes(r *Readiness, figures prometheus.Gatherer) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "alive")
	})
	mux.Handle("GET /readyz", r)
	mux.Handle("GET /metrics", promhttp.HandlerFor(figures, promhttp.HandlerOpts{
		MaxRequestsInFlight: maxScrapes,
		Timeout:             within,
		ErrorHandling:       promhttp.ContinueOnError,
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		req.Body = http.MaxBytesReader(w, req.Body, 0) // no page reads any
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, req)
	})
}

// CheckAddr says what is wrong with an address to listen on, before anything is opened; ""
// for nothing.
func CheckAddr(addr string) string {
	if addr == "" || addr == "off" {
		return ""
	}
	if _, port, err := net.SplitHostPort(addr); err != nil || port == "" || strings.ContainsAny(addr, " /") {
		return "has to be HOST:PORT, for example 127.0.0.1:8080, or off"
	}
	return ""
}
