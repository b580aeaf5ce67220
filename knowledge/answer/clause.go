package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// clauses cuts a message into its sentences, and a sentence that begins with a
// given into that and what is asked.
func clauses(t string) []string {
	var out []string
	for _, s := range text.Sentences(t) {
		at := strings.LastIndex(s, ", ")
		if at < 0 || !opensWith(s, givens) || len(strings.Fields(s[at:])) < 3 {
			out = append(out, s)
			continue
		}
		if first := strings.Index(s, ", "); asksSomething(s[first+2:]) {
			at = first
		}
		out = append(out, s[:at], s[at+2:])
	}
	return out
}

// askers are words with which questions open.
var askers = text.Set(`
	what which who whom where when why how
	is are am was were do does did can could should would will has have any
`)

// asksSomething reports whether a clause opens like a question.
func asksSomething(s string) bool {
	ws := text.Words(s)
	for i := 0; i < len(ws) && i < 2; i++ {
		if askers[ws[i].Text] {
			return true
		}
	}
	return false
}
