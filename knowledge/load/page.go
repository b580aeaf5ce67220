package load

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/tree"
)

// page adds what a page shows to the document, in reading order. Whatever a format
// writes into its tree is read by these rules:
//
//   - html lang, head title: the document's, where it has none yet;
//   - h1 to h6 open sections, their id is the section's anchor; so does the summary of
//     details, for what stands in them;
//   - p, and text between blocks, is a paragraph; in aside a callout, in blockquote a
//     quotation; pre is code;
//   - ul, ol, li, dl, dt, dd, table, tr, th, td with colspan and rowspan are what they
//     are in HTML;
//   - a that links to another document and has no text of its own is called by that
//     document's title;
//   - everything else that has text is looked through, and what is no text is passed
//     over: head, script, style, template, images, forms, and the navigation around a
//     page.
func page(b *builder, root *html.Node) {
	if e := tree.Find(root, atom.Html); e != nil {
		b.setLanguage(tree.Attr(e, "lang"))
	}
	if head := tree.Find(root, atom.Head); head != nil {
		if title := tree.Find(head, atom.Title); title != nil {
			b.pageTitle = clean(tree.Words(title))
		}
	}
	w := walker{b: b, kind: knowledge.Paragraph}
	w.blocks(mainPart(root))
}

// mainPart is what a page is about: its one main or article element, or all of it.
func mainPart(root *html.Node) *html.Node {
	for _, a := range []atom.Atom{atom.Main, atom.Article} {
		var found []*html.Node
		for d := range root.Descendants() {
			if d.DataAtom == a {
				found = append(found, d)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	if body := tree.Find(root, atom.Body); body != nil {
		return body
	}
	return root
}

// walker goes through a page.
type walker struct {
	b     *builder
	kind  knowledge.Kind // of paragraphs here
	level int            // in how many lists it is
}

// blocks adds the children of a node: what is inline, up to the next block, is a
// paragraph.
func (w walker) blocks(parent *html.Node) {
	var run []*html.Node
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case isSkipped(n):
		case isBlock(n):
			w.text(inline(run...))
			run = nil
			w.block(n)
		default:
			run = append(run, n)
		}
	}
	w.text(inline(run...))
}

func (w walker) block(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.b.heading(int(n.Data[1]-'0'), inline(n), tree.Attr(n, "id"))
	case atom.P:
		w.paragraph(n)
	case atom.Ul, atom.Ol, atom.Menu:
		w.list(n)
	case atom.Dl:
		w.definitions(n)
	case atom.Table:
		w.table(n)
	case atom.Pre:
		w.b.code(w.level, tree.Words(n))
	case atom.Blockquote:
		w.within(knowledge.Quote).blocks(n)
	case atom.Aside:
		w.within(knowledge.Callout).blocks(n)
	case atom.Details:
		w.details(n)
	default:
		w.blocks(n)
	}
}

func (w walker) within(k knowledge.Kind) walker {
	w.kind = k
	return w
}

// text adds a paragraph of the kind that stands here.
func (w walker) text(text string) { w.b.add(w.kind, w.level, text) }

// paragraph takes a line that is bold as a whole for a heading, as people write
// who do not use #; a bold sentence is none.
func (w walker) paragraph(n *html.Node) {
	if slices.ContainsFunc(slices.Collect(n.ChildNodes()), isBlock) {
		w.blocks(n)
		return
	}
	line := inline(n)
	if w.level == 0 && w.kind == knowledge.Paragraph && isBold(n) && nextElement(n) != nil && !strings.HasSuffix(line, ".") {
		w.b.heading(boldHeading, line, "")
		return
	}
	w.text(line)
}

// boldHeading is one below the deepest heading of a page.
const boldHeading = 7

// isBold reports whether nothing but one bold text stands in n.
func isBold(n *html.Node) bool {
	var only *html.Node
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			continue
		}
		if only != nil || c.DataAtom != atom.Strong && c.DataAtom != atom.B {
			return false
		}
		only = c
	}
	return only != nil
}

func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
	}
	return n
}

// details adds a section for what can be unfolded, named by its summary; what
// follows goes on with the section around.
func (w walker) details(n *html.Node) {
	defer w.b.fold()()
	if s := tree.Find(n, atom.Summary); s != nil {
		w.b.heading(1, inline(s), tree.Attr(n, "id"))
		s.Parent.RemoveChild(s)
	}
	w.blocks(n)
}
