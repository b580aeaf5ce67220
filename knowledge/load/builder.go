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
	doc    knowledge.Document
	levels []int // of the open headings, outermost first; as long as the last section's Path
	group  int   // of the open list or table
	groups int   // how many there were
	count  int   // of the passages so far

	columns []string // of the open table
	refused string   // what is wrong with the document as a whole, "" for nothing
}

func newBuilder(id string) *builder {
	return &builder{doc: knowledge.Document{ID: id, Sections: []knowledge.Section{{}}}}
}

// refuse gives a document up; what says why, and how to mend it.
func (b *builder) refuse(what string) {
	if b.refused == "" {
		b.refused = what
	}
}

// heading opens a section inside the nearest heading of a lower level.
func (b *builder) heading(level int, text string) {
	text = clean(text)
	if text == "" {
		return
	}
	last := b.doc.Sections[len(b.doc.Sections)-1].Path
	n := len(b.levels)
	for n > 0 && b.levels[n-1] >= level {
		n--
	}
	if utf8.RuneCountInString(text) > longestHeading || len(strings.Join(last[:n], pathMark))+len(pathMark)+len(text) > longestPath {
		b.paragraph(text)
		return
	}
	if len(b.doc.Sections) > MaxPassages {
		b.refuse(tooMany)
		return
	}
	b.levels = append(b.levels[:n], level)
	path := append(append([]string(nil), last[:n]...), text)
	b.doc.Sections = append(b.doc.Sections, knowledge.Section{Path: path})
}

// newGroup begins a list or table; the items and rows that follow belong to it.
func (b *builder) newGroup() {
	b.groups++
	b.group = b.groups
}

func (b *builder) paragraph(text string) { b.add(knowledge.Paragraph, 0, text) }
func (b *builder) item(text string)      { b.add(knowledge.Item, b.group, text) }
func (b *builder) step(text string)      { b.add(knowledge.Step, b.group, text) }

func (b *builder) add(kind knowledge.Kind, group int, text string) {
	text = clean(text)
	if text == "" || isNoise(text) {
		return
	}
	for _, part := range splitLong(text) {
		b.passage(knowledge.Passage{Kind: kind, Group: group, Label: labelOf(part), Text: part})
	}
}

// pathMark stands between the headings of a section's name.
const pathMark = " > "

var tooMany = fmt.Sprintf("holds more than %d sections or passages: split it", MaxPassages)

func (b *builder) passage(p knowledge.Passage) {
	if b.count++; b.count > MaxPassages {
		b.refuse(tooMany)
		return
	}
	s := &b.doc.Sections[len(b.doc.Sections)-1]
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
