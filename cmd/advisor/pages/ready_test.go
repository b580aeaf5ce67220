package pages

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// read is what /readyz says now.
func (r *Readiness) read() (int, string) {
	w := httptest.NewRecorder()
	r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
	return w.Code, w.Body.String()
}

func fine(context.Context) (string, error) { return "It works.", nil }

func TestReadyIsWhenAllIs(t *testing.T) {
	stopping, stop := context.WithCancel(t.Context())
	now := time.Unix(1000, 0)
	r := NewReadiness(stopping, quiet(), "one", "two")
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
	r.Opened("one", fine)
	want(503, "It works.", "not open yet")
	r.Opened("two", fine)
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
	r := NewReadiness(t.Context(), quiet(), "store")
	r.Opened("store", func(ctx context.Context) (string, error) {
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
