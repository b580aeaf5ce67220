package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// describe answers what a role or level is or does by the page, section, column or
// item that describes it: what stands under a heading on that, or else how it begins.
func (e *Engine) describe(r *reading) (knowledge.Answer, bool) {
	f := r.facet()
	named := append(e.subjects(r.roles), r.scale...)
	if f == nil || !portrayed[f.name] || len(named) != 1 || !e.asksOnlyWho(r, named[0]) {
		return knowledge.Answer{}, false
	}
	of := named[0]
	if slices.ContainsFunc(e.facetSections(r), func(s int) bool { return e.isExactly(of, s) && e.sure(r, s) >= leastSure }) {
		return knowledge.Answer{}, false // there is a heading for it
	}
	for _, at := range e.index.Places(of) {
		b := e.newBuilder()
		if b.beginning(at, of) {
			return b.answer(knowledge.List, wholeSure), true
		}
	}
	return knowledge.Answer{}, false
}

// asksOnlyWho tells a question that says nothing beyond its facet and the name of a
// role or level.
func (e *Engine) asksOnlyWho(r *reading, of roles.Subject) bool {
	name := text.Stems(e.index.Name(of))
	if len(r.labels) > 0 || r.facets[0].particular || r.goesOn() {
		return false
	}
	return !slices.ContainsFunc(r.terms, func(t term) bool {
		return !t.asks && !t.inherited && t.carries() && (!t.optional || e.corpus.knows(t.Stem)) && !slices.Contains(name, t.Stem)
	})
}

// isExactly reports whether a section is about a role or level, and nobody else.
func (e *Engine) isExactly(of roles.Subject, section int) bool {
	about := e.corpus.sections[section].about
	return len(about) == 1 && about[0] == of
}

// beginning says how a place that describes somebody begins, and reports whether it
// says anything.
func (b *builder) beginning(at roles.Place, of roles.Subject) bool {
	switch from, to := b.e.sectionsAt(at); {
	case at.Column >= 0:
		b.columnOf(&b.e.corpus.sections[from], at)
	case at.Passage >= 0:
		b.itemOf(&b.e.corpus.sections[from], at)
	default:
		if !b.sectionOf(from, to, func(about []roles.Subject) bool { return slices.Contains(about, of) }) {
			b.sectionOf(from, to, func(about []roles.Subject) bool { // a ladder speaks of levels only
				return len(about) > 0 && b.e.index.Keeps([]roles.Subject{of}, about)
			})
		}
	}
	return len(b.a.Points) > 0 || b.a.Lead != ""
}

// sectionOf says how the first of some sections begins that is about somebody, and
// reports whether there is one that says anything.
func (b *builder) sectionOf(from, to int, is func(about []roles.Subject) bool) bool {
	for s := from; s < to; s++ {
		if !is(b.e.corpus.sections[s].about) {
			continue
		}
		b.lead(s)
		if b.addItems(s); len(b.a.Points) > 0 || b.a.Lead != "" {
			return true
		}
	}
	return false
}

// describes reports whether a section is about a role and stands in a place that
// describes it.
func (e *Engine) describes(section, role int) bool {
	return e.isOn(role, section) && slices.ContainsFunc(e.index.Places(e.roles[role].subject), func(at roles.Place) bool {
		from, to := e.sectionsAt(at)
		return at.Passage < 0 && from <= section && section < to
	})
}

// sectionsAt are the sections of a place, from (inclusive) to (exclusive).
func (e *Engine) sectionsAt(at roles.Place) (from, to int) {
	from = e.firstOf[at.Doc]
	depth := 0
	if at.Section >= 0 {
		from += at.Section
		depth = len(e.corpus.sections[from].Path)
	}
	for to = from + 1; to < len(e.corpus.sections); to++ {
		if s := &e.corpus.sections[to]; s.Doc.ID != at.Doc || depth > 0 && len(s.Path) <= depth {
			break
		}
	}
	return from, to
}

// columnOf adds the cells of a table's column, named by their rows.
func (b *builder) columnOf(sec *section, at roles.Place) {
	first := &sec.Passages[at.Passage]
	for i := at.Passage; i < len(sec.Passages); i++ {
		p := &sec.Passages[i]
		if p.Kind != knowledge.Row || p.Group != first.Group {
			break
		}
		if cell := p.Cells[at.Column]; cell != "" {
			label := p.Cells[0]
			if at.Column == 0 || len(b.e.rolesIn(p.Columns[0])) > 0 {
				label = "" // the first column is another role's
			}
			b.add(knowledge.Point{Label: label, Text: cell, Cites: []int{b.cite(b.e.corpus.of(p))}})
		}
	}
}

// itemOf adds what an item says of its label, or the cells of a row.
func (b *builder) itemOf(sec *section, at roles.Place) {
	kp := &sec.Passages[at.Passage]
	p := b.e.corpus.of(kp)
	if kp.Kind != knowledge.Row {
		if place, ok := b.e.corpus.outline.Find(kp.ID); ok && place.Item != nil && place.Item.Passage.ID == kp.ID {
			b.add(b.item(place.Item, false))
			return
		}
		b.add(knowledge.Point{Label: p.Label, Text: p.Body(), Cites: []int{b.cite(p)}})
		return
	}
	for i, cell := range kp.Cells[1:] {
		if cell != "" {
			b.add(knowledge.Point{Label: kp.Columns[i+1], Text: cell, Cites: []int{b.cite(p)}})
		}
	}
}
