package wire

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// paced is a limiter in a bubble, in which time passes only while something waits.
type paced struct {
	*limiter
	slept []time.Duration // calls that had to wait
}

func newPaced(next doFunc) *paced {
	return &paced{limiter: newLimiter(next, slog.New(slog.DiscardHandler), newFigures(nil, nil, 0))}
}

func call(t *testing.T, l *paced, method, channel string) *http.Response {
	t.Helper()
	body := url.Values{"channel": {channel}, "text": {"hi"}}.Encode()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://slack.com/api/"+method, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	resp, err := l.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	if slept := time.Since(began).Round(time.Millisecond); slept > 0 {
		l.slept = append(l.slept, slept)
	}
	return resp
}

func TestPostingIsOneASecondInEachChannel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newPaced(func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: http.StatusOK}, nil })
		for range 6 {
			call(t, l, "chat.postMessage", "C1")
		}
		for range 4 {
			call(t, l, "chat.postMessage", "C2") // another channel has its own line
		}
		call(t, l, "auth.test", "")
		if want := []time.Duration{time.Second, time.Second}; !slices.Equal(l.slept, want) {
			t.Errorf("waited %v, want %v", l.slept, want)
		}
	})
}

func TestNoCallBeforeRetryAfterIsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refuse := true
		l := newPaced(func(*http.Request) (*http.Response, error) {
			if refuse {
				return &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"5"}}}, nil
			}
			return &http.Response{StatusCode: http.StatusOK}, nil
		})
		began := time.Now()
		call(t, l, "chat.postMessage", "C1")
		refuse = false
		call(t, l, "views.open", "") // other methods go on
		if len(l.slept) != 0 {
			t.Errorf("another method waited %v", l.slept)
		}
		call(t, l, "chat.postMessage", "C1")
		if waited := time.Since(began); waited != 5*time.Second {
			t.Errorf("called again after %v", waited)
		}
	})
}

// TestWaitingInLineIsCounted by a bot's client that several goroutines call at once.
func TestWaitingInLineIsCounted(t *testing.T) {
	slack := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"ok":true}`) }))
	defer slack.Close()
	figures := prometheus.NewRegistry()
	c := New(Options{Access: Access{APIURL: slack.URL}, Log: slog.New(slog.DiscardHandler), Metrics: figures, Before: func(context.Context) error { return nil }})
	var callers sync.WaitGroup
	for range 6 { // two more than may be posted at once
		callers.Go(func() {
			if _, _, err := c.API.PostMessageContext(t.Context(), "C1"); err != nil {
				t.Error(err)
			}
		})
	}
	callers.Wait()
	if n, s := counted(t, figures, "advisor_slack_waits_total"), counted(t, figures, "advisor_slack_wait_seconds_total"); n < 1 || n > 2 || s <= 0 {
		t.Errorf("%v waits took %v s", n, s)
	}
}

// counted is the value of a counter.
func counted(t *testing.T, figures *prometheus.Registry, name string) float64 {
	t.Helper()
	all, err := figures.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if f.GetName() == name {
			return f.GetMetric()[0].GetCounter().GetValue()
		}
	}
	t.Fatalf("nothing counts %s", name)
	return 0
}

func TestManyChannelsAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newPaced(func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: http.StatusOK}, nil })
		for i := range maxBuckets {
			call(t, l, "chat.postMessage", strings.Repeat("C", 1+i%7)+string(rune('A'+i%26))+time.Duration(i).String())
		}
		time.Sleep(time.Minute)
		call(t, l, "chat.postMessage", "one more")
		if n := len(l.buckets); n != 1 {
			t.Errorf("%d channels are kept", n)
		}
	})
}
