package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations end in a full stop that does not end a sentence.
var abbreviations = Set("e.g i.e etc vs mr mrs ms dr st no approx inc ltd fig u.s u.k")

// Sentences splits a text at the ends of its sentences. Joined by spaces, they are the text again,
// except for a trailing space.
func Sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		end := i + 1
		for end < len(text) && closes(text[end:]) > 0 {
			end += closes(text[end:])
		}
		if end+1 >= len(text) || text[end] != ' ' || !beginsSentence(text[end+1:]) || isAbbreviation(text[start:i]) {
			continue
		}
		out = append(out, text[start:end])
		start = end + 1
		i = end
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// closes returns the length of a closing quote or bracket at the start of s, or 0.
func closes(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(`"'”’)]`, r) {
		return n
	}
	return 0
}

func beginsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘([`))
	return !unicode.IsLower(r)
}

func isAbbreviation(before string) bool {
	last := before[strings.LastIndexByte(before, ' ')+1:]
	return abbreviations[strings.ToLower(last)] || len(last) == 1 && unicode.IsUpper(rune(last[0]))
}
