package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
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
	switch sheets := e.corpus.sections[best].Sheets(); {
	case len(e.itemsOf(best)) >= 2:
		b.addItems(best)
	case len(e.corpus.sections[best].children) >= 2:
		b.children(best)
	default:
		b.sheet(sheets[0])
		return b.answer(knowledge.Table, wholeSure), true
	}
	return b.answer(knowledge.List, wholeSure), true
}

// listSize is how many things a section lists: its items, its sections, or the rows
// of its table.
func (e *Engine) listSize(s int) int {
	n := max(len(e.itemsOf(s)), len(e.corpus.sections[s].children))
	if sheets := e.corpus.sections[s].Sheets(); n < 2 && len(sheets) > 0 {
		n = len(sheets[0].Rows)
	}
	return n
}

// sheet adds a table as it stands.
func (b *builder) sheet(s *outline.Sheet) {
	b.a.Columns = s.Columns[1:]
	for i, row := range s.Rows {
		at := b.cite(b.e.corpus.of(row))
		pt := knowledge.Point{Label: s.RowName(i)}
		for _, c := range row.Cells[1:] {
			pt.Cells = append(pt.Cells, knowledge.Cell{Text: c, Cites: []int{at}})
		}
		b.add(pt)
	}
}

// itemsOf are the items of the lists right under a section's heading, without those
// of lists inside.
func (e *Engine) itemsOf(s int) []*outline.Item {
	var items []*outline.Item
	for _, l := range e.corpus.sections[s].Lists() {
		items = append(items, l.Items...)
	}
	return items
}

// sure is how surely a section is about the facet asked for.
func (e *Engine) sure(r *reading, s int) float64 { return e.corpus.sections[s].facets[r.facet().name] }

// lead begins with the section's first sentence, if it has one before its list.
func (b *builder) lead(s int) {
	for _, i := range b.e.corpus.sections[s].passages {
		p := &b.e.corpus.passages[i]
		if p.Kind != knowledge.Paragraph && p.Kind != knowledge.Quote && p.Kind != knowledge.Callout {
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

// addItems adds every item of a section.
func (b *builder) addItems(s int) {
	room := maxList - utf8.RuneCountInString(b.a.Lead)
	b.a.Points = append(b.a.Points, b.items(b.e.itemsOf(s), room)...)
}

// items is what is said of the items of lists, with what stands inside them, in so
// many characters: everything where all fit, else first sentences, else labels, with
// more for as many as fit.
func (b *builder) items(items []*outline.Item, room int) []knowledge.Point {
	for _, short := range []bool{false, true} {
		var points []knowledge.Point
		for _, it := range items {
			points = append(points, b.item(it, short))
		}
		if sizeOf(points) <= room {
			return points
		}
	}
	return b.labels(items, room)
}

// labels is what is said of items that are too many to be said: their labels, and the
// first sentences of as many as fit. Labels that only number the items say nothing by
// themselves, and are left out.
func (b *builder) labels(items []*outline.Item, room int) []knowledge.Point {
	var labels, firsts []knowledge.Point
	names := map[string]bool{}
	for _, it := range items {
		first := b.said(it.Passage, true)
		if firsts = append(firsts, first); first.Label != "" {
			first.Text = ""
		}
		labels = append(labels, first)
		names[withoutNumbers(first.Label+first.Text)] = true
	}
	n := fitting(firsts, room)
	if len(names) == 1 {
		return firsts[:max(n, 1)]
	}
	for n > 0 && sizeOf(firsts[:n])+sizeOf(labels[n:]) > room {
		n--
	}
	return append(firsts[:n:n], labels[n:]...)
}

// fitting is how many points, from the first on, fit into so many characters.
func fitting(points []knowledge.Point, room int) int {
	for i := range points {
		if room -= sizeOf(points[i : i+1]); room < 0 {
			return i
		}
	}
	return len(points)
}

// withoutNumbers is the words of a label that are no numbers.
func withoutNumbers(label string) string {
	ws := slices.DeleteFunc(text.Words(label), func(w text.Word) bool { return text.HasDigit(w.Text) })
	return strings.Join(text.Texts(ws), " ")
}

// item is what is said of a list's item and of what stands inside it: everything, or
// for short their first sentences.
func (b *builder) item(it *outline.Item, short bool) knowledge.Point {
	pt := b.said(it.Passage, short)
	pt.Inside = b.inside(it.Inside, short)
	return pt
}

// said is what is said of a passage that stands in a list.
func (b *builder) said(kp *knowledge.Passage, short bool) knowledge.Point {
	p := b.e.corpus.of(kp)
	pt := knowledge.Point{Label: p.Label, Text: p.Body(), Cites: []int{b.cite(p)}}
	if short {
		pt.Text = firstOf(p)
	}
	return pt
}

// inside is what is said of blocks that stand inside an item. Code is left out.
func (b *builder) inside(blocks []outline.Block, short bool) []knowledge.Point {
	var all []knowledge.Point
	for _, bl := range blocks {
		switch {
		case bl.List != nil:
			for _, it := range bl.List.Items {
				all = append(all, b.item(it, short))
			}
		case bl.Sheet != nil:
			for i, row := range bl.Sheet.Rows {
				all = append(all, knowledge.Point{Label: bl.Sheet.RowName(i), Text: strings.Join(row.Cells[1:], " | "),
					Cites: []int{b.cite(b.e.corpus.of(row))}})
			}
		case bl.Passage.Kind != knowledge.Code:
			all = append(all, b.said(bl.Passage, short))
		}
	}
	return all
}

// sizeOf is how much points take of a list, in characters.
func sizeOf(points []knowledge.Point) int {
	n := 0
	for _, p := range points {
		n += utf8.RuneCountInString(p.Label) + utf8.RuneCountInString(p.Text) + perItem + sizeOf(p.Inside)
	}
	return n
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
		b.add(knowledge.Point{Label: outline.Unnumbered(sec.Heading()), Text: text, Cites: []int{b.cite(p)}})
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
