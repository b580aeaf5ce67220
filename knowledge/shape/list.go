package shape

import (
	"slices"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// Limits of lists, in characters except for maxItems.
const (
	shortList  = 400 // a list up to this is said whole even if one item was found
	wholeList  = 900 // a list up to this if several were
	mostOfList = knowledge.MaxAnswer - 300
	maxItems   = 5 // of a longer list
)

// list gives the list that an item is in: as a whole, with the line that introduces it, if it is
// short, its items are steps, or several of them answer; otherwise only the items that answer.
func (w *writer) list(best *outline.Place) bool {
	if best.Item == nil || best.Kind == knowledge.Paragraph {
		return false
	}
	l := best.Item.List
	if l.Ordered {
		l = l.Outermost()
	}
	found := w.foundIn(l)
	apart := slices.ContainsFunc(found, func(c *evidence.Candidate) bool { return l.In != nil && c.Item.List != l })
	items := w.items(l.Items, mostOfList)
	long := lengthOf(items, nil)
	if l.Ordered || long <= shortList && !apart || len(found) > 1 && long <= wholeList {
		w.Shape, w.More = knowledge.List, len(l.Items)-len(items)
		if l.Ordered {
			w.Shape = knowledge.Steps
		}
		w.announceList(l)
		for _, it := range items {
			w.add(it)
		}
		return true
	}
	for i, c := range found {
		if i > 0 && (w.length() > enough || len(w.points) >= maxItems) {
			break
		}
		if !w.said[c.ID] {
			w.add(w.passage(c.Place, i == 0))
		}
	}
	if len(w.points) > 1 {
		w.Shape = knowledge.List
		w.announceList(l)
	}
	return true
}

// foundIn returns the probable candidates in a list, or in a list around or inside it.
func (w *writer) foundIn(l *outline.List) (found []*evidence.Candidate) {
	for _, c := range w.evidence.First() {
		if c.Item != nil && c.Item.List.Outermost() == l.Outermost() && w.isProbable(c) {
			found = append(found, c)
		}
	}
	return found
}

// announceList puts the line that introduces a list, or the item that it is nested in, before its items.
func (w *writer) announceList(l *outline.List) {
	if lead := l.Lead(); lead != "" {
		w.announce(w.point(l.Announced, lead))
	} else if l.In != nil {
		w.announce(w.point(l.In.Passage, l.In.Passage.Text))
	}
}

// items returns the items of a list with what is inside them, as many as fit; if not all fit in
// full, only their first sentences.
func (w *writer) items(all []*outline.Item, fits int) []point {
	whole := w.itemsBy(all, fits, func(p *knowledge.Passage) string { return p.Text })
	if len(whole) == len(all) {
		return whole
	}
	return w.itemsBy(all, fits, func(p *knowledge.Passage) string { return text.Sentences(p.Text)[0] })
}

// areLabelled reports whether items can be given by their labels.
func areLabelled(all []*outline.Item) bool {
	return !slices.ContainsFunc(all, func(it *outline.Item) bool { return it.Passage.Label == "" || len(it.Inside) > 0 })
}

func (w *writer) itemsBy(all []*outline.Item, fits int, say func(p *knowledge.Passage) string) (out []point) {
	n := 0
	for _, it := range all {
		pt := w.point(it.Passage, say(it.Passage))
		pt.inside = append(pt.inside, w.inside(it, fits-n)...)
		n += lengthOf([]point{pt}, nil)
		if n > fits && len(out) > 0 {
			break
		}
		out = append(out, pt)
	}
	return out
}

// inside returns the points inside an item.
func (w *writer) inside(it *outline.Item, fits int) (out []point) {
	for _, b := range it.Inside {
		switch {
		case b.List != nil:
			out = append(out, w.items(b.List.Items, fits-lengthOf(out, nil))...)
		case b.Passage != nil && utf8.RuneCountInString(b.Passage.Text) <= fits-lengthOf(out, nil):
			if at, _ := w.Docs.Find(b.Passage.ID); !at.Hidden {
				out = append(out, w.point(b.Passage, b.Passage.Text))
			}
		}
	}
	return out
}
