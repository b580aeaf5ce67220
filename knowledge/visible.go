package knowledge

import (
	"strings"
	"unicode"
)

// IsInvisible reports whether a character is a soft hyphen or a zero-width or direction mark, which
// only hide, separate or reorder text; the joiners U+200C and U+200D stay, since scripts and emoji
// need them.
func IsInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r >= '\U000e0000' && r <= '\U000e007f'
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n")

// Visible returns what somebody wrote, without invisible characters and with a single kind of line
// break.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || IsInvisible(r) {
			return -1
		}
		return r
	}, lineBreaks.Replace(strings.ToValidUTF8(text, "")))
}
