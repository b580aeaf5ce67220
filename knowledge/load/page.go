package load

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// page adds to the document what a page shows, in reading order. Whatever a format writes into its
// tree is read by these rules:
//
//   - html lang, head title: the document's, if it has none yet;
//   - h1 to h6 open sections, with aria-level for another level, and their id is the
//     section's anchor; so does the summary of details, for what is in them; so
//     does a line that is bold as a whole;
//   - p, and text between blocks, is a paragraph; in blockquote a quotation; in aside,
//     or what has the class admonition, a callout, whose title has the class
//     admonition-title; pre is code;
//   - ul, ol, li, dl, dt, dd are lists; table, caption, thead, tr, th and td with
//     colspan and rowspan are tables;
//   - a that leads to another document and has no text of its own is called by that
//     document's title;
//   - everything else that has text is looked through, and what is not text is passed
//     over: head, script, style, template, images, forms, and the navigation around a
//     page.
func page(b *builder, root *html.Node) {
	if e := tree.Find(root, atom.Html); e != nil {
		b.setLanguage(tree.Attr(e, "lang"))
	}
	if head := tree.Find(root, atom.Head); head != nil {
		if title := tree.Find(head, atom.Title); title != nil {
			b.pageTitle = clean.Line(tree.Words(title))
		}
	}
	from := mainPart(root)
	w := walker{b: b, blocky: blocksInside(from), headings: headingsIn(from), kind: knowledge.Paragraph}
	w.blocks(from)
}

// walker goes through a page.
type walker struct {
	b        *builder
	blocky   map[*html.Node]bool // elements that are blocks or contain one
	headings map[string]bool     // of the page, folded
	kind     knowledge.Kind      // of the paragraphs here
	level    int                 // how many lists they are in
	title    *string             // of the callout that they are in, until one gets it as its label
}

// blocks adds the children of a node: inline content, up to the next block, is a paragraph.
func (w walker) blocks(parent *html.Node) { w.blocksFrom(parent.FirstChild) }

func (w walker) blocksFrom(n *html.Node) {
	var run []*html.Node
	for ; n != nil; n = n.NextSibling {
		switch {
		case isSkipped(n):
		case w.blocky[n], isBreak(n) && isBreak(nextShown(n)):
			w.text(w.inline(run...))
			run = nil
			w.block(n)
		default:
			run = append(run, n)
		}
	}
	w.text(w.inline(run...))
}

func (w walker) block(n *html.Node) {
	switch {
	case tree.IsHeading(n):
		w.heading(n)
	case n.DataAtom == atom.P:
		w.paragraph(n)
	case n.DataAtom == atom.Ul, n.DataAtom == atom.Ol, n.DataAtom == atom.Menu:
		w.list(n)
	case n.DataAtom == atom.Dl:
		w.definitions(n)
	case n.DataAtom == atom.Table:
		w.table(n)
	case n.DataAtom == atom.Pre:
		w.b.code(w.level, tree.Words(n))
	case n.DataAtom == atom.Blockquote:
		w.kind, w.title = knowledge.Quote, nil
		w.blocks(n)
	case n.DataAtom == atom.Aside, hasClass(n, "admonition"):
		w.callout(n)
	case n.DataAtom == atom.Details:
		w.details(n)
	default:
		w.blocks(n)
	}
}

// text adds a paragraph of the kind that belongs here.
func (w walker) text(text string) {
	if text = clean.Line(text); text != "" && w.title != nil && *w.title != "" {
		w.b.labelled(w.kind, w.level, *w.title, text)
		*w.title = ""
		return
	}
	w.b.add(w.kind, w.level, text)
}

// heading opens a section; in a list, a quotation or a callout it is a line of text.
func (w walker) heading(n *html.Node) {
	text := w.inline(n)
	switch {
	case w.title != nil && *w.title == "":
		*w.title = text
	case w.level > 0 || w.kind != knowledge.Paragraph:
		w.text(text)
	default:
		w.b.heading(levelOf(n), text, tree.Attr(n, "id"))
	}
}

func levelOf(heading *html.Node) int {
	if n, err := strconv.Atoi(tree.Attr(heading, tree.Level)); err == nil && n > 0 {
		return n
	}
	return int(heading.Data[1] - '0')
}

// paragraph takes a line that is all bold for a heading, as people write who do not use #; a bold
// sentence is not one.
func (w walker) paragraph(n *html.Node) {
	if w.hasBlocks(n) {
		w.blocks(n)
		return
	}
	line := w.inline(n)
	if w.level == 0 && w.kind == knowledge.Paragraph && tree.IsBold(n) && nextShown(n) != nil && !strings.HasSuffix(line, ".") {
		w.b.heading(boldHeading, line, tree.Attr(n, "id"))
		return
	}
	w.blocks(n)
}

// boldHeading is one below the deepest heading of a page.
const boldHeading = 7

// hasBlocks reports whether a block is in n.
func (w walker) hasBlocks(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if w.blocky[c] {
			return true
		}
	}
	return false
}

// callout adds a part that is set apart; its title becomes the label of the first text in it.
func (w walker) callout(n *html.Node) {
	title := ""
	w.kind, w.title = knowledge.Callout, &title
	for c := range n.ChildNodes() {
		if hasClass(c, "admonition-title") {
			title = w.inline(c)
			n.RemoveChild(c)
			break
		}
	}
	w.blocks(n)
	if title != "" {
		w.b.add(knowledge.Callout, w.level, title)
	}
}

// details adds a section for text that can be unfolded, named by its summary; whatever follows
// continues the outer section.
func (w walker) details(n *html.Node) {
	summary := tree.Find(n, atom.Summary)
	if summary != nil {
		summary.Parent.RemoveChild(summary)
	}
	switch {
	case w.level > 0 || w.kind != knowledge.Paragraph || summary == nil:
		if summary != nil {
			w.text(w.inline(summary))
		}
		w.blocks(n)
	default:
		unfold := w.b.fold()
		w.b.heading(1, w.inline(summary), tree.Attr(n, "id"))
		w.blocks(n)
		unfold()
	}
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(tree.Attr(n, "class")), class)
}
