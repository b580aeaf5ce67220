package render

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/slack-go/slack/slackutilsx"
)

// Size is the length of text as Slack counts it, once it is escaped.
func Size(text string) int {
	n := 0
	for _, r := range text {
		n += runeSize(r)
	}
	return n
}

func runeSize(r rune) int {
	switch r {
	case '&':
		return len("&amp;")
	case '<', '>':
		return len("&lt;")
	}
	return max(1, utf16.RuneLen(r))
}

// Escape makes text show as plain where Slack reads mrkdwn. Marks such as * and _ are switched off
// in the message itself.
func Escape(text string) string { return slackutilsx.EscapeMessage(text) }

// Split cuts text into parts of at most limit, between words if possible. Nothing but white space
// at the cuts is lost.
func Split(text string, limit int) []string {
	var parts []string
	for {
		text = strings.TrimSpace(text)
		end, rest := cut(text, limit)
		if part := strings.TrimSpace(text[:end]); part != "" {
			parts = append(parts, part)
		}
		if rest == len(text) {
			return parts
		}
		text = text[rest:]
	}
}

// cut finds where a part of at most limit ends, and where the next begins.
func cut(text string, limit int) (end, rest int) {
	n, gap := 0, 0
	for i, r := range text {
		if unicode.IsSpace(r) {
			gap = i
		}
		if n += runeSize(r); n > limit {
			if gap > 0 {
				return gap, gap
			}
			return max(i, 1), max(i, 1)
		}
	}
	return len(text), len(text)
}

// Clip shortens text to limit, with an ellipsis if anything is missing.
func Clip(text string, limit int) string {
	if Size(text) <= limit {
		return text
	}
	end, _ := cut(text, limit-1)
	return strings.TrimSpace(text[:end]) + "…"
}

// Count is a number of things, with the noun in the singular or plural.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// OneLine is text without line breaks, for labels and titles.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
