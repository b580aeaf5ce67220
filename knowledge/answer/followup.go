package answer

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// isElliptic tells whether a question needs what the thread was about: it opens
// like a continuation, points back with a pronoun, or is but a fragment.
func isElliptic(r *reading) bool {
	if len(r.words) == 0 {
		return false
	}
	stems := text.StemsOf(r.words)
	for _, opening := range continuationStems {
		if len(stems) >= len(opening) && slices.Equal(stems[:len(opening)], opening) {
			return true
		}
	}
	if len(r.roles) > 0 || len(r.labels) > 0 {
		return false
	}
	if _, ok := ordinalOf(r.words); ok {
		return true
	}
	return pointsAtSomething(r.words) || len(r.words) <= maxFragment
}

// pointsAtSomething tells words that have a pronoun for what was named before.
func pointsAtSomething(ws []text.Word) bool {
	return slices.ContainsFunc(ws, func(w text.Word) bool { return pointsBack[w.Text] })
}

// maxFragment is how many words a question has at most that is but a fragment.
const maxFragment = 3

// pointsBack are pronouns for what was named before.
var pointsBack = text.Set("it they them their its that this those these one ones he she his her there him")

// within reads a question in the light of the earlier ones, the newest last: what
// it leaves out is taken from them. A question that stands alone is left as it is.
func (e *Engine) within(r *reading, earlier []string) *reading {
	if !r.elliptic || len(earlier) == 0 {
		return r
	}
	before := e.read(earlier[len(earlier)-1])
	before = e.within(before, earlier[:len(earlier)-1])
	if len(r.roles) == 0 {
		r.roles = e.turned(before.roles, r.words)
	}
	r.before = before
	if len(r.labels) == 0 && len(r.content()) == 0 && len(r.facets) == 0 { // "tell me more", "why?"
		r.facets, r.terms, r.labels = before.facets, before.terms, before.labels
		return r
	}
	e.inheritTerms(r, before)
	return r
}

// turned are roles of the question before, or those of their levels that a question
// names by rank alone: "and a senior one?"
func (e *Engine) turned(before []int, ws []text.Word) []int {
	var out []int
	for _, i := range before {
		if k, ok := e.roleOf[e.index.Turn(e.roles[i].subject, ws)]; ok && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// inheritTerms lets the words of the question before help to rank, at half
// their weight; they need not be met.
func (e *Engine) inheritTerms(r, before *reading) {
	have := map[string]bool{}
	for _, t := range r.terms {
		have[t.Stem] = true
	}
	for _, t := range before.terms {
		if !have[t.Stem] {
			t.weight *= inheritedShare
			t.inherited = true
			r.terms = append(r.terms, t)
		}
	}
}
