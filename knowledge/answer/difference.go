package answer

import (
	"slices"
	"sort"

	"careeradvisor/knowledge"
)

// sentence is one unit of a passage with its score.
type sentence struct {
	p     *passage
	u     int
	score float64
}

// onComparison are the sentences, of sections on the difference, that name both
// roles; those that meet the question best come first.
func (e *Engine) onComparison(r *reading, first, second int) []sentence {
	var on []sentence
	for _, s := range e.onFacets[facetDifference] {
		for _, i := range e.corpus.sections[s].passages {
			p := &e.corpus.passages[i]
			for u := range p.units {
				if p.Kind != knowledge.Row && namesBoth(&p.units[u], first, second) && !p.units[u].leans && !p.units[u].announces {
					on = append(on, sentence{p, u, e.weighUnit(r, p, u)})
				}
			}
		}
	}
	sort.SliceStable(on, func(i, j int) bool { return on[i].score > on[j].score })
	return on
}

func namesBoth(u *unit, first, second int) bool {
	return slices.Contains(u.roles, first) && slices.Contains(u.roles, second)
}

// leadComparison leads with the sentence on the difference that meets the question
// best; where it asks for something in particular, with one that speaks of it or none.
func (e *Engine) leadComparison(b *builder, r *reading, first, second int) {
	for _, s := range e.onComparison(r, first, second) {
		if u := &s.p.units[s.u]; e.onPoint(r, u) {
			b.a.Lead, b.a.LeadCites = u.text, []int{b.cite(s.p)}
			return
		}
	}
}

// maxVoices is how many other documents are heard on a comparison.
const maxVoices = 2

// otherVoices adds how documents that the comparison does not cite yet put it,
// each under its title: where sources disagree, a person sees who says what.
func (e *Engine) otherVoices(b *builder, r *reading, first, second int) {
	cited := map[string]bool{}
	for _, c := range b.a.Citations {
		cited[c.Doc] = true
	}
	for _, c := range e.onComparison(r, first, second) {
		doc := e.corpus.sections[c.p.section].Doc
		if cited[doc.ID] || len(b.a.Also) == maxVoices || !e.onPoint(r, &c.p.units[c.u]) {
			continue
		}
		cited[doc.ID] = true
		b.a.Also = append(b.a.Also, knowledge.Point{Label: doc.Title, Text: c.p.units[c.u].text, Cites: []int{b.cite(c.p)}})
	}
}

// onPoint reports whether a sentence speaks of what a question on a difference asks
// for in particular, if it does.
func (e *Engine) onPoint(r *reading, u *unit) bool {
	particular := false
	for _, t := range r.terms {
		if !r.isParticular(&t) {
			continue
		}
		particular = true
		if t.weight > telling && e.shareIn(&t, u.has) > 0 {
			return true
		}
	}
	return !particular
}

// isParticular tells a term of what a comparison is asked about: none that asks for
// the difference itself.
func (r *reading) isParticular(t *term) bool {
	return t.carries() && !t.inherited && !t.optional && !(t.asks && r.asksFor(facetDifference)) && !slices.Contains(r.ranks, t.Stem)
}
