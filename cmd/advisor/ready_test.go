package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// read is what /readyz says now.
func (r *readiness) read() (int, string) {
	w := httptest.NewRecorder()
	r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
	return w.Code, w.Body.String()
}

func fine(context.Context) (string, error) { return "It works.", nil }

func TestReadyIsWhenAllIs(t *testing.T) {
	stopping, stop := context.WithCancel(t.Context())
	now := time.Unix(1000, 0)
	r := newReadiness(stopping, quiet(), "one", "two")
	r.now = func() time.Time { return now }
	want := func(status int, parts ...string) {
		t.Helper()
		got, body := r.read()
		if got != status {
			t.Errorf("status %d, want %d: %s", got, status, body)
		}
		for _, p := range parts {
			if !strings.Contains(body, p) {
				t.Errorf("it does not say %q: %s", p, body)
			}
		}
	}
	want(503, "not open yet")
	r.opened("one", fine)
	want(503, "It works.", "not open yet")
	r.opened("two", fine)
	want(200, `"ready": true`)

	broken := error(&knowledge.Error{Say: "The disk is full.", Cause: errors.New("password=hush")})
	r.parts[1].check = func(context.Context) (string, error) { return "", broken }
	want(200) // asked again at once, it says the same again
	now = now.Add(reportStays)
	want(503, "The disk is full.")
	for _, err := range []error{broken, errors.New("password=hush"), context.DeadlineExceeded} {
		broken, now = err, now.Add(reportStays)
		if _, body := r.read(); strings.Contains(body, "hush") {
			t.Errorf("the cause is told: %s", body)
		}
	}
	r.parts[1].check = fine
	now = now.Add(reportStays)
	want(200)
	stop()
	want(503, "stopping")
}

func TestAPartThatHangsIsNotWaitedForLong(t *testing.T) {
	r := newReadiness(t.Context(), quiet(), "store")
	r.opened("store", func(ctx context.Context) (string, error) {
		end, ok := ctx.Deadline()
		if !ok || time.Until(end) > tryWithin {
			t.Errorf("it may take until %v", end)
		}
		return "", context.DeadlineExceeded
	})
	if status, body := r.read(); status != 503 || !strings.Contains(body, "in time") {
		t.Errorf("%d %s", status, body)
	}
}

// deadMemory is a store that is out of reach.
type deadMemory struct{ memory.Store }

var errDead = errors.New("dial tcp: connection refused, password=hush")

func (deadMemory) Waiting(context.Context) (int, error) { return 0, errDead }
func (deadMemory) Ping(context.Context) error           { return errDead }

func TestFiguresWithoutAStore(t *testing.T) {
	c, err := readConfigIn(t)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Start(t.Context(), c.Advisor.library(), library.Options{Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	figures := newFigures()
	figures.MustRegister(newStock(lib, deadMemory{}))
	families, err := figures.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		got[f.GetName()] = f.Metric[0].GetGauge().GetValue()
	}
	if up, ok := got["advisor_store_up"]; !ok || up != 0 {
		t.Errorf("a dead store is up: %v", got)
	}
	if _, ok := got["advisor_inbox_events"]; ok {
		t.Error("a dead store has events")
	}
	if got["advisor_documents"] != float64(len(lib.Contents().Documents)) || got["advisor_generation_age_seconds"] <= 0 || got["advisor_generation_age_seconds"] > 60 {
		t.Errorf("the library is not told of: %v", got)
	}
	if _, err := pinged(deadMemory{})(t.Context()); err == nil {
		t.Error("a dead store answers")
	}
}

func readConfigIn(t *testing.T) (config, error) {
	t.Helper()
	clearEnv(t, nil)
	return readConfig()
}
