package outline

import (
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// List is a list with its items in order.
type List struct {
	Announced *knowledge.Passage // the paragraph directly before it, nil for none
	Ordered   bool               // its items are steps
	Items     []*Item
	In        *Item // the item that it is inside of, nil for an outermost list
}

// Item is one item of a list with what is inside it.
type Item struct {
	Passage *knowledge.Passage
	Inside  []Block // lists, paragraphs, tables
	List    *List   // whose item it is
}

// Lead returns the line that introduces the list: the last sentence of the paragraph before it, or
// "" if there is none.
func (l *List) Lead() string {
	if l.Announced == nil {
		return ""
	}
	ss := text.Sentences(strings.TrimSpace(l.Announced.Text))
	if len(ss) == 0 {
		return ""
	}
	return ss[len(ss)-1]
}

// Outermost returns the outermost list around l, or l itself.
func (l *List) Outermost() *List {
	for l.In != nil {
		l = l.In.List
	}
	return l
}

// levelOf returns how many lists a passage is in. An item without a level is in one list.
func levelOf(p *knowledge.Passage) int {
	if p.Level == 0 && isItem(p) {
		return 1
	}
	return p.Level
}

// isItem reports whether a passage is an item itself, and not just inside one.
func isItem(p *knowledge.Passage) bool {
	switch p.Kind {
	case knowledge.Item, knowledge.Step, knowledge.Definition:
		return true
	}
	return false
}

// level returns how many lists an item is in, or 0 for nil.
func (it *Item) level() int {
	if it == nil {
		return 0
	}
	return levelOf(it.Passage)
}

// isInList reports whether a passage belongs to a list inside an item or, if that is nil, in a
// section: it is at a deeper level, or an item of another list.
func isInList(p *knowledge.Passage, in *Item) bool {
	return levelOf(p) > in.level() || in != nil && isItem(p) && p.Group != in.Passage.Group
}

// lastInList returns the index of the last passage of each outermost list, by group.
// Everything before it, whatever its kind, belongs to the list.
func lastInList(ps []knowledge.Passage) map[int]int {
	last := map[int]int{}
	for i := range ps {
		if ps[i].Group > 0 && levelOf(&ps[i]) > 0 {
			last[ps[i].Group] = i
		}
	}
	return last
}

// lengthOfList returns how many passages belong to the list at the beginning of ps, judging by
// their levels.
func lengthOfList(ps []knowledge.Passage, in *Item) int {
	n := 1
	for n < len(ps) && isInList(&ps[n], in) && !beginsAnother(&ps[n], &ps[0]) {
		n++
	}
	return n
}

// beginsAnother reports whether an item cannot belong to the same list as the first:
// it is at no deeper level, and only one of the two is a step.
func beginsAnother(p, first *knowledge.Passage) bool {
	return isItem(p) && levelOf(p) <= levelOf(first) && (p.Kind == knowledge.Step) != (first.Kind == knowledge.Step)
}

// newList makes a list of its passages.
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

// isNext reports whether a passage is another item of the list that first begins.
func isNext(p, first *knowledge.Passage) bool {
	return isItem(p) && levelOf(p) <= levelOf(first) && p.Group == first.Group
}
