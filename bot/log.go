package bot

import (
	"fmt"
	"log/slog"
	"regexp"
	"strings"

	"careeradvisor/knowledge"
)

// secrets are tokens of every kind, and what lets a stranger answer in a person's
// name or read what is kept: response URLs, the tickets of sockets, passwords in
// URLs and connection strings. Slack writes the slashes of a URL with a backslash.
var secrets = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`xox[a-z](?:\.xox[a-z])?-[\w%-]+`,
	`xapp-[\w-]+`,
	`hooks\.slack(?:-gov)?\.com(?:\\?/|%2F)\S+`,
	`\bticket(?:=|%3D)[^&\s"\\]+`,
	`://[^\s"'@/:]*:[^\s"'/]+@`,
	`\b(?:ssl)?password=(?:'[^']*'|[^\s&"]+)`,
	`\bbearer\s+[^\s"]+`,
}, "|"))

// redact takes secrets out of what goes to the log.
func redact(s string) string { return secrets.ReplaceAllString(s, "[redacted]") }

// errAttr is an error for the log.
func errAttr(err error) slog.Attr {
	if err == nil {
		return slog.String("error", "")
	}
	return slog.String("error", redact(err.Error()))
}

// clientLog is the Slack client's logger.
type clientLog struct{ log *slog.Logger }

// Output implements the client's logger interface.
func (l clientLog) Output(_ int, s string) error {
	l.log.Debug(redact(strings.TrimSpace(s)), "from", "slack client")
	return nil
}

// unremembered is the failure of a memory as a person may read it: what its own
// errors say is for operators.
func unremembered(doing string, err error) error {
	return &knowledge.Error{Say: saysNoMemory, Cause: fmt.Errorf("%s: %w", doing, err)}
}
