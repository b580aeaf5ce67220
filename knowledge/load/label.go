package load

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A label is short, so that a whole clause that happens to end in a colon is not taken for one.
const (
	maxLabelWords = 8
	maxLabelBytes = 200
)

var labelEnd = regexp.MustCompile(`:\s|\s[–—-]\s`)

// labelOf finds the label of a label–text item ("Market Research: Conduct …"),
// or "". A label is short, begins with a capital or a digit, and has no sentence
// in it.
func labelOf(text string) string {
	at := labelEnd.FindStringIndex(text[:min(len(text), maxLabelBytes)])
	if at == nil || at[1] == len(text) {
		return ""
	}
	label := strings.TrimSpace(text[:at[0]])
	first, _ := utf8.DecodeRuneInString(label)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return ""
	}
	if strings.ContainsAny(label, ".!?;,") || len(strings.Fields(label)) > maxLabelWords {
		return ""
	}
	return label
}
