package roles

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// A word of shortestRepaired letters may have one typing error, one of longTwice two:
// in shorter ones an error makes another word.
const (
	shortestRepaired = 5
	longTwice        = 9
)

// repaired replaces words that nobody knows by the words of names that they are
// within a typing error of, the nearest first. It leaves what it is given as it is.
func (x *Index) repaired(ts []token) []token {
	out := ts
	for i, t := range ts {
		if len(t.text) < shortestRepaired || x.known[t.text] || x.known[t.one] || x.lex[t.one] > 0 || t.isGrammar() || text.HasDigit(t.text) {
			continue
		}
		if w := x.nearest(t.one); w != "" {
			if &out[0] == &ts[0] {
				out = slices.Clone(ts)
			}
			out[i].one, out[i].text = w, w
		}
	}
	return out
}

// nearest is the word of names that a word is a typing error of, or "": the first in
// the alphabet where two are equally near.
func (x *Index) nearest(w string) string {
	limit := 1
	if len(w) >= longTwice {
		limit = 2
	}
	best := ""
	for _, name := range x.words {
		if diff := len(name) - len(w); diff > limit || diff < -limit || name[0] != w[0] {
			continue
		}
		if d := text.Distance(w, name, limit); d < limit || d == limit && (best == "" || name < best) {
			best = name
			limit = d
		}
	}
	return best
}
