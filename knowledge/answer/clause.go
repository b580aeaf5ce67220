package answer

import "strings"

// givens open clauses that say what is taken for granted, not what is asked:
// "since they earn so much, …".
var givens = []string{"since ", "as ", "given ", "given that ", "now that ", "because ", "if ", "although ", "though ", "while ", "considering ",
	"assuming ", "i ", "i'm ", "i've ", "im ", "my ", "we ", "we've ", "say ", "ok so ", "so if "}

// clauses cuts a message into its sentences, and a sentence that begins with a
// given into that and what is asked.
func clauses(text string) []string {
	var out []string
	for _, s := range sentences(text) {
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
// the last is no preposition.
func asksFrom(s string) int {
	ws := strings.Fields(s)
	at := 0
	for i, w := range ws {
		word := strings.ToLower(strings.Trim(w, "\"'*_~`(),.;:"))
		if i >= 2 && (word == "what" || word == "how" || word == "why" || word == "whats") && !leadsOn[strings.ToLower(strings.Trim(ws[i-1], "*_~`(\""))] {
			return at
		}
		at += len(w) + 1
	}
	return 0
}

// leadsOn are words after which "what" or "how" goes on with the same question.
var leadsOn = set("to of on in at by for from with about and or than is are as like into over do does did who which that")

func opensWith(s string, openings []string) bool {
	s = strings.ToLower(s)
	for _, o := range openings {
		if strings.HasPrefix(s, o) {
			return true
		}
	}
	return false
}

var askers = set("what which who whom where when why how is are do does did can could should would will has have am was were any")

// asksSomething tells whether a clause opens like a question.
func asksSomething(s string) bool {
	ws := split(s)
	for i := 0; i < len(ws) && i < 2; i++ {
		if askers[ws[i].text] {
			return true
		}
	}
	return false
}
