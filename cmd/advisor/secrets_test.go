package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// Secrets that stand out, in the shapes that Slack and PostgreSQL give them.
const (
	hushBot      = "xoxb-1111-hushbot"
	hushApp      = "xapp-1-hushapp"
	hushPassword = "hushpassword"
)

// noSecret fails the test if text contains a token, a password or one of the secrets given.
func noSecret(t *testing.T, what, text string, secrets ...string) {
	t.Helper()
	for _, s := range append(secrets, "hush") {
		if s != "" && strings.Contains(text, s) {
			t.Errorf("%s tells the secret %q:\n%s", what, s, text)
		}
	}
}

// TestNothingSecretIsTold provokes errors in a real process that logs all it can, and reads
// everything it tells operators.
func TestNothingSecretIsTold(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		t.Run(format, func(t *testing.T) {
			s := startServeWith(t, slackemu.Options{BotToken: hushBot, AppToken: hushApp},
				"ADVISOR_LOG_LEVEL=debug", "ADVISOR_LOG_FORMAT="+format)
			s.provoke(t)
			var pages strings.Builder
			if format == "text" { // where the log says where they are
				for _, path := range []string{"/readyz", "/metrics", "/healthz", "/nothing"} {
					_, body := s.page(t, http.MethodGet, path)
					pages.WriteString(body)
				}
			}
			s.stop()
			if code := <-s.done; code != 0 {
				t.Errorf("ended with %d", code)
			}
			s.done <- 0 // for the end of the test
			links := s.secretLinks(t)
			if len(links) < 2 {
				t.Fatalf("no response URLs were given out: %q", links)
			}
			noSecret(t, "the log", s.log.String(), links...)
			noSecret(t, "a page", pages.String(), links...)
			if !strings.Contains(s.log.String(), "internal_error") {
				t.Error("no error was provoked")
			}
		})
	}
}

// provoke makes every way to Slack fail once, and then restores all of them.
func (s *served) provoke(t *testing.T) {
	t.Helper()
	ask := func() slackemu.Message { return s.Say(s.general, s.ann, s.BotUser().Mention()+" What is a TPM?") }
	s.Lose("response_url", 5)
	s.Command(s.general, s.ann, "/career", "PM vs TPM?")
	s.logs(t, "use the response URL")
	s.Heal()
	s.Fail("response_url", 5, http.StatusInternalServerError, 0)
	s.Command(s.general, s.ann, "/career", "PM vs TPM?")
	codes := []string{"invalid_auth", "internal_error", "invalid_blocks", "channel_not_found"}
	for _, code := range codes {
		s.FailError("chat.postMessage", 1, code)
		ask()
	}
	if err := s.WaitFor(s.ctx, func() bool { return len(s.CallsOf("chat.postMessage")) >= len(codes) }); err != nil {
		t.Fatal(err, s.log)
	}
	s.FailError("reactions.add", 5, "missing_scope")
	s.Deliver("slash_commands", json.RawMessage(`{"command":7,"token":"hush","response_url":"https://hooks.slack.com/commands/hush/1"}`))
	s.Deliver("interactive", json.RawMessage(`{"type":"block_actions","response_url":"https://hooks.slack.com/actions/hush/1","actions":[{"action_id":"share","value":"none"}],"user":{"id":"U1"},"channel":{"id":"C1"}}`))
	s.SendFrame(`{"envelope_id":"","type":"hello","token":"xoxb-hush"`)
	s.Fail("apps.connections.open", 1, http.StatusInternalServerError, 0)
	s.Fail("socket", 1, http.StatusForbidden, 0)
	s.DropTCP()
	if err := s.WaitConnected(s.ctx, 1); err != nil {
		t.Fatal(err, s.log)
	}
	s.Heal()
	if _, err := s.WaitReply(s.ctx, ask()); err != nil {
		t.Fatal(err, s.log)
	}
}

// secretLinks are the paths of the response URLs that the local Slack gave out.
func (s *served) secretLinks(t *testing.T) (paths []string) {
	t.Helper()
	for _, e := range s.Envelopes() {
		var p struct {
			URL string `json:"response_url"`
		}
		if json.Unmarshal(e.Payload, &p) == nil && strings.HasPrefix(p.URL, s.PageURL()) {
			paths = append(paths, p.URL[strings.LastIndex(p.URL, "/"):])
		}
	}
	return paths
}

func TestErrorsOfTheStartTellNoSecret(t *testing.T) {
	emu, err := slackemu.Start(slackemu.Options{BotToken: hushBot, AppToken: hushApp})
	if err != nil {
		t.Fatal(err)
	}
	defer emu.Close()
	slack := []string{"SLACK_BOT_TOKEN=" + hushBot, "SLACK_APP_TOKEN=" + hushApp, "SLACK_API_URL=" + emu.URL(), "ADVISOR_LOG_LEVEL=debug"}
	for name, env := range map[string][]string{
		"database out of reach": {"ADVISOR_DATABASE_URL=postgres://advisor:" + hushPassword + "@127.0.0.1:1/advisor?sslmode=disable&connect_timeout=2"},
		"database without host": {"ADVISOR_DATABASE_URL=postgres://advisor:" + hushPassword + "@[::1/advisor"},
		"no database":           {"ADVISOR_DATABASE_URL=mysql://advisor:" + hushPassword + "@127.0.0.1:1/advisor"},
		"wrong bot token":       {"SLACK_BOT_TOKEN=xoxb-hush-wrong"},
		"wrong app token":       {"SLACK_APP_TOKEN=xapp-hush-wrong"},
		"token with newline":    {"SLACK_BOT_TOKEN=xoxb-hush\nwrong"},
		"swapped":               {"SLACK_BOT_TOKEN=" + hushApp, "SLACK_APP_TOKEN=" + hushBot},
		"no Slack":              {"SLACK_API_URL=" + emu.PageURL() + "nowhere/"},
	} {
		for _, command := range []string{"serve", "check"} {
			t.Run(name+" "+command, func(t *testing.T) {
				r := advise(t, "", append(append([]string{}, slack...), env...), command)
				r.want(t, 1)
				noSecret(t, "the command", r.out+r.err)
			})
		}
	}
	r := advise(t, "", append(slack, "ADVISOR_DATABASE_URL=postgres://advisor:"+hushPassword+"@127.0.0.1/advisor"), "config")
	r.want(t, 0, "ADVISOR_DATABASE_URL=(set)")
	noSecret(t, "config", r.out+r.err)
}

// TestThePasswordOfAnAddressIsNotShown where settings are printed, or where they are wrong.
func TestThePasswordOfAnAddressIsNotShown(t *testing.T) {
	for _, address := range []string{"https://u:hush@slack.example/api/", "ftp://u:hush@slack.example/", "https://u:hush hush@%/"} {
		env := []string{"SLACK_API_URL=" + address, "SLACK_BOT_TOKEN=" + hushBot, "SLACK_APP_TOKEN=" + hushApp}
		r := advise(t, "", env, "config")
		noSecret(t, "config", r.out+r.err)
		if strings.HasPrefix(address, "ftp") {
			r = advise(t, "", env, "serve")
			noSecret(t, "serve", r.out+r.err)
		}
	}
}
