package wire

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/slack-go/slack"
)

func clientOf(server *httptest.Server) *Client {
	return New(Options{
		Access: Access{BotToken: "xoxb-secret", APIURL: server.URL}, Log: slog.New(slog.DiscardHandler),
		Before: func(context.Context) error { return nil },
	})
}

// TestRedirectsCarryNoToken to another host, and what that host says is not believed.
func TestRedirectsCarryNoToken(t *testing.T) {
	var heard string
	stranger := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		heard += string(body) + r.Header.Get("Authorization")
		_, _ = io.WriteString(w, `{"ok":true,"channel":"C1","ts":"1.1"}`)
	}))
	defer stranger.Close()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, stranger.URL+"/steal", http.StatusTemporaryRedirect)
	}))
	defer host.Close()
	_, _, err := clientOf(host).API.PostMessageContext(t.Context(), "C1", slack.MsgOptionText("hello", false))
	if err == nil || heard != "" {
		t.Errorf("error %v; a stranger heard %q", err, heard)
	}
}

// TestAnswersOfTheAPIAreBounded, so that nothing posing as Slack can fill the memory.
func TestAnswersOfTheAPIAreBounded(t *testing.T) {
	sent := 0
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		block := []byte(strings.Repeat(" ", 1<<20))
		for range 64 {
			n, err := w.Write(block)
			if sent += n; err != nil {
				return
			}
		}
		_, _ = io.WriteString(w, `{"ok":true,"channel":"C1","ts":"1.1"}`)
	}))
	defer host.Close()
	_, _, err := clientOf(host).API.PostMessageContext(t.Context(), "C1", slack.MsgOptionText("hello", false))
	if _, ok := errors.AsType[*http.MaxBytesError](err); !ok {
		t.Errorf("64 MB were read: %v", err)
	}
}

// TestA429HoldsItsChannelOnly, and for no longer than a minute, after which a call is tried.
func TestA429HoldsItsChannelOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, after := range []string{"3600", "999999999999", strconv.Itoa(1 << 62)} {
			refuse := true
			l := newPaced(func(*http.Request) (*http.Response, error) {
				if refuse {
					return &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {after}}}, nil
				}
				return &http.Response{StatusCode: http.StatusOK}, nil
			})
			began := time.Now()
			call(t, l, "chat.postMessage", "C1")
			if held := l.held(); held != time.Minute {
				t.Errorf("%s: held for %v", after, held)
			}
			refuse = false
			call(t, l, "chat.postMessage", "C2")
			if len(l.slept) != 0 {
				t.Errorf("%s: another channel waited %v", after, l.slept)
			}
			call(t, l, "chat.postMessage", "C1")
			if waited := time.Since(began); waited != time.Minute {
				t.Errorf("%s: tried again after %v", after, waited)
			}
		}
	})
}

// TestAnAbsurdPauseIsNotWaitedFor, nor is it ignored.
func TestAnAbsurdPauseIsNotWaitedFor(t *testing.T) {
	for _, after := range []time.Duration{time.Hour, -time.Hour, 1<<63 - 1, -1 << 63} {
		if pause, again := NotDone(&slack.RateLimitedError{RetryAfter: after}); !again || pause != time.Minute {
			t.Errorf("%v: again %v after %v", after, again, pause)
		}
	}
}

// TestNoPasswordIsShown if a URL has one.
func TestNoPasswordIsShown(t *testing.T) {
	c := New(Options{
		Access: Access{BotToken: "xoxb-1", AppToken: "xapp-1", APIURL: "http://user:hush@127.0.0.1:1/", Unlimited: true},
		Before: func(context.Context) error { return nil }, Log: slog.New(slog.DiscardHandler),
	})
	err := c.explain(botToken, &url.Error{Op: "Post", URL: "http://127.0.0.1:1/", Err: errors.New("connection refused")})
	if strings.Contains(err.Error(), "hush") {
		t.Error(err)
	}
}
