package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// isSkipped reports whether n has no text that a page shows as its own.
func isSkipped(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		return false
	case html.ElementNode:
		return skipped[n.DataAtom]
	}
	return true
}

var skipped = atoms(atom.Head, atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Template, atom.Noscript,
	atom.Img, atom.Svg, atom.Canvas, atom.Object, atom.Iframe, atom.Video, atom.Audio, atom.Math,
	atom.Input, atom.Button, atom.Select, atom.Textarea, atom.Datalist, atom.Nav, atom.Hr)

// blockElements begin a line of their own.
var blockElements = atoms(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P, atom.Ul, atom.Ol, atom.Menu,
	atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Caption, atom.Tr, atom.Pre, atom.Blockquote, atom.Aside, atom.Details,
	atom.Summary, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Figure,
	atom.Figcaption, atom.Address, atom.Form, atom.Fieldset, atom.Legend, atom.Center)

func atoms(names ...atom.Atom) map[atom.Atom]bool {
	set := map[atom.Atom]bool{}
	for _, a := range names {
		set[a] = true
	}
	return set
}

// blocksInside finds the elements of a page that are blocks or contain one.
func blocksInside(root *html.Node) map[*html.Node]bool {
	found := map[*html.Node]bool{}
	for n := range root.Descendants() {
		if !blockElements[n.DataAtom] {
			continue
		}
		for ; n != nil && n != root && !found[n]; n = n.Parent {
			found[n] = true
		}
	}
	return found
}

func isBreak(n *html.Node) bool { return n != nil && n.DataAtom == atom.Br }

// nextShown is the next sibling of n that is not empty, nil if there is none.
func nextShown(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && (tree.IsSpace(n) || n.Type == html.CommentNode); n = n.NextSibling {
	}
	return n
}

// inline is the words of nodes on one line, with the items of a list separated.
func (w walker) inline(nodes ...*html.Node) string {
	var s strings.Builder
	for _, n := range nodes {
		w.writeInline(&s, n)
	}
	parts := strings.Split(s.String(), itemMark)
	line := clean.Line(parts[0])
	for _, part := range parts[1:] {
		part = clean.Line(part)
		switch {
		case part == "":
		case line == "":
			line = part
		case strings.ContainsAny(line[len(line)-1:], ".,:;!?"):
			line += " " + part
		default:
			line += "; " + part
		}
	}
	return line
}

// raised is superscript or subscript text. Its digits must not run into those beside it; the mark
// of a footnote is not part of the text.
func raised(n *html.Node) string {
	text := strings.TrimSpace(tree.Words(n))
	if a := tree.Find(n, atom.A); a != nil && strings.HasPrefix(tree.Attr(a, "href"), "#") && tree.Words(a) == text {
		return ""
	}
	digits := superscripts
	if n.DataAtom == atom.Sub {
		digits = subscripts
	}
	if strings.Trim(text, "0123456789+-") != "" {
		return text
	}
	return digits.Replace(text)
}

var (
	superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻")
	subscripts   = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉", "+", "₊", "-", "₋")
)

// itemMark comes before and after each list item while a line is being put together; no finished
// line contains it.
const itemMark = "\x1e"

func (w walker) writeInline(s *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		s.WriteString(strings.ReplaceAll(n.Data, itemMark, ""))
		return
	case isSkipped(n), n.DataAtom == atom.Table:
		return
	case n.DataAtom == atom.Sup, n.DataAtom == atom.Sub:
		s.WriteString(raised(n))
		return
	case n.DataAtom == atom.Br, n.DataAtom == atom.Td, n.DataAtom == atom.Th:
		s.WriteByte(' ')
	case n.DataAtom == atom.A:
		if title := w.b.titleOf(tree.Attr(n, "href"), tree.Words(n)); title != "" {
			s.WriteString(title)
			return
		}
	}
	around := ""
	if n.DataAtom == atom.Li {
		around = itemMark
	} else if blockElements[n.DataAtom] {
		around = " "
	}
	s.WriteString(around)
	for c := range n.ChildNodes() {
		w.writeInline(s, c)
	}
	s.WriteString(around)
}
