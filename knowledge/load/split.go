package load

import (
	"strings"
	"unicode/utf8"
)

// MaxPassage is the longest passage in characters: a long page of text. What is
// longer is split at the end of a sentence, or of a word where there is none.
const MaxPassage = 3000

func splitLong(text string) []string {
	var parts []string
	for isLong(text) {
		cut := cutAt(clip(text))
		parts = append(parts, strings.TrimSpace(text[:cut]))
		text = strings.TrimSpace(text[cut:])
	}
	if text != "" {
		parts = append(parts, text)
	}
	return parts
}

// isLong tells whether text is longer than a passage may be, without counting
// all of it.
func isLong(text string) bool { return len(clip(text)) < len(text) }

// cutAt is where to part head from what follows it: after its last sentence, or
// its last word, but never in its first half; else at its end.
func cutAt(head string) int {
	word := len(head)
	for i := len(head) - 1; i > len(head)/2; i-- {
		if head[i] != ' ' {
			continue
		}
		if endsSentence(head[:i]) {
			return i
		}
		if word == len(head) {
			word = i
		}
	}
	return word
}

// endsSentence tells a full stop or its like, before any quotes and brackets.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)]`))
	return strings.ContainsRune(".!?…", r)
}

// clip cuts text to MaxPassage characters.
func clip(text string) string {
	n := 0
	for i := range text {
		if n == MaxPassage {
			return text[:i]
		}
		n++
	}
	return text
}
