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

func TestPacerSlowsAFlappingConnectionOnly(t *testing.T) {
	c := newClock()
	calls := 0
	p := newPacer(doFunc(func(*http.Request) (*http.Response, error) { calls++; return nil, nil }), Options{Log: slog.New(slog.DiscardHandler)}.withDefaults())
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
	open(3)
	if len(pauses) != 0 {
		t.Errorf("a start and one reconnect had to wait: %v", pauses)
	}
	open(7)
	want := []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second, 20 * time.Second}
	if !slices.Equal(pauses, want) {
		t.Errorf("pauses %v, want %v", pauses, want)
	}
	c.advance(time.Hour)
	open(2)
	if len(pauses) != len(want) || calls != 12 {
		t.Errorf("a healthy connection's end was punished: %v after %d calls", pauses, calls)
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
