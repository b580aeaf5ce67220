package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
)

// list says the list that an item stands in: whole, with the line that announces it,
// where it is short, its items are steps, or several of them answer; else the items that
// do.
func (e *Engine) list(f *finding, b *composed, p *passage) {
	l := p.in.Item.List
	if l.Ordered {
		l = l.Outermost()
	}
	first := f.gathered.candidates
	first = first[:min(judged, len(first))]
	inIt := func(c *candidate) bool { return c.in.Item != nil && c.in.Item.List.Outermost() == l.Outermost() }
	hits := 0
	for _, c := range first {
		if inIt(c) && c.share >= further*first[0].share {
			hits++
		}
	}
	items := itemsOf(l.Items, e.corpus, knowledge.MaxAnswer-300)
	whole := &composed{points: items}
	long := whole.length()
	if l.Ordered || long <= wholeList || hits >= 3 && long <= knowledge.MaxAnswer-300 {
		b.shape = knowledge.List
		if l.Ordered {
			b.shape = knowledge.Steps
		}
		e.announce(b, l)
		for _, it := range items {
			b.add(it)
		}
		b.more = len(l.Items) - len(items)
		return
	}
	for i, c := range first {
		if i > 0 && (c.share < further*first[0].share || b.length() > enough || len(b.points) >= maxPoints) {
			break
		}
		if !b.passages[c.ID] {
			e.say(f, b, c.passage)
		}
	}
	if len(b.points) > 1 && !slices.ContainsFunc(first[:len(b.points)], func(c *candidate) bool { return !inIt(c) }) {
		b.shape = knowledge.List
		e.announce(b, l)
	}
}

// announce puts the line that announces a list before its items.
func (e *Engine) announce(b *composed, l *outline.List) {
	lead := l.Lead()
	if lead == "" || l.Announced == nil {
		return
	}
	if p, ok := e.corpus.find(l.Announced.ID); ok {
		b.lead, b.leadText = p, lead
		b.note(point{from: []*passage{p}})
	}
}

// itemsOf are the items of a list with what is inside them, as many as fit.
func itemsOf(items []*outline.Item, c *corpus, fits int) (out []point) {
	n := 0
	for _, it := range items {
		p, ok := c.find(it.Passage.ID)
		if !ok {
			continue
		}
		pt := point{text: p.Text, from: []*passage{p}, inside: insideOf(it, c, fits-n)}
		n += (&composed{points: []point{pt}}).length()
		if n > fits && len(out) > 0 {
			break
		}
		out = append(out, pt)
	}
	return out
}

// insideOf is what stands inside an item.
func insideOf(it *outline.Item, c *corpus, fits int) (out []point) {
	for _, bl := range it.Inside {
		switch {
		case bl.List != nil:
			out = append(out, itemsOf(bl.List.Items, c, fits)...)
		case bl.Passage != nil && bl.Passage.Kind != knowledge.Code:
			if p, ok := c.find(bl.Passage.ID); ok && utf8.RuneCountInString(p.Text) <= fits {
				out = append(out, point{text: p.Text, from: []*passage{p}})
			}
		}
	}
	return out
}

// isQuestion reports whether a heading asks.
func isQuestion(h string) bool { return strings.HasSuffix(strings.TrimSpace(h), "?") }
