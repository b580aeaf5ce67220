// Package clean works on single lines of text: it removes what people cannot see, and
// recognises lines that answer nothing, such as navigation.
//
// It must not know documents or any format.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line makes one line of text: white space folded, control characters gone.
func Line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r > ' ' && r < 0x7f:
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, IsInvisible(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Code is a text whose lines stay: without control characters, blank lines
// around it, and spaces at the ends of lines.
func Code(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(strings.Map(func(r rune) rune {
			switch {
			case unicode.IsSpace(r):
				return ' '
			case unicode.IsControl(r), r == unicode.ReplacementChar, IsInvisible(r):
				return -1
			}
			return r
		}, strings.ReplaceAll(line, "\t", "    ")), unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// IsInvisible reports soft hyphens, zero-width and direction marks, which only
// hide, part or reorder text; the joiners U+200C and U+200D stay, since scripts
// and emoji need them.
func IsInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r >= '\U000e0000' && r <= '\U000e007f'
}

// Fold is clean text for comparing: lower case, letters and digits only.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if IsWordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// EndsSentence reports a full stop or its like, before any quotes and brackets.
func EndsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)]`))
	return strings.ContainsRune(".!?…", r)
}
