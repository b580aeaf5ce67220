package slackemu_test

import (
	"context"
	"errors"
	"net/http"
	"runtime/pprof"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

func TestRateLimitReachesTheClient(t *testing.T) {
	s := start(t, slackemu.Options{})
	api, ch := client(s), s.AddChannel("general")
	s.Fail("chat.postMessage", 1, http.StatusTooManyRequests, 7*time.Second)
	_, _, err := api.PostMessage(ch.ID, slack.MsgOptionText("x", false))
	var limited *slack.RateLimitedError
	if !errors.As(err, &limited) || limited.RetryAfter != 7*time.Second {
		t.Errorf("error is %v", err)
	}
	_, _, err = api.PostMessage(ch.ID, slack.MsgOptionText("x", false))
	ok(t, err)
	calls := s.CallsOf("chat.postMessage")
	if len(calls) != 2 || calls[0].Status != 429 || calls[0].Error != "ratelimited" || calls[1].Error != "" || calls[1].Args["text"] != "x" {
		t.Errorf("calls are %+v", calls)
	}
}

func TestFaultsHitAsOftenAsAsked(t *testing.T) {
	s := start(t, slackemu.Options{})
	api := client(s)
	s.FailError("*", 1, "account_inactive")
	s.Fail("auth.test", 1, http.StatusBadGateway, 0)
	_, err := api.AuthTest()
	wantErr(t, err, "account_inactive")
	_, err = api.AuthTest()
	var status slack.StatusCodeError
	if !errors.As(err, &status) || status.Code != http.StatusBadGateway {
		t.Errorf("error is %v", err)
	}
	s.FailError("auth.test", 5, "internal_error")
	s.Heal()
	_, err = api.AuthTest()
	ok(t, err)
}

func TestLostAnswerIsDoneAllTheSame(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	s.Lose("chat.postMessage", 1)
	if _, _, err := client(s).PostMessage(ch.ID, slack.MsgOptionText("x", false)); err == nil {
		t.Error("the answer came")
	}
	if len(s.Messages(ch)) != 1 {
		t.Error("the message was not posted")
	}
}

func TestSlowCallIsDroppedWithItsClient(t *testing.T) {
	s := start(t, slackemu.Options{})
	ch := s.AddChannel("general")
	s.Slow("chat.postMessage", time.Hour)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, _, err := client(s).PostMessageContext(ctx, ch.ID, slack.MsgOptionText("x", false)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
	s.Slow("chat.postMessage", time.Millisecond)
	_, _, err := client(s).PostMessage(ch.ID, slack.MsgOptionText("y", false))
	ok(t, err)
	if texts(s.Messages(ch)) != "y" {
		t.Errorf("channel shows %q", texts(s.Messages(ch)))
	}
}

func TestCloseEndsEverything(t *testing.T) {
	s, err := slackemu.Start(slackemu.Options{})
	ok(t, err)
	run(t, s, func(*bot, socketmode.Event) {})
	connected(t, s)
	u := s.AddUser("ada")
	s.Say(s.OpenDM(u), u, "never acked")
	s.Slow("auth.test", time.Hour)
	answered := make(chan error)
	go func() { _, err := client(s).AuthTest(); answered <- err }()
	waiting := make(chan error)
	go func() { waiting <- s.WaitConnected(context.Background(), 9) }()
	ok(t, s.Close())
	ok(t, s.Close())
	if err := <-answered; err == nil {
		t.Error("the slow call was answered")
	}
	if err := <-waiting; err == nil {
		t.Error("the wait came to a good end")
	}
	var stacks strings.Builder
	ok(t, pprof.Lookup("goroutine").WriteTo(&stacks, 2))
	for _, g := range strings.Split(stacks.String(), "\n\n") {
		if strings.Contains(g, "careeradvisor/bot/slackemu.") {
			t.Errorf("left behind:\n%s", g)
		}
	}
	if len(s.Messages(s.OpenDM(u))) != 1 {
		t.Error("the workspace is gone")
	}
}

func TestAddressInUseIsAnError(t *testing.T) {
	s := start(t, slackemu.Options{})
	addr := strings.TrimSuffix(strings.TrimPrefix(s.URL(), "http://"), "/api/")
	if second, err := slackemu.Start(slackemu.Options{Addr: addr}); err == nil {
		_ = second.Close()
		t.Error("two servers on one address")
	}
}

func TestOwnPages(t *testing.T) {
	s := start(t, slackemu.Options{})
	s.Handle("GET /hello", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("hi")) }))
	resp, err := http.Get(s.PageURL() + "hello")
	ok(t, err)
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}
