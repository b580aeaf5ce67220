package main

import (
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

func TestConfigHidesSecrets(t *testing.T) {
	env := []string{"SLACK_BOT_TOKEN=xoxb-hush", "SLACK_APP_TOKEN=xapp-hush"}
	r := advise(t, "", env, "config")
	r.want(t, 0, "SLACK_BOT_TOKEN=(set)", "ADVISOR_COMMAND=/career", "ADVISOR_RETENTION=90d")
	if strings.Contains(r.out+r.err, "hush") {
		t.Errorf("a secret is printed: %s", r.out)
	}
}

func TestConfigSaysWhatIsBlankOrMissing(t *testing.T) {
	r := advise(t, "", []string{"ADVISOR_COMMAND=/jobs", "ADVISOR_ADMINS="}, "config")
	r.want(t, 0, "SLACK_BOT_TOKEN=  (blank: missing, serve needs it)\n", "ADVISOR_DATABASE_URL=  (blank: SQLite in the data dir)\n",
		"ADVISOR_ADMINS=  (blank: nobody sees the gap board)\n", "ADVISOR_COMMAND=/jobs\n", "ADVISOR_CONNECTIONS=2  (default)\n", "serve needs both Slack tokens")
	advise(t, "", []string{"ADVISOR_RETENTION=ninety"}, "config").want(t, 1, "ADVISOR_COMMAND=/career", "ADVISOR_RETENTION is \"ninety\"")
}

func TestBadVariables(t *testing.T) {
	for name, c := range map[string]struct{ env, want string }{
		"unknown":     {"ADVISOR_KNOWLEGE=builtin", "There is no variable ADVISOR_KNOWLEGE: did you mean ADVISOR_KNOWLEDGE?"},
		"far away":    {"ADVISOR_WEATHER=fair", "There is no variable ADVISOR_WEATHER: advisor config lists the ones that exist."},
		"number":      {"ADVISOR_CONNECTIONS=two", `ADVISOR_CONNECTIONS is "two", and has to be a number, for example 2.`},
		"range":       {"ADVISOR_CONNECTIONS=11", `ADVISOR_CONNECTIONS is "11", and has to be from 1 to 10, for example 2.`},
		"duration":    {"ADVISOR_RETENTION=ninety", `ADVISOR_RETENTION is "ninety", and has to be a length of time, for example 90d.`},
		"no unit":     {"ADVISOR_RETENTION=90", `ADVISOR_RETENTION is "90", and has to be a length of time, for example 90d.`},
		"level":       {"ADVISOR_LOG_LEVEL=loud", `ADVISOR_LOG_LEVEL is "loud", and has to be debug, info, warn or error.`},
		"format":      {"ADVISOR_LOG_FORMAT=xml", `ADVISOR_LOG_FORMAT is "xml", and has to be text or json.`},
		"admin":       {"ADVISOR_ADMINS=U012AB3CD,ann", `ADVISOR_ADMINS is "U012AB3CD,ann", and has to be Slack member IDs`},
		"channel":     {"ADVISOR_HELP_CHANNEL=#help", `ADVISOR_HELP_CHANNEL is "#help", and has to be a channel's ID, for example C012AB3CD`},
		"person":      {"ADVISOR_HELP_CHANNEL=U012AB3CD", "has to be a channel's ID"},
		"no sources":  {"ADVISOR_KNOWLEDGE=,", "ADVISOR_KNOWLEDGE"},
		"database":    {"ADVISOR_DATABASE_URL=mysql://u:hush@h/d", "ADVISOR_DATABASE_URL has to begin with postgres://"},
		"no address":  {"ADVISOR_LISTEN=localhost", `ADVISOR_LISTEN is "localhost", and has to be HOST:PORT`},
		"no data dir": {"ADVISOR_DATA_DIR=", "ADVISOR_DATA_DIR is empty, and has to be a folder, for example advisor-data."},
		"no URL":      {"SLACK_API_URL=slack.com", `SLACK_API_URL is "slack.com", but must be the URL of Slack's Web API, for example https://slack.com/api/.`},
		"no command":  {"ADVISOR_COMMAND=career", `ADVISOR_COMMAND is "career", but must be one word that begins with a slash, for example /career.`},
		"a token":     {"ADVISOR_ADMINS=xoxb-hush", "ADVISOR_ADMINS has to be Slack member IDs"},
	} {
		t.Run(name, func(t *testing.T) {
			r := advise(t, "", []string{c.env}, "ask", "TPM?")
			r.want(t, 1, c.want)
			if strings.Contains(r.err, "hush") || strings.Count(r.err, "\n") != 1 {
				t.Errorf("it says %s", r.err)
			}
		})
	}
}

// TestAllBadVariablesAreNamedAtOnce by every command, so that one attempt is enough to fix them all.
func TestAllBadVariablesAreNamedAtOnce(t *testing.T) {
	env := []string{"ADVISOR_RETENTION=ninety", "ADVISOR_CONNECTIONS=two", "ADVISOR_KNOWLEGE=x", "ADVISOR_COMMAND=career"}
	for _, command := range [][]string{{"ask", "TPM?"}, {"serve"}, {"playground"}, {"check"}, {"index"}, {"config"}} {
		advise(t, "", env, command...).want(t, 1, "ADVISOR_RETENTION", "ADVISOR_CONNECTIONS", "ADVISOR_KNOWLEDGE?", "ADVISOR_COMMAND")
	}
}

// TestARetiredVariableWarns once and does nothing else, whatever its value.
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
	emu, err := slackemu.Start(slackemu.Options{BotToken: "xoxb-right", AppToken: "xapp-right"})
	if err != nil {
		t.Fatal(err)
	}
	defer emu.Close()
	for name, c := range map[string]struct {
		env  []string
		want []string
	}{
		"none":      {nil, []string{"SLACK_BOT_TOKEN is not set", "SLACK_APP_TOKEN is not set"}},
		"no app":    {[]string{"SLACK_BOT_TOKEN=xoxb-hush"}, []string{"does not recognise the token in SLACK_BOT_TOKEN", "SLACK_APP_TOKEN is not set"}},
		"two wrong": {[]string{"SLACK_BOT_TOKEN=xoxb-hush", "SLACK_APP_TOKEN=xapp-hush"}, []string{"token in SLACK_BOT_TOKEN", "token in SLACK_APP_TOKEN"}},
		"swapped":   {[]string{"SLACK_BOT_TOKEN=xapp-hush", "SLACK_APP_TOKEN=xoxb-hush"}, []string{"swapped"}},
	} {
		for _, command := range []string{"serve", "check"} {
			t.Run(name+" "+command, func(t *testing.T) {
				r := advise(t, "", append(c.env, "SLACK_API_URL="+emu.URL()), command)
				r.want(t, 1, c.want...)
				if strings.Contains(r.out+r.err, "hush") {
					t.Errorf("a token is printed: %s%s", r.out, r.err)
				}
				if strings.Contains(r.err, "pages for operators") {
					t.Errorf("it goes on before it has tried the tokens: %s", r.err)
				}
			})
		}
	}
}
