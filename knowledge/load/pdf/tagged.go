package pdf

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// tagged makes elements from tags.
type tagged struct{ t *typesetting }

// headings are the levels of the kinds of heading. A kind without a number nests; a title is above all others.
var headings = map[string]atom.Atom{
	"Title": atom.H1, "H": atom.H2,
	"H1": atom.H1, "H2": atom.H2, "H3": atom.H3, "H4": atom.H4, "H5": atom.H5, "H6": atom.H6,
}

// inlineKinds are the kinds that stand within a line.
var inlineKinds = map[string]bool{
	"": true, "Span": true, "Quote": true, "Strong": true, "Em": true, "Sub": true, "Link": true, "Reference": true,
	"BibEntry": true, "Code": true, "Annot": true, "Ruby": true, "RB": true, "Warichu": true, "WT": true, "WP": true, "Formula": true, "Lbl": true,
}

// isInline reports whether an element is inline: by its kind, or because it has no meaning and only
// inline content.
func isInline(t *tag) bool {
	if !inlineKinds[t.kind] && t.kind != "NonStruct" && t.kind != "Private" {
		return false
	}
	for _, in := range t.inside {
		if !isInline(in) {
			return false
		}
	}
	return true
}

// piecesOf are the pieces in an element, in reading order.
func piecesOf(tags ...*tag) []piece {
	var all []piece
	for _, t := range tags {
		all = append(all, t.pieces...)
		all = append(all, piecesOf(t.inside...)...)
	}
	return all
}

// blocks adds elements: inline content, up to the next block, is a paragraph.
func (b *tagged) blocks(into *html.Node, tags []*tag) {
	var run []piece
	flush := func() {
		b.paragraph(into, run)
		run = nil
	}
	for _, t := range tags {
		pieces := piecesOf(t)
		switch {
		case len(run) == 0 && isCode(t) && severalLines(pieces):
			into.AppendChild(tree.New(atom.Pre, tree.Text(b.t.lines(pieces))))
		case !isInline(t):
			flush()
			b.block(into, t)
		case len(pieces) > 0:
			// Anything that is set apart for no stated reason begins on a line of its own.
			if len(run) > 0 && t.kind == "NonStruct" && !sameLine(run[len(run)-1], pieces[0]) {
				flush()
			}
			run = append(run, pieces...)
		}
	}
	flush()
}

// isCode reports whether an element is nothing but code.
func isCode(t *tag) bool {
	return t.kind == "Code" || t.kind == "NonStruct" && len(t.inside) == 1 && isCode(t.inside[0])
}

func severalLines(pieces []piece) bool {
	return len(pieces) > 0 && !sameLine(pieces[0], pieces[len(pieces)-1])
}

func (b *tagged) paragraph(into *html.Node, pieces []piece) {
	if len(pieces) > 0 {
		into.AppendChild(tree.New(atom.P, b.t.inline(pieces)...))
	}
}

func (b *tagged) block(into *html.Node, t *tag) {
	if h, ok := headings[t.kind]; ok {
		into.AppendChild(tree.New(h, tree.Text(b.t.join(piecesOf(t)))))
		return
	}
	switch t.kind {
	case "L":
		b.list(into, t)
	case "Table":
		b.table(into, t)
	case "BlockQuote":
		b.inside(into, atom.Blockquote, t)
	case "Aside":
		b.inside(into, atom.Aside, t)
	case "Caption":
		b.paragraph(into, piecesOf(t))
	case "Artifact", "TOC", "Index":
	case "Figure": // its own text is that of a drawing
		for _, in := range t.inside {
			if !isInline(in) {
				b.block(into, in)
			}
		}
	default:
		b.blocks(into, t.inside)
	}
}

// inside adds an element with the content of another, unless that is empty.
func (b *tagged) inside(into *html.Node, name atom.Atom, t *tag) {
	n := tree.New(name)
	if b.blocks(n, t.inside); n.FirstChild != nil {
		into.AppendChild(n)
	}
}

var numberLabel = regexp.MustCompile(`^\(?(\d+|[a-zA-Z]|[ivxIVX]+)[.)]`)

// list adds a list; it is numbered if the label of its first item is a number.
func (b *tagged) list(into *html.Node, t *tag) {
	var list *html.Node
	for _, in := range t.inside {
		if in.kind != "LI" && list == nil || in.kind == "Caption" {
			if in.kind == "L" || in.kind == "Caption" {
				b.block(into, in)
				continue
			}
		}
		label, rest := labelOf(in)
		if list == nil {
			list = tree.New(atom.Ul)
			if m := numberLabel.FindStringSubmatch(strings.TrimSpace(b.t.join(label))); m != nil {
				list = tree.New(atom.Ol)
				if n, err := strconv.Atoi(m[1]); err == nil && n != 1 {
					tree.Set(list, "start", m[1])
				}
			}
			into.AppendChild(list)
		}
		if in.kind == "L" {
			b.list(list, in)
			continue
		}
		li := tree.New(atom.Li)
		b.blocks(li, rest)
		list.AppendChild(li)
	}
}

// labelOf splits an item into its label and its content.
func labelOf(li *tag) (label []piece, rest []*tag) {
	for i, in := range li.inside {
		if in.kind == "Lbl" {
			rest = append(rest, li.inside[:i]...)
			return piecesOf(in), append(rest, li.inside[i+1:]...)
		}
	}
	return nil, li.inside
}

func (b *tagged) table(into *html.Node, t *tag) {
	table := tree.New(atom.Table)
	b.rows(table, t, atom.Tbody)
	if table.FirstChild != nil {
		into.AppendChild(table)
	}
}

// rows adds the rows in an element to a part of the table.
func (b *tagged) rows(table *html.Node, t *tag, part atom.Atom) {
	for _, in := range t.inside {
		switch in.kind {
		case "TR":
			b.row(table, in, part)
		case "THead":
			b.rows(table, in, atom.Thead)
		case "Caption":
			table.AppendChild(tree.New(atom.Caption, tree.Text(b.t.join(piecesOf(in)))))
		default:
			b.rows(table, in, part)
		}
	}
}

func (b *tagged) row(table *html.Node, t *tag, part atom.Atom) {
	tr := tree.New(atom.Tr)
	at := 0
	for _, c := range t.inside {
		for ; at < min(c.at, maxSpan); at++ { // a cell without text has no tag here
			tr.AppendChild(tree.New(atom.Td))
		}
		if at = c.at + 1; c.kind == "TH" || c.kind == "TD" {
			tr.AppendChild(b.cell(c))
		}
	}
	for ; at < min(t.places, maxSpan); at++ {
		tr.AppendChild(tree.New(atom.Td))
	}
	last := table.LastChild
	if last == nil || last.DataAtom != part {
		last = tree.New(part)
		table.AppendChild(last)
	}
	last.AppendChild(tr)
}

func (b *tagged) cell(c *tag) *html.Node {
	cell := tree.New(map[bool]atom.Atom{true: atom.Th, false: atom.Td}[c.kind == "TH"])
	if c.across > 1 {
		tree.Set(cell, "colspan", strconv.Itoa(c.across))
	}
	if c.down > 1 {
		tree.Set(cell, "rowspan", strconv.Itoa(c.down))
	}
	b.blocks(cell, c.inside)
	return cell
}
