package outline

import (
	"strings"

	"careeradvisor/knowledge"
)

// List is a list with its items in order.
type List struct {
	Announced *knowledge.Passage // the paragraph right before it, nil for none
	Ordered   bool               // its items are steps
	Items     []*Item
	In        *Item // the item that it stands in, nil for an outermost list
}

// Item is one item of a list with what stands inside it.
type Item struct {
	Passage *knowledge.Passage
	Inside  []Block // lists, paragraphs, tables
	List    *List   // whose item it is
}

// Lead is the line that announces the list: the last sentence of the paragraph
// before it, "" for none.
func (l *List) Lead() string { return lead(l.Announced) }

// IsAnnounced reports whether a line that ends in a colon announces the list, so that
// neither says anything without the other.
func (l *List) IsAnnounced() bool { return strings.HasSuffix(l.Lead(), ":") }

// Outermost is the list around all the lists that l stands in: l itself for one that
// stands in none.
func (l *List) Outermost() *List {
	for l.In != nil {
		l = l.In.List
	}
	return l
}

// levelOf is in how many lists a passage stands. Where a document says no level, an
// item stands in one.
func levelOf(p *knowledge.Passage) int {
	if p.Level == 0 && isItem(p) {
		return 1
	}
	return p.Level
}

// isItem reports whether a passage is an item of a list, and not something that
// stands in one.
func isItem(p *knowledge.Passage) bool {
	switch p.Kind {
	case knowledge.Item, knowledge.Step, knowledge.Definition:
		return true
	}
	return false
}

// level is that of an item's list, 0 for none.
func (it *Item) level() int {
	if it == nil {
		return 0
	}
	return levelOf(it.Passage)
}

// isInList reports whether a passage belongs to a list that stands in an item, or,
// where that is nil, in a section: it is further in, or an item of another list.
func isInList(p *knowledge.Passage, in *Item) bool {
	return levelOf(p) > in.level() || in != nil && isItem(p) && p.Group != in.Passage.Group
}

// lastInList is where the last passage of each outermost list stands. What stands
// before it, of whatever kind, belongs to the list.
func lastInList(ps []knowledge.Passage) map[int]int {
	last := map[int]int{}
	for i := range ps {
		if ps[i].Group > 0 && levelOf(&ps[i]) > 0 {
			last[ps[i].Group] = i
		}
	}
	return last
}

// lengthOfList is how many passages belong to the list with which ps begins, if
// nothing but their levels tells.
func lengthOfList(ps []knowledge.Passage, in *Item) int {
	n := 1
	for n < len(ps) && isInList(&ps[n], in) && !beginsAnother(&ps[n], &ps[0]) {
		n++
	}
	return n
}

// beginsAnother reports whether an item cannot be of the same list as the first: it
// is no further in, and a step beside mere items.
func beginsAnother(p, first *knowledge.Passage) bool {
	return isItem(p) && levelOf(p) <= levelOf(first) && (p.Kind == knowledge.Step) != (first.Kind == knowledge.Step)
}

// newList makes a list of the passages that belong to it.
func newList(in *Item, ps []knowledge.Passage, announced *knowledge.Passage) *List {
	first := &ps[0]
	l := &List{Announced: announced, Ordered: first.Kind == knowledge.Step, In: in}
	for i := 0; i < len(ps); {
		it := &Item{Passage: &ps[i], List: l}
		n := 1
		for i+n < len(ps) && !isNext(&ps[i+n], first) {
			n++
		}
		it.Inside = blocks(it, ps[i+1:i+n])
		l.Items = append(l.Items, it)
		i += n
	}
	return l
}

// isNext reports whether a passage is a further item of the list with the first.
func isNext(p, first *knowledge.Passage) bool {
	return isItem(p) && levelOf(p) <= levelOf(first) && p.Group == first.Group
}
