package answer

import (
	"slices"
	"sort"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// maxOpening is how much of a section's beginning is said, in characters.
const maxOpening = 300

// prose answers a question about a facet as a whole with the openings of the
// sections about it, one for each document, the surest headings first.
func (e *Engine) prose(r *reading) (knowledge.Answer, bool) {
	sections := e.facetSections(r)
	if len(sections) == 0 || e.sure(r, sections[0]) < leastSure {
		return knowledge.Answer{}, false
	}
	f := r.facet()
	sort.SliceStable(sections, func(i, j int) bool { return e.openingScore(f, sections[i]) > e.openingScore(f, sections[j]) })
	b := e.newBuilder()
	said := map[string]bool{}
	var before []*unit
	for _, s := range sections {
		doc, p := e.corpus.sections[s].Doc.ID, e.opening(s)
		unsure := e.sure(r, s) < furtherSure*e.sure(r, sections[0])
		if p == nil || said[doc] || unsure || len(b.a.Points) == maxPoints || repeats(before, p) {
			continue
		}
		said[doc] = true
		before = append(before, &p.units[0])
		b.add(knowledge.Point{Text: beginning(p), Cites: []int{b.cite(p)}})
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	if len(b.a.Points) == 1 {
		b.further(sections[0])
	}
	return b.answer(knowledge.Prose, wholeSure), true
}

// openingScore ranks sections on a facet: a sure heading, and a first sentence
// that speaks of the facet.
func (e *Engine) openingScore(f *facetRow, s int) float64 {
	score := e.corpus.sections[s].facets[f.name]
	if p := e.opening(s); p != nil && f.speaks(&p.units[0]) {
		score += openingBonus
	}
	return score
}

// opening is the first passage of a section that says something, or nil.
func (e *Engine) opening(s int) *passage {
	for _, i := range e.corpus.below(s) {
		if p := &e.corpus.passages[i]; p.Kind == knowledge.Paragraph && len(p.units) > 0 && len(p.units[0].stems) > 3 {
			return p
		}
	}
	return nil
}

// repeats reports whether a passage begins with what has been said before.
func repeats(before []*unit, p *passage) bool {
	return slices.ContainsFunc(before, func(u *unit) bool { return overlap(u, &p.units[0]) >= sameThing })
}

// further adds the openings of the section's next paragraphs, where it is the
// only one that speaks of the facet.
func (b *builder) further(s int) {
	first := true
	for _, i := range b.e.corpus.sections[s].passages {
		p := &b.e.corpus.passages[i]
		if p.Kind != knowledge.Paragraph || p.units[0].announces || len(b.a.Points) == maxPoints {
			continue
		}
		if !first && !p.units[0].leans {
			b.add(knowledge.Point{Text: p.units[0].text, Cites: []int{b.cite(p)}})
		}
		first = false
	}
}

// beginning is as much of a passage's beginning as is said of it.
func beginning(p *passage) string { return beginningWithin(p, maxOpening) }

// beginningWithin is a passage's first sentence and as many more as fit, in characters.
func beginningWithin(p *passage, size int) string {
	to := 1
	for to < len(p.units) && utf8.RuneCountInString(joinUnits(p.units[:to+1])) <= size {
		to++
	}
	return joinUnits(p.units[:to])
}
