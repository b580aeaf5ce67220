package answer

import (
	"html"
	"regexp"
	"strings"
)

var (
	angled = regexp.MustCompile(`<[^<>]{0,200}>`)
	emoji  = regexp.MustCompile(`:[a-z0-9_+-]{2,40}:`) // as Slack writes them: ":wave:"
	url    = regexp.MustCompile(`(?i)\bhttps?://\S+`)
)

// plainText drops markup, addresses and control characters from a question: they
// are not what is asked.
func plainText(s string) string {
	if len(s) > maxQuestion {
		s = strings.ToValidUTF8(s[:maxQuestion], "")
	}
	s = html.UnescapeString(strings.ToValidUTF8(s, " "))
	s = angled.ReplaceAllString(s, " ")
	return url.ReplaceAllString(emoji.ReplaceAllString(s, " "), " ")
}

// maxQuestion is how much of a question is read, in bytes; what is longer was
// not written by a person who asks.
const maxQuestion = 4000
