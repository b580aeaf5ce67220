package answer

import "slices"

// meets reports whether a term stands in what was found or in the headings over it.
func (e *Engine) meets(t *term, found []*evidence) bool {
	for _, ev := range found {
		if e.standsLike(t, ev) {
			return true
		}
		for _, same := range ev.same {
			if e.standsLike(t, same) {
				return true
			}
		}
	}
	return false
}

// standsLike reports whether a term or a synonym of it stands in what evidence may say,
// or over it.
func (e *Engine) standsLike(t *term, ev *evidence) bool {
	return e.stands(t.Stem, ev) || slices.ContainsFunc(t.alike, func(s string) bool { return e.stands(s, ev) })
}

func (e *Engine) stands(stem string, ev *evidence) bool {
	p := ev.passage
	for i := range p.units {
		if ev.scores[i] != cannotAnswer && (p.units[i].has[stem] || p.units[i].around[stem]) {
			return true
		}
	}
	return p.labelHas[stem] || e.inHeading(stem, p.section)
}

// inHeading reports whether a word stands in the heading of a section, or in one
// over it.
func (e *Engine) inHeading(stem string, sec int) bool {
	found := false
	e.corpus.ancestors(sec, func(s *section) { found = found || slices.Contains(s.stems, stem) })
	return found
}

// meetsFacet reports whether any of the evidence speaks of the facet, in its best
// sentence or beside it.
func (e *Engine) meetsFacet(f *facetRow, found []*evidence) bool {
	for _, ev := range found {
		if ev.facet > 0 {
			return true
		}
		for i := range ev.passage.units {
			if ev.scores[i] != cannotAnswer && f.speaks(&ev.passage.units[i]) {
				return true
			}
		}
	}
	return false
}

// onFacet is the evidence that speaks of the facet itself.
func (e *Engine) onFacet(f *facetRow, found []*evidence) []*evidence {
	var on []*evidence
	for _, ev := range found {
		if ev.facet > 0 || f.speaks(&ev.passage.units[ev.unit]) {
			on = append(on, ev)
		}
	}
	return on
}
