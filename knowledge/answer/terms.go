package answer

import (
	"careeradvisor/knowledge/text"
)

// term is a word that carries the question.
type term struct {
	text.Word
	weight    float64
	asks      bool     // it is part of the words that ask for the facet
	optional  bool     // it helps to rank and need not be met: from a sentence beside the one that asks
	inherited bool     // likewise, from the question before
	ofWhat    bool     // it says of what, or where, something is: "the capital of australia"
	placed    bool     // it stands where a place does: "in london"
	compound  bool     // the documents do not have it, and it turns the question into another: "dress code"
	alike     []string // stems of its synonyms
}

// carries reports whether the question hangs on the term: it is more than chatter.
func (t *term) carries() bool { return t.weight > chatterWeight }

// weigh finds the words that carry the question and how much each does; rest are
// its words without names, and verbs those of them that look like verbs.
func (e *Engine) weigh(r *reading, rest []text.Word, verbs map[string]bool) {
	var asks map[string]bool
	if len(r.facets) > 0 {
		asks = r.facets[0].by
	}
	seen := map[string]bool{}
	for i, w := range rest {
		if !w.IsContent() || seen[w.Stem] {
			continue
		}
		seen[w.Stem] = true
		t := term{Word: w, asks: asks[w.Stem], alike: e.synonyms.stems[w.Stem]}
		t.weight = e.weightOf(w, t.asks, verbs[w.Text])
		t.placed = t.carries() && isPlaced(rest, i)
		t.ofWhat = t.carries() && i > 0 && (belongs[rest[i-1].Text] || places[rest[i-1].Text])
		if t.carries() && !e.corpus.knows(w.Stem) {
			e.weighUnknown(&t, r, rest[i+1:], asks)
			if i > 0 && asksForIt[rest[i-1].Text] && !t.asks && len(t.alike) == 0 {
				t.weight, t.compound = t.weight*compoundFactor, true // "which bootcamp", "what dress"
			}
		}
		r.terms = append(r.terms, t)
	}
}

// weighUnknown makes a word that the documents do not have count more where it
// turns the question into another; after are the words that follow it.
func (e *Engine) weighUnknown(t *term, r *reading, after []text.Word, asks map[string]bool) {
	if len(after) > 0 && !t.asks {
		next := after[0]
		switch {
		case asks[next.Stem] && !isTalk(next.Text), // "the dress code"
			belongs[next.Text] && e.endsInRole(r, t.Word, next): // "the age of a TPM"
			t.weight, t.compound = t.weight*compoundFactor, true
		case next.IsContent() && !chatter[next.Text] && e.corpus.knows(next.Stem):
			t.weight *= nounFactor // "parental leave" is not just any leave
		}
	}
	if r.intent == compare {
		t.weight *= compoundFactor // what is compared has to be known
	}
}

// asksForIt are words after which stands the thing that is asked for, or asked about: "my dog".
var asksForIt = text.Set("what which whose many my our")

// belongs are prepositions between a thing and whose it is.
var belongs = text.Set("of for among")

// endsInRole reports whether the word and the preposition after it stand right
// before the name of a role in the question.
func (e *Engine) endsInRole(r *reading, w, prep text.Word) bool {
	for i := 0; i+2 < len(r.words); i++ {
		if r.words[i].Text != w.Text || r.words[i+1].Text != prep.Text {
			continue
		}
		next := i + 2
		if text.IsArticle(r.words[next].Text) {
			next++
		}
		return next < len(r.words) && e.roleWords[r.words[next].Stem]
	}
	return false
}

// isPlaced tells a word that stands where a place does: soon after a preposition,
// or last ("salary germany").
func isPlaced(ws []text.Word, i int) bool {
	if i+1 == len(ws) && i > 0 {
		return true
	}
	return i > 0 && places[ws[i-1].Text] || i > 1 && places[ws[i-2].Text]
}

// places are prepositions before the name of a place.
var places = text.Set("in at near around from")

// shareIn is how much of a term stands in a set of stems: all of it, a part where a
// synonym does, or nothing.
func (e *Engine) shareIn(t *term, has map[string]bool) float64 {
	if has[t.Stem] {
		return 1
	}
	for _, s := range t.alike {
		if has[s] {
			return ranking.alike
		}
	}
	return 0
}
