package answer

import (
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// list answers with all the items that stand under the facet's surest heading, or
// with the headings of the sections inside it.
func (e *Engine) list(r *reading) (knowledge.Answer, bool) {
	sections := e.facetSections(r)
	best, bestSize := -1, 0
	for _, s := range sections {
		if n := e.listSize(s); n > bestSize && (best < 0 || e.sure(r, s) >= furtherSure*e.sure(r, best)) {
			best, bestSize = s, n
		}
	}
	if best < 0 || bestSize < 2 {
		return knowledge.Answer{}, false
	}
	b := e.newBuilder()
	b.lead(best)
	if len(e.itemsOf(best)) >= 2 {
		b.items(best)
	} else {
		b.children(best)
	}
	return b.answer(knowledge.List, wholeSure), true
}

// listSize is how many things a section lists: its items, or its sections.
func (e *Engine) listSize(s int) int {
	return max(len(e.itemsOf(s)), len(e.corpus.sections[s].children))
}

// itemsOf are the items and steps right under a section's heading.
func (e *Engine) itemsOf(s int) []*passage {
	var items []*passage
	for _, i := range e.corpus.sections[s].passages {
		if p := &e.corpus.passages[i]; p.Kind == knowledge.Item || p.Kind == knowledge.Step {
			items = append(items, p)
		}
	}
	return items
}

// sure is how surely a section is about the facet asked for.
func (e *Engine) sure(r *reading, s int) float64 { return e.corpus.sections[s].facets[r.facet().name] }

// lead begins with the section's first sentence, if it has one before its list.
func (b *builder) lead(s int) {
	for _, i := range b.e.corpus.sections[s].passages {
		p := &b.e.corpus.passages[i]
		if p.Kind != knowledge.Paragraph {
			return
		}
		if len(p.units) > 0 {
			size := maxOpening
			if len(b.e.itemsOf(s)) >= 2 {
				size = 0 // one sentence: what fits belongs to the items
			}
			b.a.Lead, b.a.LeadCites = beginningWithin(p, size), []int{b.cite(p)}
			return
		}
	}
}

// items adds every item of a section: whole where all fit, else with their first
// sentences, else by their labels.
func (b *builder) items(s int) {
	items := b.e.itemsOf(s)
	forms := []func(*passage) string{
		func(p *passage) string { return p.Body() },
		firstOf,
		func(p *passage) string { return "" },
	}
	for n, form := range forms {
		var points []knowledge.Point
		size := utf8.RuneCountInString(b.a.Lead)
		for _, p := range items {
			pt := knowledge.Point{Label: p.Label, Text: form(p), Cites: []int{b.cite(p)}}
			if pt.Label == "" && pt.Text == "" {
				pt.Text = firstOf(p)
			}
			size += utf8.RuneCountInString(pt.Label) + utf8.RuneCountInString(pt.Text) + perItem
			points = append(points, pt)
		}
		if size <= maxList || n == len(forms)-1 {
			b.a.Points = append(b.a.Points, points...)
			return
		}
	}
}

// children adds the sections inside a section: their headings, and the sentence
// that each begins with.
func (b *builder) children(s int) {
	for _, ch := range b.e.corpus.sections[s].children {
		sec := &b.e.corpus.sections[ch]
		ps := b.e.corpus.below(ch)
		if len(ps) == 0 {
			continue
		}
		p := &b.e.corpus.passages[ps[0]]
		text := beginningWithin(p, maxList/(2*len(b.e.corpus.sections[s].children)))
		b.add(knowledge.Point{Label: headingText(sec.path[len(sec.path)-1]), Text: text, Cites: []int{b.cite(p)}})
	}
}

const (
	// maxList is how long a list may be, in characters, to be read with pleasure.
	maxList = 1800
	// perItem is what a bullet and a line break take of it.
	perItem = 5
)

// firstOf is a passage's first sentence without its label.
func firstOf(p *passage) string {
	ss := text.Sentences(p.Body())
	if len(ss) == 0 {
		return p.Body()
	}
	return ss[0]
}
