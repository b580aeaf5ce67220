package wire

import (
	"context"
	"log/slog"
	"regexp"
	"strings"
)

// secrets matches tokens of every kind, and whatever else would let a stranger answer in a person's
// name or read what is kept: response URLs, tickets for sockets, passwords in URLs and connection
// strings. Slack puts a backslash before the slashes of a URL.
var secrets = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`xox[a-z](?:\.xox[a-z])?-[\w%-]+`,
	`xapp-[\w-]+`,
	`hooks\.slack(?:-gov)?\.com(?:\\?/|%2F)\S+`,
	`\bticket(?:=|%3D)[^&\s"\\]+`,
	`://[^\s"'@/:]*:[^\s"'/]+@`,
	`\b(?:ssl)?password=(?:'[^']*'|[^\s&"]+)`,
	`\bbearer\s+[^\s"]+`,
}, "|"))

// Redact takes secrets out of a text.
func Redact(s string) string { return secrets.ReplaceAllString(s, "[redacted]") }

// Redacted is a log whose messages, strings and errors have their secrets removed.
func Redacted(log *slog.Logger) *slog.Logger { return slog.New(redactor{log.Handler()}) }

type redactor struct{ slog.Handler }

// Handle passes on a record without its secrets.
func (r redactor) Handle(ctx context.Context, rec slog.Record) error {
	clean := slog.NewRecord(rec.Time, rec.Level, Redact(rec.Message), rec.PC)
	rec.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(redactAttr(a))
		return true
	})
	return r.Handler.Handle(ctx, clean)
}

// WithAttrs is the handler with attributes that every record has.
func (r redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = redactAttr(a)
	}
	return redactor{r.Handler.WithAttrs(clean)}
}

// WithGroup is the handler with a group for the attributes that follow.
func (r redactor) WithGroup(name string) slog.Handler { return redactor{r.Handler.WithGroup(name)} }

func redactAttr(a slog.Attr) slog.Attr {
	switch v := a.Value.Resolve(); v.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(Redact(v.String()))
	case slog.KindAny:
		if err, ok := v.Any().(error); ok {
			a.Value = slog.StringValue(Redact(err.Error()))
		}
	}
	return a
}
