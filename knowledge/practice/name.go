package practice

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// These limits are what a person can take in at a glance; anything longer is a sentence.
const (
	maxNameWords     = 8
	maxQuestionWords = 40
)

// isName reports whether a text may name an area: it is short, not a sentence, not about interviews
// themselves, and has no figures, as rounds and dates have.
func isName(s string) bool {
	words := text.Words(s)
	return len(strings.Fields(s)) <= maxNameWords && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !onInterviews(s) &&
		slices.ContainsFunc(words, text.Word.IsContent) &&
		!slices.ContainsFunc(words, func(w text.Word) bool { return text.HasDigit(w.Text) })
}

// isQuestion reports whether a text is a single question that a person can be asked.
func isQuestion(s string) bool {
	return strings.HasSuffix(s, "?") && len(strings.Fields(s)) <= maxQuestionWords && len(text.Sentences(s)) <= 2
}

// clipped turns a question into a name, cut after a word if it is too long.
func clipped(s string) string {
	words := strings.Fields(s)
	if len(words) <= maxNameWords+4 {
		return s
	}
	return strings.TrimRight(strings.Join(words[:maxNameWords+4], " "), " ,;:") + "…"
}
