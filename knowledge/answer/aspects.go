package answer

import (
	"slices"

	"careeradvisor/knowledge"
)

// aspects are the facets by which two roles are compared that no table sets side by
// side, with the names of the rows.
var aspects = []struct{ facet, label string }{
	{facetDefinition, "In short"}, {facetDuties, "Duties"}, {"skills", "Skills"}, {"education", "Education"}, {facetPath, "Way in"},
	{facetLevel, "Levels"}, {"workplace", "Workplace"}, {"day", "Time"}, {"salary", "Pay"}, {"prospects", "Prospects"},
}

// maxAspects is how many rows a comparison by sections has at most.
const maxAspects = 6

// bySections compares two roles that no table sets side by side by how the
// documents about each begin to speak of the same facet.
func (e *Engine) bySections(b *builder, first, second int) {
	for _, a := range aspects {
		left, right := e.beginningOn(a.facet, first), e.beginningOn(a.facet, second)
		if left == nil || right == nil || len(b.a.Points) == maxAspects {
			continue
		}
		b.add(knowledge.Point{Label: a.label, Cells: []knowledge.Cell{
			{Text: firstOf(left), Cites: []int{b.cite(left)}}, {Text: firstOf(right), Cites: []int{b.cite(right)}}}})
	}
}

// byPlaces compares two roles or levels by how the places that describe them begin,
// their lists side by side.
func (e *Engine) byPlaces(b *builder, first, second int) {
	left, right := e.beginningsOf(first), e.beginningsOf(second)
	for i := range min(len(left), len(right), maxAspects) {
		b.add(knowledge.Point{Cells: []knowledge.Cell{
			{Text: beginning(left[i]), Cites: []int{b.cite(left[i])}}, {Text: beginning(right[i]), Cites: []int{b.cite(right[i])}}}})
	}
}

// beginningsOf are the first passages of the first place that describes a role.
func (e *Engine) beginningsOf(role int) []*passage {
	of := e.roles[role].subject
	for _, at := range e.index.Places(of) {
		from, to := e.sectionsAt(at)
		for s := from; s < to && at.Passage < 0; s++ {
			sec := &e.corpus.sections[s]
			if len(sec.passages) == 0 || !slices.Contains(sec.about, of) {
				continue
			}
			var out []*passage
			for _, i := range sec.passages {
				if p := &e.corpus.passages[i]; p.Kind != knowledge.Row && p.Level < 2 && len(p.units) > 0 {
					out = append(out, p)
				}
			}
			return out
		}
	}
	return nil
}

// beginningOn is the first passage of the surest section on a facet in the
// documents about a role, or nil.
func (e *Engine) beginningOn(facet string, role int) *passage {
	if e.isSecondary(role) {
		return nil
	}
	for _, s := range e.sectionsOf(facet, role) {
		for _, i := range e.corpus.below(s) {
			p := &e.corpus.passages[i]
			if p.Kind != knowledge.Row && len(p.units) > 0 && !p.units[0].announces && len(p.units[0].stems) > 3 {
				return p
			}
		}
	}
	return nil
}
