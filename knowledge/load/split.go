package load

import "strings"

// MaxPassage is the longest passage in characters: a long page of text. What is
// longer is split at the end of a sentence, or of a word where there is none.
const MaxPassage = 3000

func splitLong(text string) []string {
	var parts []string
	for {
		head := clip(text)
		if len(head) == len(text) {
			break
		}
		cut := len(head)
		if i := strings.LastIndexAny(head, ".!?"); i > len(head)/2 {
			cut = i + 1
		} else if i := strings.LastIndexByte(head, ' '); i > len(head)/2 {
			cut = i
		}
		parts = append(parts, strings.TrimSpace(text[:cut]))
		text = strings.TrimSpace(text[cut:])
	}
	if text != "" {
		parts = append(parts, text)
	}
	return parts
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
