// Package clean works on single lines of text: it removes what people cannot see, and
// recognises lines that answer nothing, such as navigation.
//
// It must not know documents or any format.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// Line makes a text one line, with white space folded and control characters removed.
func Line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r > ' ' && r < 0x7f:
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, knowledge.IsInvisible(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Code is a text that keeps its lines, without control characters, blank lines around it, or spaces
// at the ends of lines.
func Code(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return ' '
			case unicode.IsControl(r), r == unicode.ReplacementChar, knowledge.IsInvisible(r):
				return -1
			}
			return r
		}, strings.ReplaceAll(line, "\t", "    ")), unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// Fold is clean text in a form that can be compared: lower case, letters and digits only.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if IsWordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// EndsSentence reports whether a text ends in a full stop or the like, ignoring closing quotes and brackets.
func EndsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)]`))
	return strings.ContainsRune(".!?…", r)
}
