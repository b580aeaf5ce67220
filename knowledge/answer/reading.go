package answer

import (
	"strings"

	"careeradvisor/knowledge/meaning"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// reading is what the engine understands of a question.
type reading struct {
	words    []text.Word     // without markup, spelling repaired
	roles    []int           // of the roles it names, in order, each once
	scale    []roles.Subject // levels of no role in particular that it names
	ranks    []string        // stems of words that set a level in the names of its roles
	assumed  bool            // it names none, and there is but one that it can mean
	foreign  []string
	labels   []int // passages that it names by their labels
	facets   []asked
	intent   intent
	terms    []term
	repaired [][2]string    // spellings, as written and as read
	vector   meaning.Vector // of the question without the names of roles
	elliptic bool           // it needs the thread's earlier questions
	before   *reading       // of the question that it goes on from, or nil
}

// read understands one question by itself.
func (e *Engine) read(s string) *reading {
	r := &reading{}
	r.words, r.repaired = e.repair(text.Words(plainText(s)))
	rest, verbs := e.readNames(r)
	r.intent = intentOf(rest) // not of the names: a "comparison analyst" compares nothing
	e.findFacets(r, rest)
	e.weigh(r, rest, verbs)
	e.settleWhole(r, rest, verbs)
	if e.meaning != nil {
		r.vector = e.meaning.Sentence(strings.Join(text.Texts(rest), " "))
	}
	r.elliptic = isElliptic(r)
	return r
}

// facet is the facet that the question asks for most surely, or nil.
func (r *reading) facet() *facetRow {
	if len(r.facets) == 0 {
		return nil
	}
	return r.facets[0].row
}

// asksPlainly tells a question that asks for a facet with at least one word that
// means something.
func (r *reading) asksPlainly() bool { return len(r.facets) > 0 && r.facets[0].weight >= plainly }

func (r *reading) asksFor(name string) bool {
	f := r.facet()
	return f != nil && f.name == name
}

func (r *reading) isComparison() bool { return r.intent == compare || r.asksFor(facetDifference) }

// content are the terms beyond those that ask for the facet.
func (r *reading) content() []term {
	var out []term
	for _, t := range r.terms {
		if !t.asks && !t.inherited && !t.optional {
			out = append(out, t)
		}
	}
	return out
}
