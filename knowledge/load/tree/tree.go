// Package tree has what every format is turned into: a page as a browser would hold it, made of
// HTML elements. It creates, queries and changes the nodes of such pages, and defines the [Fault]
// with which a format gives up on a file.
//
// It promises that a node it returns has no parent, so that it can be put anywhere, and
// that text is never escaped: a text node is the text.
//
// It must not know any format, or what becomes of a page.
package tree

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Fault says why a file cannot be used.
type Fault struct {
	What  string // continues `The file "x"`: what is wrong and what to do, without a full stop
	Cause error  // for the log; may be nil
}

func (f *Fault) Error() string {
	if f.Cause == nil {
		return f.What
	}
	return f.What + ": " + f.Cause.Error()
}

func (f *Fault) Unwrap() error { return f.Cause }

// Page is a page with a body, to which a format appends what it finds.
func Page() (root, body *html.Node) {
	body = New(atom.Body)
	root = &html.Node{Type: html.DocumentNode}
	root.AppendChild(New(atom.Html, New(atom.Head), body))
	return root, body
}

// New makes an element with children.
func New(a atom.Atom, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

// Level is the attribute of a heading whose level differs from its name, such as one below the
// sixth.
const Level = "aria-level"

// Text makes a text node.
func Text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// Attr is an element's attribute; "" if it has none.
func Attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Set gives an element an attribute and returns it.
func Set(n *html.Node, name, value string) *html.Node {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return n
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
	return n
}

// Find is the first element of that name in n, n itself included, in reading
// order; nil if there is none.
func Find(n *html.Node, a atom.Atom) *html.Node {
	if n.DataAtom == a {
		return n
	}
	for d := range n.Descendants() {
		if d.DataAtom == a {
			return d
		}
	}
	return nil
}

// Words is the text in n, unchanged but without its markup.
func Words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var s strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			s.WriteString(d.Data)
		}
	}
	return s.String()
}

// IsHeading reports whether n is an element from h1 to h6.
func IsHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// IsBold reports whether n holds nothing but one bold text.
func IsBold(n *html.Node) bool {
	only := Only(n, IsSpace)
	return only != nil && (only.DataAtom == atom.Strong || only.DataAtom == atom.B)
}

// Only returns the one child of n besides those that do not count; nil if there is none, or more.
func Only(n *html.Node, ignored func(*html.Node) bool) (only *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case ignored(c):
		case only != nil:
			return nil
		default:
			only = c
		}
	}
	return only
}

// IsSpace reports whether n is a text with nothing but spaces.
func IsSpace(n *html.Node) bool {
	return n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
}
