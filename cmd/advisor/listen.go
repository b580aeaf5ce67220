package main

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

// Bounds of the operator's pages: whoever can reach them gets little of the process.
const (
	pageHeaders  = 8 << 10 // bytes of a request's header
	pageScrapes  = 4       // of the figures at a time
	pageWithin   = 10 * time.Second
	pageIdle     = time.Minute
	pageGoodbye  = time.Second // for requests under way when the process ends
	pageReadWait = 5 * time.Second
)

// pages are the operator's pages, /healthz, /readyz and /metrics. They change
// nothing and hold nothing that is secret or personal; nobody is asked who they are.
type pages struct {
	server *http.Server
	served sync.WaitGroup
	addr   string
}

// listen serves the operator's pages on addr until they are closed; nil pages where
// addr is empty or "off". A port that is taken is an error here, at once.
func listen(addr string, r *readiness, figures prometheus.Gatherer, log *slog.Logger) (*pages, error) {
	if addr == "" || addr == "off" {
		return nil, nil
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The address %s of ADVISOR_LISTEN cannot be listened on: choose a free one, such as 127.0.0.1:0, or off.", addr), Cause: err}
	}
	p := &pages{addr: l.Addr().String(), server: &http.Server{
		Handler:           pageRoutes(r, figures),
		ReadHeaderTimeout: pageReadWait,
		ReadTimeout:       pageReadWait,
		WriteTimeout:      pageWithin + time.Second,
		IdleTimeout:       pageIdle,
		MaxHeaderBytes:    pageHeaders,
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

// Close lets requests under way end, for a moment, and returns when all have ended.
func (p *pages) Close() error {
	if p == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), pageGoodbye)
	defer cancel()
	err := p.server.Shutdown(ctx)
	if err != nil {
		err = p.server.Close()
	}
	p.served.Wait()
	return err
}

func pageRoutes(r *readiness, figures prometheus.Gatherer) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "alive")
	})
	mux.Handle("GET /readyz", r)
	mux.Handle("GET /metrics", promhttp.HandlerFor(figures, promhttp.HandlerOpts{
		MaxRequestsInFlight: pageScrapes,
		Timeout:             pageWithin,
		ErrorHandling:       promhttp.ContinueOnError,
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		req.Body = http.MaxBytesReader(w, req.Body, 0) // no page reads any
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, req)
	})
}

// checkListen tells what is wrong with an address to listen on, before anything is
// opened; "" for nothing.
func checkListen(addr string) string {
	if addr == "" || addr == "off" {
		return ""
	}
	if _, port, err := net.SplitHostPort(addr); err != nil || port == "" || strings.ContainsAny(addr, " /") {
		return "has to be HOST:PORT, such as 127.0.0.1:8080, or off"
	}
	return ""
}
