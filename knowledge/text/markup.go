package text

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

var (
	tag       = regexp.MustCompile(`<[^<>]{0,200}>`)
	shortcode = regexp.MustCompile(`:[a-z0-9_+-]{2,40}:`) // of an emoji, as chats and Markdown write it: ":wave:"
	url       = regexp.MustCompile(`(?i)\bhttps?://\S+`)
)

// Plain removes everything that a person typed but did not mean to say: tags, emoji short codes,
// addresses, control characters and invalid UTF-8. Entities are decoded.
func Plain(s string) string {
	s = html.UnescapeString(strings.ToValidUTF8(s, " "))
	s = tag.ReplaceAllString(s, " ")
	s = url.ReplaceAllString(shortcode.ReplaceAllString(s, " "), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return ' '
		}
		return r
	}, s)
}
