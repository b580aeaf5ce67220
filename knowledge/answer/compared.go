package answer

import (
	"slices"

	"careeradvisor/knowledge"
)

// portrayed are the facets that say what a role is as a whole.
var portrayed = map[string]bool{facetDefinition: true, facetDuties: true}

// portray answers what a role is, or does, that no document is about: by what those
// say of it that compare it with theirs.
func (e *Engine) portray(r *reading) (knowledge.Answer, bool) {
	f := r.facet()
	if f == nil || !portrayed[f.name] || len(r.roles) != 1 || !e.isSecondary(r.roles[0]) || !e.asksNoMore(r) ||
		slices.ContainsFunc(r.terms, func(t term) bool { return t.optional && t.carries() && e.corpus.knows(t.Stem) }) {
		return knowledge.Answer{}, false
	}
	role := r.roles[0]
	b := e.newBuilder()
	if s := e.portrait(r, role); s != nil {
		b.a.Lead, b.a.LeadCites = s.p.units[s.u].text, []int{b.cite(s.p)}
	}
	for _, s := range e.sheets {
		col := slices.Index(s.roles, role)
		if col < 1 { // the first column names what the rows are about
			continue
		}
		for _, p := range s.rows {
			if p.Cells[col] != "" {
				b.add(knowledge.Point{Label: p.Cells[0], Text: p.Cells[col], Cites: []int{b.cite(p)}})
			}
		}
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	return b.answer(knowledge.List, tableSure), true
}

// portrait is the sentence, of those on how roles differ, that says best what a role
// is, or nil: it names no other.
func (e *Engine) portrait(r *reading, role int) *sentence {
	var best *sentence
	for _, s := range e.onFacets[facetDifference] {
		for _, i := range e.corpus.below(s) {
			p := &e.corpus.passages[i]
			for u := range p.units {
				unit := &p.units[u]
				if p.Kind == knowledge.Row || unit.leans || unit.announces || !slices.Equal(unit.roles, []int{role}) {
					continue
				}
				if score := e.weighUnit(r, p, u); best == nil || score > best.score {
					best = &sentence{p, u, score}
				}
			}
		}
	}
	return best
}
