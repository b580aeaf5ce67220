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
		if at := asksFrom(s); at > 0 {
			out = append(out, s[:at], s[at:])
			continue
		}
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

// asksFrom is where in a sentence the question proper begins ("any idea | how much
// they earn?"), or 0: at "what", "how" or "why" after at least two words, of which
// the last does not lead on to it.
func asksFrom(s string) int {
	at, before := 0, ""
	for i, w := range strings.Fields(s) {
		word := strings.ToLower(strings.Trim(w, wordEdges))
		if i >= 2 && openers[word] && !leadsOn[before] {
			return at
		}
		at, before = at+len(w)+1, strings.ToLower(strings.Trim(w, "*_~`(\""))
	}
	return 0
}

// wordEdges are signs that stand around words.
const wordEdges = "\"'*_~`(),.;:"

// openers are words with which a question proper begins inside a sentence.
var openers = text.Set("what whats how why")

// leadsOn are words after which "what" or "how" goes on with the same question.
var leadsOn = text.Set("to of on in at by for from with about and or than is are as like into over do does did who which that")

// askers are words with which questions open.
var askers = text.Set(`
	what which who whom where when why how
	is are am was were do does did can could should would will has have any
`)

// asksSomething tells whether a clause opens like a question.
func asksSomething(s string) bool {
	ws := text.Words(s)
	for i := 0; i < len(ws) && i < 2; i++ {
		if askers[ws[i].Text] {
			return true
		}
	}
	return false
}
