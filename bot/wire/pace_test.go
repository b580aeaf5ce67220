package wire

import (
	"context"
	"log/slog"
	"net/http"
	"slices"
	"testing"
	"time"
)

type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// TestAFlappingConnectionIsSlowedDown, but one that worked is not: it delivered something, or lived
// for a while.
func TestAFlappingConnectionIsSlowedDown(t *testing.T) {
	c := newClock()
	p := newPacer(doFunc(func(*http.Request) (*http.Response, error) { return nil, nil }), Options{Log: slog.New(slog.DiscardHandler)}.withDefaults())
	p.now = c.now
	var pauses []time.Duration
	p.sleep = func(_ context.Context, d time.Duration) error {
		pauses = append(pauses, d)
		c.advance(d)
		return nil
	}
	open := func(n int) {
		for range n {
			_, _ = p.Do(httpGet(t))
		}
	}
	open(2)
	if len(pauses) != 0 {
		t.Errorf("a start and one reconnect had to wait: %v", pauses)
	}
	open(5)
	want := []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 3 * time.Second, 3 * time.Second}
	if !slices.Equal(pauses, want) {
		t.Errorf("pauses %v, want %v", pauses, want)
	}
	pauses = nil
	for range 20 { // a network that drops everything now and then
		c.advance(6 * time.Second)
		open(1)
	}
	for range 20 { // Slack asks to reconnect after each envelope
		p.worked()
		open(1)
	}
	if len(pauses) != 0 {
		t.Errorf("a connection that worked had to wait: %v", pauses)
	}
}

func httpGet(t *testing.T) *http.Request {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://localhost/apps.connections.open", nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
