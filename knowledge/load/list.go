package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge"
)

// list adds the items of a list. Those of a list inside are of the same group, one
// level down.
func (w walker) list(l *html.Node) {
	defer w.b.openGroup(w.level)()
	w.level++
	kind := knowledge.Item
	if l.DataAtom == atom.Ol {
		kind = knowledge.Step
	}
	for n := l.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.DataAtom == atom.Li:
			w.item(kind, n)
		case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol: // a list in a list without an item, as many write
			w.list(n)
		case isSkipped(n):
		default:
			w.b.add(kind, w.level, inline(n))
		}
	}
}

// item adds a list's item: its text up to the first other block, then what stands
// inside. A paragraph after that stays with the item.
func (w walker) item(kind knowledge.Kind, li *html.Node) {
	var parts []string
	var run []*html.Node
	n := li.FirstChild
	for ; n != nil; n = n.NextSibling {
		if isSkipped(n) {
			continue
		}
		if isBlock(n) && !isLine(n) {
			break
		}
		if isBlock(n) {
			parts = append(parts, inline(run...), inline(n))
			run = nil
			continue
		}
		run = append(run, n)
	}
	w.b.add(kind, w.level, strings.Join(append(parts, inline(run...)), " "))
	w.kind = knowledge.Paragraph
	for n != nil {
		next := n.NextSibling
		switch {
		case isSkipped(n):
		case isBlock(n):
			w.block(n)
		default:
			w.text(inline(n))
		}
		n = next
	}
}

// isLine reports whether n is a block that holds one line of text, as a paragraph does.
func isLine(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// definitions adds the terms of a definition list, each with what is said of it.
func (w walker) definitions(l *html.Node) {
	defer w.b.openGroup(w.level)()
	w.level++
	var terms []string
	for n := l.FirstChild; n != nil; n = n.NextSibling {
		switch n.DataAtom {
		case atom.Dt:
			terms = append(terms, inline(n))
		case atom.Dd:
			w.b.definition(w.level, strings.Join(terms, ", "), inline(n))
		}
		if n.DataAtom == atom.Dd && (n.NextSibling == nil || nextElement(n) != nil && nextElement(n).DataAtom == atom.Dt) {
			terms = nil
		}
	}
}
