package answer

import "careeradvisor/knowledge"

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
