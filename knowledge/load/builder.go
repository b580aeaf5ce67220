package load

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// builder assembles a document from what a format's parser finds, in reading
// order, and keeps the rules that hold for every format.
type builder struct {
	doc       knowledge.Document
	pageTitle string        // what the page calls itself, for a document that says nothing better
	open      []openHeading // outermost first
	folded    int           // how many of them are outside of what is folded away
	outside   bool          // what follows stands outside of the last section, which was folded away
	group     int           // of the open list or table
	groups    int           // how many there were
	count     int           // of the passages so far

	columns []string // of the open table
	refused string   // what is wrong with the document as a whole, "" for nothing
}

// openHeading is a heading whose section is not over.
type openHeading struct {
	level  int
	text   string
	anchor string
}

func newBuilder(id string) *builder {
	return &builder{doc: knowledge.Document{ID: id, Sections: []knowledge.Section{{}}}}
}

// refuse gives a document up; what says why, and what to do.
func (b *builder) refuse(what string) {
	if b.refused == "" {
		b.refused = what
	}
}

// heading opens a section inside the nearest heading of a lower level.
func (b *builder) heading(level int, text, anchor string) {
	text = clean(text)
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
	b.open = append(b.open[:n:n], openHeading{level, text, anchor})
	b.section()
}

// section adds a section for what stands under the open headings.
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

// fold begins a part whose sections stand inside the current one, whatever the
// levels of its headings; the function it returns ends the part, and what follows
// goes on with the section around.
func (b *builder) fold() (unfold func()) {
	folded, outside := b.folded, len(b.open)
	b.folded = outside
	return func() {
		b.outside = b.outside || len(b.open) > outside
		b.folded, b.open = folded, b.open[:outside]
	}
}

// openGroup begins a list at that level of lists; the function it returns ends it.
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

// newGroup begins a list or table; the items and rows that follow belong to it.
func (b *builder) newGroup() {
	b.groups++
	b.group = b.groups
}

func (b *builder) paragraph(text string) { b.add(knowledge.Paragraph, 0, text) }
func (b *builder) item(text string)      { b.add(knowledge.Item, 1, text) }
func (b *builder) step(text string)      { b.add(knowledge.Step, 1, text) }

// add adds a text at that level of lists, parted where it is too long.
func (b *builder) add(kind knowledge.Kind, level int, text string) {
	text = clean(text)
	if text == "" || isNoise(text) {
		return
	}
	for _, part := range splitLong(text) {
		b.passage(knowledge.Passage{Kind: kind, Level: level, Label: labelOf(part), Text: part})
	}
}

// definition adds what is said of a term of a definition list.
func (b *builder) definition(level int, term, text string) {
	if term = clean(term); term == "" {
		b.add(knowledge.Item, level, text)
		return
	}
	b.passage(knowledge.Passage{Kind: knowledge.Definition, Level: level, Label: term, Text: term + ": " + clean(text)})
}

// code adds a block of code.
func (b *builder) code(level int, text string) {
	b.passage(knowledge.Passage{Kind: knowledge.Code, Level: level, Text: strings.Trim(text, "\n")})
}

// pathMark stands between the headings of a section's name.
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

// finish drops contents lists, numbers the passages and settles the title.
func (b *builder) finish() knowledge.Document {
	headings := map[string]bool{}
	for _, s := range b.doc.Sections {
		headings[fold(s.Heading())] = true
	}
	n := 0
	for i := range b.doc.Sections {
		s := &b.doc.Sections[i]
		kept := s.Passages[:0]
		for _, p := range s.Passages {
			if headings[fold(p.Text)] {
				continue // a contents list repeats the headings; it answers nothing
			}
			n++
			p.ID = fmt.Sprintf("%s#%d", b.doc.ID, n)
			kept = append(kept, p)
		}
		s.Passages = kept
	}
	if first := b.doc.Sections[0]; len(first.Path) == 0 && len(first.Passages) == 0 {
		b.doc.Sections = b.doc.Sections[1:]
	}
	if b.doc.Title == "" && len(b.doc.Sections) > 0 {
		b.doc.Title = b.doc.Sections[0].Heading()
	}
	if b.doc.Title == "" {
		b.doc.Title = titleFromName(b.doc.ID)
	}
	return b.doc
}

// clean makes one line of text: white space folded, control characters gone.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, isInvisible(r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isInvisible tells soft hyphens, zero-width and direction marks, which only
// hide, part or reorder text; the joiners U+200C and U+200D stay, since scripts
// and emoji need them.
func isInvisible(r rune) bool {
	return strings.ContainsRune("\u00ad\u200b\u200e\u200f\u2060\ufeff", r) ||
		(r >= '\u202a' && r <= '\u202e') || (r >= '\u2066' && r <= '\u2069')
}

// fold is clean text for comparing: lower case, letters and digits only.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// setLanguage takes a language tag such as "en-GB" for the document's language.
func (b *builder) setLanguage(tag string) {}
