package answer

import (
	"sort"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

const (
	// proseSure is the share of the surest heading's sureness that another needs
	// for its section to be said too.
	proseSure = 0.7
	// leastSure is how sure a heading has to be for its section to answer a
	// question about the facet without looking for words.
	leastSure = 0.6
	// maxOpening is how much of a section's beginning is said, in characters.
	maxOpening = 300
)

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
		sec := &e.c.sections[s]
		p := e.opening(s)
		if p == nil || said[sec.doc.ID] || e.sure(r, s) < proseSure*e.sure(r, sections[0]) || len(b.a.Points) == maxPoints || repeats(before, p) {
			continue
		}
		said[sec.doc.ID] = true
		before = append(before, &p.units[0])
		b.add(knowledge.Point{Text: beginning(p), Cites: []int{b.cite(p)}})
	}
	if len(b.a.Points) == 1 {
		b.further(sections[0])
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	return b.answer(knowledge.Prose, wholeSure), true
}

// openingScore ranks sections on a facet: a sure heading, and a first sentence
// that speaks of the facet.
func (e *Engine) openingScore(f *tableRow, s int) float64 {
	score := e.c.sections[s].facets[f.name]
	if p := e.opening(s); p != nil && f.speaks(&p.units[0]) {
		score += 0.2
	}
	return score
}

// opening is the first passage of a section that says something, or nil.
func (e *Engine) opening(s int) *passage {
	for _, i := range e.c.below(s) {
		if p := &e.c.passages[i]; p.Kind == knowledge.Paragraph && len(p.units) > 0 && len(p.units[0].stems) > 3 {
			return p
		}
	}
	return nil
}

func repeats(before []*unit, p *passage) bool {
	for _, u := range before {
		if overlap(u, &p.units[0]) >= sameThing {
			return true
		}
	}
	return false
}

// further adds the openings of the section's next paragraphs, where it is the
// only one that speaks of the facet.
func (b *builder) further(s int) {
	first := true
	for _, i := range b.e.c.sections[s].passages {
		p := &b.e.c.passages[i]
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
func beginning(p *passage) string {
	to := 1
	for to < len(p.units) && utf8.RuneCountInString(joinUnits(p.units[:to+1])) <= maxOpening {
		to++
	}
	return joinUnits(p.units[:to])
}
