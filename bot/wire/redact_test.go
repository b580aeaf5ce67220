package wire_test

import (
	"errors"
	"log/slog"
	"strings"
	"testing"

	"careeradvisor/bot/wire"
)

func TestRedact(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"bot token":         {"token=xoxb-12-ab", "token=[redacted]"},
		"user token":        {"(xoxp-12-34-ab)", "([redacted])"},
		"rotated token":     {"xoxe.xoxb-1-Mi0 and xoxe-1-Mi0", "[redacted] and [redacted]"},
		"browser token":     {"xoxc-1-ab d=xoxd-a%2Fb%3D;", "[redacted] d=[redacted];"},
		"app token":         {`{"token":"xapp-1-A0-9f"}`, `{"token":"[redacted]"}`},
		"in capitals":       {"XOXB-12-AB", "[redacted]"},
		"in a header":       {"Authorization: Bearer abc.def", "Authorization: [redacted]"},
		"ticket":            {`"wss://wss.slack.com/link/?ticket=abc-1&app_id=2"`, `"wss://wss.slack.com/link/?[redacted]&app_id=2"`},
		"ticket in JSON":    {`"wss:\/\/wss.slack.com\/?ticket=abc\u0026app_id=2"`, `"wss:\/\/wss.slack.com\/?[redacted]\u0026app_id=2"`},
		"escaped ticket":    {"url=wss%3A%2F%2Fx%2F?ticket%3Dabc&b", "url=wss%3A%2F%2Fx%2F?[redacted]&b"},
		"response URL":      {"https://hooks.slack.com/commands/T1/2/secret end", "https://[redacted] end"},
		"government":        {"https://hooks.slack-gov.com/actions/T1/2/secret", "https://[redacted]"},
		"URL in JSON":       {`https:\/\/hooks.slack.com\/actions\/T1\/2\/secret x`, `https:\/\/[redacted] x`},
		"database URL":      {"dial postgres://advisor:p%40ss@db:5432/x failed", "dial postgres[redacted]db:5432/x failed"},
		"password with @":   {"postgres://advisor:p@ss:w@db/x", "postgres[redacted]db/x"},
		"search engine":     {`Get "https://u:p@search:9200/": EOF`, `Get "https[redacted]search:9200/": EOF`},
		"connection string": {"host=db password='a b' sslpassword=c user=d", "host=db [redacted] [redacted] user=d"},
		"nothing":           {"https://slack.com:443/api/ by ann@example.com, box-12, ticket office, at 12:30", "https://slack.com:443/api/ by ann@example.com, box-12, ticket office, at 12:30"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := wire.Redact(c.in); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestRedactTakesItsTime over a long line only once, whatever is in it.
func TestRedactTakesItsTime(t *testing.T) {
	for _, unit := range []string{"xox", "xoxb-", "://:", "ticket", "password='", "hooks.slack.com", "bearer "} {
		if got := wire.Redact(strings.Repeat(unit, 1<<17/len(unit))); len(got) > 1<<17+100 {
			t.Errorf("%q grows to %d", unit, len(got))
		}
	}
}

// TestLogsAreRedacted wherever a secret is.
func TestLogsAreRedacted(t *testing.T) {
	var out strings.Builder
	log := wire.Redacted(slog.New(slog.NewTextHandler(&out, nil)))
	secret := "xoxb-12-ab"
	log.With("who", secret).WithGroup("g").Warn("of "+secret, "error", errors.New("with "+secret), "stack", secret)
	if s := out.String(); strings.Contains(s, secret) || strings.Count(s, "[redacted]") != 4 {
		t.Error(s)
	}
}
