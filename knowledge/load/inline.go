package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isSkipped reports whether nothing of n is text that a page shows as its own.
func isSkipped(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type != html.TextNode
	}
	switch n.DataAtom {
	case atom.Head, atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Template, atom.Noscript,
		atom.Img, atom.Svg, atom.Canvas, atom.Object, atom.Iframe, atom.Video, atom.Audio, atom.Math,
		atom.Input, atom.Button, atom.Select, atom.Textarea, atom.Nav, atom.Hr:
		return true
	}
	return false
}

// isBlock reports whether n begins a line of its own, or something in it does.
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode || isSkipped(n) {
		return false
	}
	if blockElements[n.DataAtom] {
		return true
	}
	for c := range n.ChildNodes() {
		if isBlock(c) {
			return true
		}
	}
	return false
}

var blockElements = map[atom.Atom]bool{
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.P: true,
	atom.Ul: true, atom.Ol: true, atom.Menu: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.Table: true, atom.Caption: true, atom.Pre: true, atom.Blockquote: true, atom.Aside: true,
	atom.Details: true, atom.Summary: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Figure: true, atom.Figcaption: true, atom.Address: true,
	atom.Form: true, atom.Fieldset: true, atom.Legend: true, atom.Center: true,
}

// inline is the words of nodes in one line.
func inline(nodes ...*html.Node) string {
	var s strings.Builder
	for _, n := range nodes {
		writeInline(&s, n)
	}
	return clean(s.String())
}

func writeInline(s *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		s.WriteString(n.Data)
	case isSkipped(n):
	case n.DataAtom == atom.Br:
		s.WriteByte(' ')
	default:
		apart := blockElements[n.DataAtom]
		if apart {
			s.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			writeInline(s, c)
		}
		if apart {
			s.WriteByte(' ')
		}
	}
}
