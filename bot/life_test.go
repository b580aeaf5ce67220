package bot_test

import (
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

const apology = "Something went wrong on my side. Please try again in a moment."

func TestAPanicIsAnApologyAndNothingMore(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for range 10 { // more than there are workers
		expect(t, w.reply(w.Say(w.dm, w.ann, "panic")), apology)
	}
	w.Command(w.general, w.ann, "/career", "panic")
	expect(t, w.whisper(w.general, "You asked"), "You asked: panic", apology)
	expect(t, w.reply(w.mention("What is a TPM?")), leadText, pointText, sourceText)
	if log := w.log.String(); strings.Count(log, "panic: boom") != 11 || !strings.Contains(log, "Answer") || !strings.Contains(log, "stack=") {
		t.Errorf("the log has no stack:\n%s", log)
	}
}

func TestAPanicTellsNoSecret(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	expect(t, w.reply(w.Say(w.dm, w.ann, "panic secretly")), apology)
	w.settled()
	if log := w.log.String(); !strings.Contains(log, "panic: POST") || strings.Contains(log, "hush") {
		t.Errorf("the log tells a secret, or not of the panic:\n%s", log)
	}
}

func TestAnErrorIsOneSentenceAndOneLine(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	expect(t, w.reply(w.Say(w.dm, w.ann, "fail")), apology)
	expect(t, w.reply(w.mention("fail plainly")), "I am reading new documents. Please ask again in a minute.")
	w.settled()
	log := w.log.String()
	if strings.Count(log, "the index is on fire") != 1 || strings.Count(log, "no generation") != 1 {
		t.Errorf("the causes are not logged once:\n%s", log)
	}
}

func TestAnswersOfAConversationKeepTheirOrder(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{})
	w.Say(w.dm, w.ann, "hold")
	<-w.engine.held
	w.Say(w.dm, w.ann, "PM vs TPM?")
	w.reply(w.mention("What is a TPM?")) // other conversations go on
	close(w.engine.hold)
	w.settled()
	got := w.said(w.dm)
	if len(got) != 2 || !strings.HasPrefix(got[0].Plain(), leadText) || !strings.HasPrefix(got[1].Plain(), "Both own") {
		t.Errorf("the bot wrote %d messages: %v", len(got), got)
	}
	asked := w.engine.questions()
	at := slices.IndexFunc(asked, func(q knowledge.Question) bool { return q.Text == "PM vs TPM?" })
	if !slices.Equal(asked[at].Earlier, []string{"hold"}) {
		t.Errorf("the second question follows %q", asked[at].Earlier)
	}
}

func TestShutdownFinishesWorkInHand(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{})
	w.Say(w.dm, w.ann, "hold")
	w.Say(w.dm, w.ann, "PM vs TPM?")
	<-w.engine.held
	w.must(w.WaitIdle(w.ctx))
	w.stop()
	w.must(w.log.wait(w.ctx, "finishing the ones in hand"))
	select {
	case <-w.done:
		t.Fatal("Run returned with a question in hand")
	default:
	}
	close(w.engine.hold)
	err := <-w.done
	w.must(err)
	w.done <- nil
	if n := len(w.said(w.dm)); n != 2 {
		t.Errorf("%d of 2 questions were answered", n)
	}
	w.must(w.WaitFor(w.ctx, func() bool { return w.Connected() == 0 }))
}

// TestShutdownDoesNotWaitForEver: what is stopped is answered by the next process.
func TestShutdownDoesNotWaitForEver(t *testing.T) {
	w := start(t, slackemu.Options{}, func(c *bot.Config) { c.Drain = 50 * time.Millisecond })
	w.engine.hold, w.engine.held = make(chan struct{}), make(chan struct{})
	w.Say(w.dm, w.ann, "hold") // for ever
	<-w.engine.held
	w.settled()
	if got := w.said(w.dm); len(got) != 0 {
		t.Errorf("the person reads %v", got)
	}
	w.engine.held = make(chan struct{}, 1)
	close(w.engine.hold)
	w.run(w.config())
	m, err := w.Wait(w.ctx, func(m slackemu.Message) bool { return m.Channel == w.dm.ID && m.FromBot() })
	w.must(err)
	expect(t, m, leadText, pointText, sourceText)
}

func TestReconnects(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	for i, cut := range []func(){func() { w.Disconnect("refresh_requested") }, w.DropTCP} {
		cut()
		expect(t, w.reply(w.Say(w.dm, w.ann, "What is a TPM?")), leadText, pointText, sourceText)
		if n := w.figure("advisor_sockets_opened_total"); n != float64(i+2) {
			t.Errorf("%v connections after %d cuts", n, i+1)
		}
	}
	if !strings.Contains(w.log.String(), "connections=1") {
		t.Error("the number of connections is not in the log")
	}
}

// TestReconnectsAfterManyFailures, at which point the client library would pause for minutes.
func TestReconnectsAfterManyFailures(t *testing.T) {
	w := start(t, slackemu.Options{}, nil)
	w.Fail("apps.connections.open", 12, http.StatusBadGateway, 0)
	w.DropTCP()
	expect(t, w.reply(w.Say(w.dm, w.ann, "What is a TPM?")), leadText, pointText, sourceText)
}

func TestWrongTokens(t *testing.T) {
	for name, test := range map[string]struct {
		bot, app string
		opts     slackemu.Options
		break_   func(*slackemu.Server)
		want     []string
	}{
		"bot token missing":    {bot: "", app: "xapp-emulator", want: []string{"SLACK_BOT_TOKEN is not set", "OAuth & Permissions"}},
		"app token missing":    {bot: "xoxb-emulator", app: " ", want: []string{"SLACK_APP_TOKEN is not set", "Basic Information", "connections:write"}},
		"swapped":              {bot: "xapp-emulator", app: "xoxb-emulator", want: []string{"swapped", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}},
		"user token":           {bot: "xoxp-secret", app: "xapp-emulator", want: []string{"SLACK_BOT_TOKEN", "xoxb-"}},
		"bot token for both":   {bot: "xoxb-emulator", app: "xoxb-emulator", want: []string{"SLACK_APP_TOKEN", "xapp-"}},
		"bot token wrong":      {bot: "xoxb-secret", app: "xapp-emulator", want: []string{"SLACK_BOT_TOKEN", "does not recognise", "OAuth & Permissions"}},
		"app token wrong":      {bot: "xoxb-emulator", app: "xapp-secret", want: []string{"SLACK_APP_TOKEN", "does not recognise", "Basic Information"}},
		"bot token revoked":    {break_: failing("auth.test", "token_revoked"), want: []string{"SLACK_BOT_TOKEN", "revoked", "install"}},
		"bot token expired":    {break_: failing("auth.test", "token_expired"), want: []string{"SLACK_BOT_TOKEN", "expired", "rotation"}},
		"app without scope":    {break_: failing("apps.connections.open", "missing_scope"), want: []string{"SLACK_APP_TOKEN", "lacks the scope", "connections:write"}},
		"socket mode off":      {break_: failing("apps.connections.open", "link_disabled"), want: []string{"Socket Mode is switched off", "https://api.slack.com/apps"}},
		"something unheard of": {break_: failing("auth.test", "moon_phase"), want: []string{"SLACK_BOT_TOKEN", `"moon_phase"`}},
	} {
		t.Run(name, func(t *testing.T) {
			w := prepare(t, test.opts)
			cfg := w.config()
			if test.break_ == nil {
				cfg.BotToken, cfg.AppToken = test.bot, test.app
			} else {
				test.break_(w.Server)
			}
			err := w.make(cfg).Run(w.ctx)
			checkSentence(t, err, test.want...)
			for _, token := range []string{cfg.BotToken, cfg.AppToken} {
				if token = strings.TrimSpace(token); token != "" && strings.Contains(err.Error()+w.log.String(), token) {
					t.Errorf("the token is told: %v\n%s", err, w.log)
				}
			}
		})
	}
}

func failing(method, code string) func(*slackemu.Server) {
	return func(s *slackemu.Server) { s.FailError(method, 100, code) }
}

func checkSentence(t *testing.T, err error, parts ...string) {
	t.Helper()
	say, ok := errors.AsType[*knowledge.Error](err)
	if !ok {
		t.Fatalf("not an error with a sentence: %v", err)
	}
	for _, part := range parts {
		if !strings.Contains(say.Say, part) {
			t.Errorf("%q does not speak of %q", say.Say, part)
		}
	}
	if strings.Contains(say.Say, "%!") || !strings.HasSuffix(say.Say, ".") {
		t.Errorf("%q is no sentence", say.Say)
	}
}

func TestSlackOutOfReach(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	cfg := w.config()
	cfg.APIURL = strings.TrimSuffix(w.PageURL(), "/") + "/nowhere"
	_, err := bot.Preflight(w.ctx, cfg, slog.New(slog.DiscardHandler))
	checkSentence(t, err, "Slack is not at", "SLACK_API_URL")
	_, err = bot.New(bot.Config{Access: wire.Access{APIURL: "slack.com"}}, bot.Parts{Answerer: w.engine})
	if err == nil {
		t.Error("a bot without a logger")
	}
}

func TestPreflightTellsWhoTheBotIs(t *testing.T) {
	w := prepare(t, slackemu.Options{Scopes: []string{"chat:write", "commands", "im:history"}})
	me, err := bot.Preflight(w.ctx, w.config(), slog.New(slog.DiscardHandler))
	w.must(err)
	if me.UserID != w.BotUser().ID || me.Team == "" || !slices.Equal(me.Missing, []string{"app_mentions:read", "channels:history", "channels:read", "groups:history", "groups:read", "mpim:history", "reactions:write"}) {
		t.Errorf("got %+v", me)
	}
}

// TestATokenThatDiesLater ends the bot if Slack has revoked it for good.
func TestATokenThatDiesLater(t *testing.T) {
	for _, code := range []string{"invalid_auth", "account_inactive", "token_revoked", "not_authed"} {
		t.Run(code, func(t *testing.T) {
			w := start(t, slackemu.Options{}, nil)
			w.FailError("apps.connections.open", 100, code)
			w.Disconnect("refresh_requested")
			checkSentence(t, <-w.done, "SLACK_APP_TOKEN")
			w.done <- nil
		})
	}
}

// TestWhatMayBeMendedIsWaitedFor: the log says once what is wrong, and the bot carries on by itself
// once it is fixed.
func TestWhatMayBeMendedIsWaitedFor(t *testing.T) {
	for code, sentence := range map[string]string{
		"token_expired": "has expired", "missing_scope": "lacks the scope", "link_disabled": "Socket Mode is switched off", "access_denied": "denies access",
	} {
		t.Run(code, func(t *testing.T) {
			w := start(t, slackemu.Options{}, func(c *bot.Config) { c.Connections = 2 })
			w.must(w.log.wait(w.ctx, "connected to Slack", 2))
			w.FailError("apps.connections.open", 1000, code)
			w.Disconnect("link_disabled")
			tries := 0
			_, err := w.WaitCall(w.ctx, func(c slackemu.Call) bool {
				if c.Error == code {
					tries++
				}
				return tries == 12
			})
			w.must(err)
			if n := strings.Count(w.log.String(), sentence); n != 1 {
				t.Errorf("the log says %d times what is wrong", n)
			}
			w.must(w.WaitFor(w.ctx, func() bool { return w.Connected() == 0 }))
			if h := w.bot.Health(); len(h.Sockets) != 0 {
				t.Errorf("healthy without Slack: %+v", h)
			}
			w.Heal()
			expect(t, w.reply(w.Say(w.dm, w.ann, "What is a TPM?")), leadText, pointText, sourceText)
		})
	}
}
