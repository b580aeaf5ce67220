package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// list adds the items of a list. Items of a nested list are in the same group, one level down;
// whether each is a step or an item depends on the list that it is in directly.
func (w walker) list(l *html.Node) {
	defer w.b.openGroup(w.level)()
	w.level++
	w.kind, w.title = knowledge.Paragraph, nil
	kind := knowledge.Item
	if l.DataAtom == atom.Ol {
		kind = knowledge.Step
	}
	for n := range l.ChildNodes() {
		switch {
		case n.DataAtom == atom.Li:
			w.item(kind, n)
		case isSkipped(n):
		case w.blocky[n]: // not in an item, as many people write a list in a list
			w.block(n)
		default:
			w.b.add(kind, w.level, w.inline(n))
		}
	}
}

// item adds an item: its text up to the first block that is not a line of text, and then whatever
// else is in it. A paragraph after that stays with the item.
func (w walker) item(kind knowledge.Kind, li *html.Node) {
	if w.isContents(li) {
		return
	}
	line, rest := w.firstLine(li.FirstChild)
	w.b.put(knowledge.Passage{Kind: kind, Level: w.level, Link: rest == nil && isLink(li)}, line)
	w.blocksFrom(rest)
}

// isLink reports whether n shows nothing but one link to another page, which only says where
// something is.
func isLink(n *html.Node) bool {
	only := tree.Only(n, func(c *html.Node) bool { return tree.IsSpace(c) || isSkipped(c) })
	return only != nil && (only.DataAtom == atom.A && !strings.HasPrefix(tree.Attr(only, "href"), "#") || isLink(only))
}

// firstLine returns the text of n and what follows, up to the first block that is not a line of
// text, and that block.
func (w walker) firstLine(n *html.Node) (line string, rest *html.Node) {
	var parts []string
	var run []*html.Node
	for ; n != nil; n = n.NextSibling {
		isLine := n.DataAtom == atom.P || tree.IsHeading(n)
		if w.blocky[n] && (!isLine || w.hasBlocks(n)) {
			break
		}
		if !isLine {
			run = append(run, n)
			continue
		}
		parts = append(parts, w.inline(run...), w.inline(n))
		run = nil
	}
	return strings.Join(append(parts, w.inline(run...)), " "), n
}

// isContents reports whether an item is nothing but a link to a part of its own page, and perhaps a
// list of such links: a table of contents answers nothing.
func (w walker) isContents(li *html.Node) bool {
	linked := false
	for n := range li.ChildNodes() {
		switch {
		case tree.IsSpace(n), isSkipped(n):
		case n.DataAtom == atom.A && !linked && strings.HasPrefix(tree.Attr(n, "href"), "#"):
			linked = w.headings[clean.Fold(tree.Words(n))]
			if !linked {
				return false
			}
		case n.DataAtom == atom.P && w.isContents(n):
			linked = true
		case (n.DataAtom == atom.Ul || n.DataAtom == atom.Ol) && linked:
			for sub := range n.ChildNodes() {
				if sub.DataAtom == atom.Li && !w.isContents(sub) {
					return false
				}
			}
		default:
			return false
		}
	}
	return linked
}

// definitions adds what a definition list says about its terms.
func (w walker) definitions(l *html.Node) {
	defer w.b.openGroup(w.level)()
	w.level++
	w.kind, w.title = knowledge.Paragraph, nil
	w.terms(l)
}

// terms adds the terms in a part of a definition list: several terms may share a definition, and
// one may have several.
func (w walker) terms(part *html.Node) {
	var terms []string
	said := true
	for n := range part.ChildNodes() {
		switch n.DataAtom {
		case atom.Div: // groups a term with its definitions
			w.terms(n)
		case atom.Dt:
			if said {
				terms, said = nil, false
			}
			if term := w.inline(n); term != "" {
				terms = append(terms, term)
			}
		case atom.Dd:
			line, rest := w.firstLine(n.FirstChild)
			w.b.labelled(knowledge.Definition, w.level, strings.Join(terms, ", "), line)
			w.blocksFrom(rest)
			said = true
		}
	}
	if !said {
		w.b.labelled(knowledge.Definition, w.level, strings.Join(terms, ", "), "")
	}
}
