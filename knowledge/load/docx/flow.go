package docx

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// flow puts blocks, one after the other, into an element: the body, a cell, a text
// box or a note.
type flow struct {
	d     *document
	into  *html.Node
	lists lists
}

// block adds a paragraph or a table, or those wrapped in an element.
func (f *flow) block(e *element) {
	switch e.name {
	case "w:p":
		f.paragraph(e)
	case "w:tbl":
		f.table(e)
	case "mc:AlternateContent":
		f.block(chosen(e))
	case "w:sdt":
		if !isContents(e) {
			f.blocks(e)
		}
	case "w:del", "w:moveFrom", "w:sdtPr", "w:sectPr":
	default:
		f.blocks(e)
	}
}

func (f *flow) blocks(e *element) {
	for _, in := range e.inside {
		f.block(in)
	}
}

// isContents reports whether a content control is the table of contents that Word
// makes.
func isContents(sdt *element) bool {
	return sdt.find("w:sdtPr", "w:docPartObj", "w:docPartGallery").get("val") == "Table of Contents"
}

// paragraph adds a paragraph as its style says, and after it the notes and text boxes that it
// refers to.
func (f *flow) paragraph(p *element) {
	props := p.find("w:pPr")
	st := f.d.styles.of(props.find("w:pStyle").get("val")).with(props)
	if st.role == contents {
		return
	}
	l := &line{d: f.d, into: tree.New(atom.P), bold: st.bold == "on"}
	l.inline(p)
	if !isEmpty(l.into) {
		f.place(st, l.into)
	}
	f.follow(l.after)
}

// place puts the text of a paragraph, a <p>, in its place.
func (f *flow) place(st style, p *html.Node) {
	if st.role == title || st.role == heading {
		f.lists.end()
		f.heading(st, p)
		return
	}
	at := f.lists.at(f.into, f.d.lists, st)
	switch st.role {
	case code:
		join(at, atom.Pre, tree.Text(codeText(p)))
	case quote:
		join(at, atom.Blockquote, p)
	case term:
		join(at, atom.Dl, rename(p, atom.Dt))
	case definition:
		f.definition(at, p)
	default:
		at.AppendChild(p)
	}
}

// heading makes a heading of the text of p. Under a title all headings are one level deeper.
func (f *flow) heading(st style, p *html.Node) {
	if !f.d.headed {
		f.d.headed, f.d.titled = true, st.role == title
	}
	level := 1
	if st.role == heading {
		level = st.level
		if f.d.titled {
			level++
		}
	}
	f.into.AppendChild(tree.New(headings[min(level, len(headings))-1], unwrapped(p)...)) // bold in a heading says nothing
}

var headings = [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// definition adds to the <dd> of the last term.
func (f *flow) definition(at, p *html.Node) {
	dl := at.LastChild
	if !is(dl, atom.Dl) {
		at.AppendChild(p)
		return
	}
	if is(dl.LastChild, atom.Dt) {
		dl.AppendChild(tree.New(atom.Dd))
	}
	dl.LastChild.AppendChild(p)
}

// follow adds notes, each where it is first referred to, and adds text boxes as asides.
func (f *flow) follow(after []after) {
	at := f.lists.item(f.into)
	for _, a := range after {
		if a.note != "" {
			note := f.d.notes[a.note]
			delete(f.d.notes, a.note)
			f.fill(at, note)
			continue
		}
		aside := tree.New(atom.Aside)
		if f.fill(aside, a.box); aside.FirstChild != nil {
			at.AppendChild(aside)
		}
	}
}

// fill puts the blocks of an element, which may be nil, into a node as a flow of their own.
func (f *flow) fill(into *html.Node, from *element) {
	if from != nil {
		inner := &flow{d: f.d, into: into}
		inner.blocks(from)
	}
}

// join adds a node to the last element of at if that has the given name, so that lines of code and
// paragraphs of a quotation stay together; otherwise it adds it to a new element.
func join(at *html.Node, name atom.Atom, n *html.Node) {
	last := at.LastChild
	if !is(last, name) {
		last = tree.New(name)
		at.AppendChild(last)
	} else if name == atom.Pre {
		last.AppendChild(tree.Text("\n"))
	}
	last.AppendChild(n)
}

// codeText is the text of p with its line breaks.
func codeText(p *html.Node) string {
	var b strings.Builder
	for d := range p.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// unwrapped takes the content of n out of it, and out of its <strong> elements.
func unwrapped(n *html.Node) []*html.Node {
	var all []*html.Node
	for n.FirstChild != nil {
		c := n.FirstChild
		n.RemoveChild(c)
		if is(c, atom.Strong) {
			all = append(all, unwrapped(c)...)
		} else {
			all = append(all, c)
		}
	}
	return all
}

func rename(n *html.Node, name atom.Atom) *html.Node {
	n.DataAtom, n.Data = name, name.String()
	return n
}
