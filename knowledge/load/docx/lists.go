package docx

import (
	"cmp"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// lists are the lists that are open, outermost first. Word has no lists, only paragraphs that name
// a list and a depth in it: those that follow one another, or have the same indent, belong
// together.
type lists struct {
	open   []openList
	counts map[string]*[9]int // items so far of the lists that count, by depth
}

type openList struct {
	num   string // w:numId
	depth int
	left  int // how far its text is indented
	list  *html.Node
	item  *html.Node
}

// item is the innermost item, or other if no list is open.
func (l *lists) item(other *html.Node) *html.Node {
	if len(l.open) == 0 {
		return other
	}
	return l.open[len(l.open)-1].item
}

func (l *lists) end() { l.open = nil }

// at is where a paragraph belongs: in a new item if its style says that it is one, in the item that
// has the same indent, or else in into.
func (l *lists) at(into *html.Node, known map[string]*list, st style) *html.Node {
	depth, ok := depthOf(st.depth)
	of := known[st.num]
	if st.num == "" || of == nil || !ok {
		return l.beside(into, twips(st.left))
	}
	lvl := of.levels[depth]
	if lvl.blank {
		l.close(func(o openList) bool { return o.depth > depth })
		return l.item(into)
	}
	next := openList{num: st.num, depth: depth, left: twips(st.left, strconv.Itoa(lvl.left))}
	l.close(func(o openList) bool { return next.compare(o) < 0 })
	if last := len(l.open) - 1; last >= 0 && next.compare(l.open[last]) == 0 {
		same := l.open[last].num == st.num || !lvl.ordered && is(l.open[last].list, atom.Ul)
		if same {
			next.list = l.open[last].list
		}
		l.open = l.open[:last]
	}
	if next.list == nil {
		next.list = l.begin(lvl, next)
		l.item(into).AppendChild(next.list)
	}
	next.item = tree.New(atom.Li)
	next.list.AppendChild(next.item)
	l.open = append(l.open, next)
	l.count(next)
	return next.item
}

// nearly is how far two indents may differ and still count as the same: five points.
const nearly = 100

// compare compares the depth of two items: by their depth in the list or, if they are in different
// lists, by indent.
func (o openList) compare(other openList) int {
	switch {
	case o.num == other.num || o.left == 0 || other.left == 0:
		return cmp.Compare(o.depth, other.depth)
	case o.left < other.left-nearly:
		return -1
	case o.left > other.left+nearly:
		return 1
	}
	return 0
}

// begin makes the element for a list. A list that has been counted before continues.
func (l *lists) begin(lvl level, o openList) *html.Node {
	if !lvl.ordered {
		return tree.New(atom.Ul)
	}
	start := lvl.start
	if before := l.counts[o.num]; before != nil {
		start += before[o.depth]
	}
	list := tree.New(atom.Ol)
	if start != 1 {
		tree.Set(list, "start", strconv.Itoa(start))
	}
	return list
}

// count counts an item; numbers inside the next item start again.
func (l *lists) count(o openList) {
	if l.counts == nil {
		l.counts = map[string]*[9]int{}
	}
	if l.counts[o.num] == nil {
		l.counts[o.num] = &[9]int{}
	}
	l.counts[o.num][o.depth]++
	clear(l.counts[o.num][o.depth+1:])
}

// beside is the item that a paragraph without a mark belongs to, judging by its indent, or else into.
func (l *lists) beside(into *html.Node, left int) *html.Node {
	l.close(func(o openList) bool { return o.left == 0 || left < o.left-nearly })
	return l.item(into)
}

// close closes innermost lists for as long as done says so.
func (l *lists) close(done func(openList) bool) {
	for len(l.open) > 0 && done(l.open[len(l.open)-1]) {
		l.open = l.open[:len(l.open)-1]
	}
}
