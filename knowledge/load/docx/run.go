package docx

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"careeradvisor/knowledge/load/tree"
)

// line puts what is in a paragraph into an element, in reading order.
type line struct {
	d     *document
	into  *html.Node
	bold  bool    // by the paragraph's style
	codes int     // fields whose instruction, not yet their result, is read
	after []after // in reading order
}

// after is something that a paragraph refers to and that therefore follows it: a note, by its name
// in the document, or a text box.
type after struct {
	note string
	box  *element
}

// inline reads what is in e. It looks inside unknown elements, since whatever they wrap, such as a
// tracked insertion, is text of the document.
func (l *line) inline(e *element) {
	for _, in := range e.inside {
		switch in.name {
		case "w:r":
			l.run(in)
		case "w:hyperlink":
			l.link(in)
		case "m:t":
			l.text(in.text, false)
		case "mc:AlternateContent":
			l.inline(chosen(in))
		case "w:sdt":
			if in.find("w:sdtPr", "w:showingPlcHdr") == nil { // "Click here to enter text."
				l.inline(in)
			}
		case "w:pPr", "w:sdtPr", "w:del", "w:moveFrom":
		default:
			l.inline(in)
		}
	}
}

// chosen is the content of the first of several alternatives, which say the same thing to newer and
// older programs.
func chosen(e *element) *element {
	if len(e.inside) == 0 {
		return &element{}
	}
	return e.inside[0]
}

// link makes an <a> of a hyperlink to a place on the web or a bookmark in the document.
func (l *line) link(e *element) {
	to := l.d.rel.byID[e.get("id")]
	if anchor := e.get("anchor"); anchor != "" {
		to += "#" + anchor
	}
	if to == "" {
		l.inline(e)
		return
	}
	outer := l.into
	l.into = tree.Set(tree.New(atom.A), "href", to)
	outer.AppendChild(l.into)
	l.inline(e)
	l.into = outer
}

func (l *line) run(r *element) {
	props := r.find("w:rPr")
	if hidden := props.find("w:vanish"); hidden.on() || props.find("w:webHidden").on() {
		return
	}
	bold := l.bold
	if by := l.d.styles.of(props.find("w:rStyle").get("val")).bold; by != "" && props.find("w:rStyle") != nil {
		bold = by == "on"
	}
	if b := props.find("w:b"); b != nil {
		bold = b.on()
	}
	into := l.into
	switch props.find("w:vertAlign").get("val") {
	case "superscript":
		l.into = tree.New(atom.Sup)
	case "subscript":
		l.into = tree.New(atom.Sub)
	}
	for _, e := range r.inside {
		l.piece(e, bold)
	}
	if l.into != into && l.into.FirstChild != nil {
		into.AppendChild(l.into)
	}
	l.into = into
}

// piece is one thing in a run.
func (l *line) piece(e *element, bold bool) {
	switch e.name {
	case "w:t":
		if l.codes == 0 {
			l.text(e.text, bold)
		}
	case "w:tab", "w:ptab":
		l.text("\t", bold)
	case "w:noBreakHyphen":
		l.text("\u2011", bold)
	case "w:sym":
		l.text(symbol(e.get("char")), bold)
	case "w:br", "w:cr":
		l.into.AppendChild(tree.New(atom.Br))
	case "w:fldChar":
		switch e.get("fldCharType") {
		case "begin":
			l.codes++
		case "separate":
			l.codes = max(0, l.codes-1)
		case "end":
			// A field without a result ends where its instruction does. A field with a result has
			// left its instruction already.
			l.codes = 0
		}
	case "w:footnoteReference", "w:endnoteReference":
		l.after = append(l.after, after{note: e.name + e.get("id")})
	case "w:ruby":
		if base := e.find("w:rubyBase"); base != nil {
			l.inline(base)
		}
	case "mc:AlternateContent", "w:drawing", "w:pict", "w:object":
		l.boxes(e)
	}
}

// boxes finds the text boxes of a drawing.
func (l *line) boxes(e *element) {
	switch e.name {
	case "w:txbxContent":
		l.after = append(l.after, after{box: e})
		return
	case "mc:AlternateContent":
		e = chosen(e)
	}
	for _, in := range e.inside {
		l.boxes(in)
	}
}

// text adds text; bold text joins bold text before it.
func (l *line) text(s string, bold bool) {
	if s == "" {
		return
	}
	if !bold {
		l.into.AppendChild(tree.Text(s))
		return
	}
	last := l.into.LastChild
	if !is(last, atom.Strong) {
		last = tree.New(atom.Strong)
		l.into.AppendChild(last)
	}
	last.AppendChild(tree.Text(s))
}

// symbol is the character that a code stands for; "" if only its font knows.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil || unicode.Is(unicode.Co, rune(n)) || !unicode.IsPrint(rune(n)) {
		return ""
	}
	return string(rune(n))
}

func is(n *html.Node, name atom.Atom) bool { return n != nil && n.DataAtom == name }

// isEmpty reports whether an element shows nothing.
func isEmpty(n *html.Node) bool { return strings.TrimSpace(tree.Words(n)) == "" }
