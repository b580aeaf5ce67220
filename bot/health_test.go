package bot_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
)

func TestHealthFollowsTheSockets(t *testing.T) {
	w := start(t, slackemu.Options{}, func(c *bot.Config) { c.Connections = 2 })
	began := time.Now().Add(-time.Minute)
	w.must(w.WaitConnected(w.ctx, 2))
	w.must(w.log.wait(w.ctx, "connections=2"))
	if h := w.bot.Health(); h.Wanted != 2 || h.Fresh(began) != 2 || h.Fresh(time.Now().Add(time.Hour)) != 0 || h.Closing {
		t.Errorf("with two sockets: %+v", h)
	}
	if n := w.figure("advisor_sockets_connected"); n != 2 {
		t.Errorf("%v sockets are shown as connected", n)
	}
	w.Fail("socket", 1000, http.StatusServiceUnavailable, 0)
	w.DropTCP()
	w.must(w.log.wait(w.ctx, "no connection to Slack"))
	if h := w.bot.Health(); len(h.Sockets) > 1 { // the other one may not have noticed yet
		t.Errorf("without Slack: %+v", h)
	}
	w.Heal()
	w.must(w.WaitConnected(w.ctx, 1))
	w.settled()
	if h := w.bot.Health(); !h.Closing || len(h.Sockets) != 0 {
		t.Errorf("after the end: %+v", h)
	}
}

func TestTooManyConnectionsAreNoticedOnce(t *testing.T) {
	two := func(c *bot.Config) { c.Connections = 2 }
	w := start(t, slackemu.Options{}, two)
	w.must(w.WaitConnected(w.ctx, 2))
	other := *w // a process of its own, with the same tokens
	other.memory = newMemory(t)
	cfg := other.config()
	two(&cfg)
	other.run(cfg)
	for _, hello := range []string{"connections=3", "connections=4"} {
		w.must(other.log.wait(w.ctx, hello))
	}
	other.settled()
	const warning = "somebody else uses the app's token"
	if n := strings.Count(other.log.String(), warning); n != 1 {
		t.Errorf("it was said %d times:\n%s", n, other.log)
	}
	if strings.Contains(w.log.String(), warning) {
		t.Errorf("two connections are too many for two:\n%s", w.log)
	}
}
