package answer

import (
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
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
	long := (&composed{points: items}).length()
	if l.Ordered || long <= shortList || hits > 1 && long <= wholeList {
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
		if i > 0 && (c.share < further*first[0].share || b.length() > enough || len(b.points) >= maxItems) {
			break
		}
		if inIt(c) && !b.passages[c.ID] {
			e.say(f, b, c.passage)
		}
	}
	if len(b.points) > 1 {
		b.shape = knowledge.List
		e.announce(b, l)
	}
}

// maxItems is how many items of a longer list are said.
const maxItems = 5

// sequence says sections whose headings are numbered as steps: each by its heading and
// its first sentence. That is asked where the section around them was found, or several
// of them were.
func (e *Engine) sequence(f *finding, b *composed, p *passage) bool {
	s := p.in.Section
	around := s
	if steps(s) == nil {
		around = s.Parent
	}
	all := steps(around)
	if all == nil {
		return false
	}
	if around != s {
		first, found := f.gathered.candidates, map[*outline.Section]bool{}
		for _, c := range first[:min(judged, len(first))] {
			if c.in.Section.Parent == around && c.share >= further*first[0].share {
				found[c.in.Section] = true
			}
		}
		if len(found) < 2 {
			return false
		}
	} else {
		b.lead, b.leadText = p, e.excerpt(f.reading, p.Text)
		b.note(point{from: []*passage{p}})
	}
	b.shape = knowledge.Steps
	for _, step := range all {
		q, ok := e.corpus.find(step.Passages[0].ID)
		if !ok {
			continue
		}
		pt := point{label: step.Title(), text: text.Sentences(q.Text)[0], from: []*passage{q}}
		if b.length()+len(pt.text) > knowledge.MaxAnswer-200 {
			b.more++
			continue
		}
		b.add(pt)
	}
	return true
}

// steps are the sections directly inside one whose headings are numbered, where there
// are several and all have text; else nil.
func steps(s *outline.Section) (out []*outline.Section) {
	if s == nil {
		return nil
	}
	for _, c := range s.Children {
		if c.Title() != c.Heading() && len(c.Passages) > 0 && c.Passages[0].Kind == knowledge.Paragraph {
			out = append(out, c)
		}
	}
	if len(out) < 2 || len(out) < len(s.Children)-1 {
		return nil
	}
	return out
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

// itemsOf are the items of a list with what is inside them, as many as fit; where they do
// not all fit whole, by their first sentences.
func itemsOf(items []*outline.Item, c *corpus, fits int) []point {
	whole := itemsWith(items, c, fits, func(p *passage) string { return p.Text })
	if len(whole) == len(items) {
		return whole
	}
	return itemsWith(items, c, fits, func(p *passage) string { return text.Sentences(p.Text)[0] })
}

func itemsWith(items []*outline.Item, c *corpus, fits int, say func(*passage) string) (out []point) {
	n := 0
	for _, it := range items {
		p, ok := c.find(it.Passage.ID)
		if !ok {
			continue
		}
		pt := point{text: say(p), from: []*passage{p}, inside: insideOf(it, c, fits-n)}
		n += (&composed{points: []point{pt}}).length()
		if n > fits && len(out) > 0 {
			break
		}
		out = append(out, pt)
	}
	return out
}

// insideOf is what is inside an item.
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
