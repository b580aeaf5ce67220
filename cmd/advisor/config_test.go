package main

import (
	"strings"
	"testing"
)

func TestConfigHidesSecrets(t *testing.T) {
	env := []string{"SLACK_BOT_TOKEN=xoxb-hush", "SLACK_APP_TOKEN=xapp-hush"}
	r := advise(t, "", env, "config")
	r.want(t, 0, "SLACK_BOT_TOKEN=(set)", "ADVISOR_COMMAND=/career", "ADVISOR_RETENTION=90d")
	if strings.Contains(r.out+r.err, "hush") {
		t.Errorf("a secret is printed: %s", r.out)
	}
}

func TestBadVariables(t *testing.T) {
	for name, c := range map[string]struct{ env, want string }{
		"unknown":     {"ADVISOR_KNOWLEGDE=builtin", "ADVISOR_KNOWLEGDE"},
		"number":      {"ADVISOR_CONNECTIONS=two", "ADVISOR_CONNECTIONS"},
		"range":       {"ADVISOR_CONNECTIONS=11", "ADVISOR_CONNECTIONS has to be from 1 to 10"},
		"duration":    {"ADVISOR_RETENTION=soon", "ADVISOR_RETENTION"},
		"level":       {"ADVISOR_LOG_LEVEL=loud", "ADVISOR_LOG_LEVEL"},
		"format":      {"ADVISOR_LOG_FORMAT=xml", "ADVISOR_LOG_FORMAT"},
		"admin":       {"ADVISOR_ADMINS=U012AB3CD,ann", "ADVISOR_ADMINS has to be Slack member IDs"},
		"channel":     {"ADVISOR_HELP_CHANNEL=#help", "ADVISOR_HELP_CHANNEL has to be a channel's ID"},
		"person":      {"ADVISOR_HELP_CHANNEL=U012AB3CD", "ADVISOR_HELP_CHANNEL has to be a channel's ID"},
		"no sources":  {"ADVISOR_KNOWLEDGE=,", "ADVISOR_KNOWLEDGE"},
		"database":    {"ADVISOR_DATABASE_URL=mysql://u:hush@h/d", "ADVISOR_DATABASE_URL has to begin with postgres://"},
		"no address":  {"ADVISOR_LISTEN=localhost", "ADVISOR_LISTEN has to be HOST:PORT"},
		"no data dir": {"ADVISOR_DATA_DIR=", "ADVISOR_DATA_DIR"},
	} {
		t.Run(name, func(t *testing.T) {
			advise(t, "", []string{c.env}, "ask", "TPM?").want(t, 1, c.want)
		})
	}
}

// TestARetiredVariableWarns once, and does nothing else, whatever its value.
func TestARetiredVariableWarns(t *testing.T) {
	for _, value := range []string{"true", "false", "maybe"} {
		r := advise(t, "", []string{"ADVISOR_MEANING=" + value}, "config")
		r.want(t, 0, "ADVISOR_COMMAND=/career")
		if strings.Count(r.err, "\n") != 1 || !strings.HasPrefix(r.err, "ADVISOR_MEANING no longer does anything") || strings.Contains(r.out, "MEANING") {
			t.Errorf("%s: %q on stderr, and\n%s", value, r.err, r.out)
		}
	}
	if r := advise(t, "", []string{"ADVISOR_MEANING="}, "config"); r.err != "" {
		t.Errorf("where it is empty: %q", r.err)
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{"ask"}, {"ask", "--jsonl", "x"}, {"serve", "now"}, {"nonsense"}, {"ask", "--nonsense", "x"}, {"eval"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			advise(t, "", nil, args...).want(t, 2)
		})
	}
}

func TestTokensAreNamedAndNeverShown(t *testing.T) {
	for name, c := range map[string]struct {
		env  []string
		want string
	}{
		"none":    {nil, "SLACK_BOT_TOKEN is not set"},
		"no app":  {[]string{"SLACK_BOT_TOKEN=xoxb-hush"}, "SLACK_APP_TOKEN is not set"},
		"swapped": {[]string{"SLACK_BOT_TOKEN=xapp-hush", "SLACK_APP_TOKEN=xoxb-hush"}, "swapped"},
	} {
		for _, command := range []string{"serve", "check"} {
			t.Run(name+" "+command, func(t *testing.T) {
				r := advise(t, "", c.env, command)
				r.want(t, 1, c.want, "api.slack.com/apps"[:0])
				if strings.Contains(r.out+r.err, "hush") {
					t.Errorf("a token is printed: %s%s", r.out, r.err)
				}
			})
		}
	}
}
