package load

import (
	"strings"

	"careeradvisor/knowledge/load/clean"
)

// MaxPassage is how long a passage may be, in characters: as long as a long page of text. A longer
// one is split at the end of a sentence, or of a word if there is none.
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

// splitLines splits code between its lines, or within a line that is too long.
func splitLines(text string) []string {
	var parts []string
	for isLong(text) {
		head := clip(text)
		cut := len(head)
		if at := strings.LastIndexByte(head, '\n'); at > 0 {
			cut = at
		}
		parts = append(parts, text[:cut])
		text = strings.TrimPrefix(text[cut:], "\n")
	}
	if strings.TrimSpace(text) != "" {
		parts = append(parts, text)
	}
	return parts
}

// isLong reports whether text is longer than a passage may be, without counting
// all of it.
func isLong(text string) bool { return len(clip(text)) < len(text) }

// cutAt is where to split head from what follows: after its last sentence or last word, but never
// in its first half; otherwise at its end.
func cutAt(head string) int {
	word := len(head)
	for i := len(head) - 1; i > len(head)/2; i-- {
		if head[i] != ' ' {
			continue
		}
		if clean.EndsSentence(head[:i]) {
			return i
		}
		if word == len(head) {
			word = i
		}
	}
	return word
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
