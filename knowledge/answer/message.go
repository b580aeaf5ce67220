package answer

import "strings"

// readMessage reads a message of several clauses by the one that asks; the words
// of the others help to rank.
func (e *Engine) readMessage(text string) *reading {
	whole := e.read(text)
	parts := clauses(strings.Join(strings.Fields(plainText(text)), " "))
	if len(parts) < 2 || len(parts) > maxClauses {
		return whole
	}
	asking := e.clauseThatAsks(parts)
	if asking == nil || asking.isComparison() && len(asking.roles) == 0 && len(asking.content()) < 2 {
		return whole // "mid or senior, what's the difference?" names what it compares before
	}
	asking.helpedBy(whole.terms)
	if f := asking.facet(); f != nil && f.whole && len(asking.facets[0].by) == 0 {
		asking.hangOnTheRest(e.corpus) // it was taken to ask what the role is, for want of anything else
	}
	if len(asking.roles) == 0 {
		asking.roles, asking.foreign = whole.roles, whole.foreign
	}
	asking.elliptic = asking.elliptic && whole.elliptic
	return asking
}

// maxClauses is how many clauses of a message are weighed one by one.
const maxClauses = 8

// clauseThatAsks reads the clauses of a message and picks the last of those that
// most look like its question, or nil where none does.
func (e *Engine) clauseThatAsks(clauses []string) *reading {
	var best *reading
	bestScore := 0.0
	for _, c := range clauses {
		r := e.read(c)
		if score := r.asksAs(c); score > 0 && score >= bestScore {
			best, bestScore = r, score
		}
	}
	return best
}

// asksAs is how much a clause looks like the question of its message; 0 for one
// that says nothing by itself: "…, what now?"
func (r *reading) asksAs(clause string) float64 {
	asks := asksSomething(clause)
	score := clauseNames * float64(len(r.roles)+len(r.labels))
	if r.asksPlainly() {
		score += r.facets[0].weight
	}
	if score == 0 && !(asks && pointsAtSomething(r.words)) {
		return 0
	}
	if strings.HasSuffix(clause, "?") {
		score += clauseMark
	}
	switch {
	case asks:
		score += clauseAsks
	case opensWith(clause, givens):
		score *= clauseGiven
	}
	return score
}

// helpedBy adds the words of the whole message, which need not be met.
func (r *reading) helpedBy(terms []term) {
	have := map[string]bool{}
	for _, t := range r.terms {
		have[t.Stem] = true
	}
	for _, t := range terms {
		if !have[t.Stem] {
			t.optional = true
			r.terms = append(r.terms, t)
		}
	}
}

// hangOnTheRest lets the words beside the clause that asks carry the question,
// where documents have them and it says nothing itself: "I'm ambitious. Good for me?"
func (r *reading) hangOnTheRest(c *corpus) {
	any := false
	for i := range r.terms {
		if t := &r.terms[i]; t.optional && t.carries() && c.knows(t.Stem) {
			t.optional, any = false, true
		}
	}
	if any {
		r.facets = nil
	}
}
