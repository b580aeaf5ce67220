package bot_test

import (
	"errors"
	"log/slog"
	"strings"
	"testing"

	"careeradvisor/bot"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/wire"
)

// TestPreflightNamesBothTokens at once, but a network that is down only once.
func TestPreflightNamesBothTokens(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	cfg := w.config()
	cfg.BotToken, cfg.AppToken = "xoxb-secret", ""
	_, err := bot.Preflight(w.ctx, cfg, slog.New(slog.DiscardHandler))
	if err == nil || !strings.Contains(err.Error(), "does not recognise the token in SLACK_BOT_TOKEN") || !strings.Contains(err.Error(), "SLACK_APP_TOKEN is not set") {
		t.Errorf("it says %v", err)
	}
	cfg = w.config()
	w.must(w.Close())
	_, err = bot.Preflight(w.ctx, cfg, slog.New(slog.DiscardHandler))
	checkSentence(t, err, "could not be reached at "+cfg.APIURL)
	if text := err.Error(); strings.Count(text, "could not be reached") != 1 || strings.Contains(text, "wait") || strings.Contains(text, "dial") {
		t.Errorf("it says %v", err)
	}
}

func TestCheckIDs(t *testing.T) {
	w := prepare(t, slackemu.Options{})
	away := w.AddChannel("away", w.ann)
	w.RemoveBot(away)
	for name, test := range map[string]struct {
		admins                 []string
		help                   string
		wrongAdmins, wrongHelp string
	}{
		"right":           {admins: []string{w.ann.ID}, help: w.general.ID},
		"none":            {},
		"nobody":          {admins: []string{w.ann.ID, "UNOBODY"}, wrongAdmins: "nobody active in the workspace has that ID"},
		"not in it":       {help: away.ID, wrongHelp: "#away, and the advisor is not in it"},
		"no such channel": {help: "C0000000", wrongHelp: "C0000000, and the advisor can see no such channel"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := w.config()
			cfg.Admins, cfg.HelpChannel = test.admins, test.help
			admins, help := bot.CheckIDs(w.ctx, cfg, slog.New(slog.DiscardHandler))
			if !says(admins, test.wrongAdmins) || !says(help, test.wrongHelp) {
				t.Errorf("it says %v of the admins, and %v of the channel", admins, help)
			}
		})
	}
}

func TestCheckIDsNeedsAScope(t *testing.T) {
	w := prepare(t, slackemu.Options{Scopes: []string{"chat:write"}})
	cfg := w.config()
	cfg.Admins, cfg.HelpChannel = []string{w.ann.ID}, w.general.ID
	admins, help := bot.CheckIDs(w.ctx, cfg, slog.New(slog.DiscardHandler))
	if !errors.Is(admins, wire.ErrNotTried) || !errors.Is(help, wire.ErrNotTried) {
		t.Errorf("it says %v and %v", admins, help)
	}
}

// says reports whether an error says what is wanted; "" means that there must be no error.
func says(err error, want string) bool {
	return want == "" && err == nil || want != "" && err != nil && strings.Contains(err.Error(), want)
}
