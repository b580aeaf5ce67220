package wire

import (
	"log/slog"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// TestAFlappingConnectionIsSlowedDown, but one that worked is not: it delivered something, or lived
// for a while.
func TestAFlappingConnectionIsSlowedDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPacer(doFunc(func(*http.Request) (*http.Response, error) { return nil, nil }), Options{Log: slog.New(slog.DiscardHandler)}.withDefaults())
		var pauses []time.Duration
		open := func(n int) {
			for range n {
				began := time.Now()
				_, _ = p.Do(httpGet(t))
				if pause := time.Since(began); pause > 0 {
					pauses = append(pauses, pause)
				}
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
			time.Sleep(6 * time.Second)
			open(1)
		}
		for range 20 { // Slack asks to reconnect after each envelope
			p.worked()
			open(1)
		}
		if len(pauses) != 0 {
			t.Errorf("a connection that worked had to wait: %v", pauses)
		}
	})
}

func httpGet(t *testing.T) *http.Request {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://localhost/apps.connections.open", nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
