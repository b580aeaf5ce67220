package load

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
	"careeradvisor/knowledge/load/tree"
)

// builder assembles a document from what a format's parser finds, in reading
// order, and keeps the rules that hold for every format.
type builder struct {
	doc       knowledge.Document
	pageTitle string        // the title of the page, for a document that has nothing better
	top       string        // the first heading of level 1
	open      []openHeading // outermost first
	folded    int           // how many of them are outside the folded part
	outside   bool          // what follows is outside the last section, which was folded away
	group     int           // of the open list or table
	groups    int           // how many there were
	count     int           // of the passages so far

	columns []string // of the open table

	language string      // from the first that names one; "en" for English
	links    *links      // to the other documents; nil until all of them are read
	bare     []string    // targets of links that have no text of their own
	linked   []string    // the titles that such links get
	noted    *tree.Fault // what was skipped in a document that is read
	refused  string      // what is wrong with the document as a whole, "" for nothing
}

// openHeading is a heading whose section has not ended.
type openHeading struct {
	level  int
	text   string
	anchor string
}

func newBuilder(id string) *builder {
	return &builder{doc: knowledge.Document{ID: id, Sections: []knowledge.Section{{}}}}
}

// refuse gives up on a document; what says why, and what to do about it.
func (b *builder) refuse(what string) {
	if b.refused == "" {
		b.refused = what
	}
}

// heading opens a section inside the nearest heading of a lower level.
func (b *builder) heading(level int, text, anchor string) {
	text = clean.Line(text)
	if text == "" {
		return
	}
	n := len(b.open)
	for n > b.folded && b.open[n-1].level >= level {
		n--
	}
	longest := utf8.RuneCountInString(text) > longestHeading
	if longest || len(strings.Join(pathOf(b.open[:n]), pathMark))+len(pathMark)+len(text) > longestPath {
		b.add(knowledge.Paragraph, 0, text)
		return
	}
	if level == 1 && b.top == "" && b.folded == 0 {
		b.top = text
	}
	b.open = append(b.open[:n:n], openHeading{level, text, anchor})
	b.section()
}

// section adds a section for the text under the open headings.
func (b *builder) section() {
	b.outside = false
	if len(b.doc.Sections) > MaxPassages {
		b.refuse(tooMany)
		return
	}
	s := knowledge.Section{Path: pathOf(b.open)}
	if n := len(b.open); n > 0 {
		s.Anchor = b.open[n-1].anchor
	}
	b.doc.Sections = append(b.doc.Sections, s)
}

func pathOf(open []openHeading) []string {
	var path []string
	for _, h := range open {
		path = append(path, h.text)
	}
	return path
}

// fold begins a part whose sections are all inside the current one, whatever the levels of its
// headings. The function it returns ends the part; whatever follows continues the outer section.
func (b *builder) fold() (unfold func()) {
	folded, outside := b.folded, len(b.open)
	b.folded = outside
	return func() {
		b.outside = b.outside || len(b.open) > outside
		b.folded, b.open = folded, b.open[:outside]
	}
}

// openGroup begins a list at a level of nesting; the function it returns ends it.
func (b *builder) openGroup(level int) (end func()) {
	group := b.group
	if level == 0 {
		b.newGroup()
	}
	return func() {
		if level == 0 {
			b.group = 0
		} else {
			b.group = group
		}
	}
}

// newGroup begins a list or table, to which the items and rows that follow belong.
func (b *builder) newGroup() {
	b.groups++
	b.group = b.groups
}

// add adds a text at a level of nesting, split if it is too long.
func (b *builder) add(kind knowledge.Kind, level int, text string) {
	b.put(knowledge.Passage{Kind: kind, Level: level}, text)
}

// put adds a text as passages that are otherwise like p.
func (b *builder) put(p knowledge.Passage, text string) {
	text = clean.Line(text)
	if text == "" || clean.IsNoise(text) || b.repeatsHeading(text) {
		return
	}
	for _, part := range splitLong(text) {
		p.Label, p.Text = labelOf(part), part
		b.passage(p)
	}
}

// repeatsHeading reports whether a text only repeats the heading above it.
func (b *builder) repeatsHeading(text string) bool {
	n := len(b.open)
	return n > 0 && len(text) < longestPath && clean.Fold(text) == clean.Fold(b.open[n-1].text)
}

// labelled adds what is said about something, such as a term or a callout's title.
func (b *builder) labelled(kind knowledge.Kind, level int, label, text string) {
	label, text = clean.Line(label), clean.Line(text)
	switch {
	case label == "":
		b.add(kind, level, text)
		return
	case text != "" && strings.ContainsAny(label[len(label)-1:], ".:?!"):
		text = label + " " + text
	case text != "":
		text = label + ": " + text
	default:
		text = label
	}
	for i, part := range splitLong(text) {
		p := knowledge.Passage{Kind: kind, Level: level, Text: part}
		if i == 0 && strings.HasPrefix(part, label) {
			p.Label = label
		}
		b.passage(p)
	}
}

// code adds a block of code, split between lines if it is too long.
func (b *builder) code(level int, text string) {
	text = clean.Code(text)
	if strings.IndexFunc(text, clean.IsWordRune) < 0 {
		return
	}
	for _, part := range splitLines(text) {
		b.passage(knowledge.Passage{Kind: knowledge.Code, Level: level, Text: part})
	}
}

// pathMark separates the headings in a section's name.
const pathMark = " > "

var tooMany = fmt.Sprintf("holds more than %d sections or passages: split it", MaxPassages)

func (b *builder) passage(p knowledge.Passage) {
	if b.count++; b.count > MaxPassages {
		b.refuse(tooMany)
		return
	}
	if b.outside {
		b.section()
	}
	s := &b.doc.Sections[len(b.doc.Sections)-1]
	if p.Level > 0 || p.Kind == knowledge.Row {
		p.Group = b.group
	}
	p.Doc, p.Section = b.doc.ID, s.Path
	s.Passages = append(s.Passages, p)
}
