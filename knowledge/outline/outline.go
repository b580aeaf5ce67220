package outline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Outline is the outline of a set of documents.
type Outline struct {
	Documents []*knowledge.Document
	Sections  []*Section // of all documents, in reading order: outer before inner
	documents map[string][]*Section
	places    map[string]*Place
}

// Place is a passage and where it is in its document.
type Place struct {
	*knowledge.Passage
	Section   *Section
	Index     int                 // its place in the section's Passages
	Item      *Item               // the innermost list item that the passage is, or is inside; nil outside lists
	Sheet     *Sheet              // the table that it is a row of; nil for none
	Row       int                 // its index in Sheet.Rows
	Announces *List               // the list directly after it, nil for none
	Presents  *Sheet              // the table directly after it, if it ends with a colon
	Shows     []knowledge.Passage // the addresses or code directly after it, if it ends with a colon; nil for code too long to quote
	Hidden    bool                // it is code that is not quoted by itself: the line before it shows it, or it is too long, and a part would mislead
}

// quotedCode is the longest code that is quoted, in characters.
const quotedCode = 420

// New returns the outline of documents.
func New(docs []knowledge.Document) *Outline {
	o := &Outline{documents: map[string][]*Section{}, places: map[string]*Place{}}
	for i := range docs {
		sections := tree(&docs[i])
		for _, s := range sections {
			for n := range s.Passages {
				o.places[s.Passages[n].ID] = &Place{Passage: &s.Passages[n], Section: s, Index: n}
			}
			s.Blocks = blocks(nil, s.Passages)
			o.note(s.Blocks)
			o.noteShown(s.Passages)
		}
		o.Documents = append(o.Documents, &docs[i])
		o.Sections = append(o.Sections, sections...)
		o.documents[docs[i].ID] = sections
	}
	return o
}

// Only returns the outline of those documents that keep allows; o itself if it allows all.
func (o *Outline) Only(keep func(*knowledge.Document) bool) *Outline {
	if !slices.ContainsFunc(o.Documents, func(d *knowledge.Document) bool { return !keep(d) }) {
		return o
	}
	some := &Outline{documents: map[string][]*Section{}, places: o.places}
	for _, d := range o.Documents {
		if keep(d) {
			some.Documents = append(some.Documents, d)
			some.Sections = append(some.Sections, o.documents[d.ID]...)
			some.documents[d.ID] = o.documents[d.ID]
		}
	}
	return some
}

// SectionsOf returns the sections of the document with an ID; nil if there is none.
func (o *Outline) SectionsOf(id string) []*Section { return o.documents[id] }

// Find returns the place of the passage with an ID; ok is false if no document has it.
func (o *Outline) Find(id string) (p *Place, ok bool) {
	if p, ok = o.places[id]; ok {
		_, ok = o.documents[p.Section.Doc.ID]
	}
	return p, ok
}

// note records the places of the passages in blocks.
func (o *Outline) note(bs []Block) {
	for _, b := range bs {
		switch {
		case b.Passage != nil:
			o.places[b.Passage.ID].Item = b.item
		case b.Sheet != nil:
			for i, row := range b.Sheet.Rows {
				at := o.places[row.ID]
				at.Item, at.Sheet, at.Row = b.item, b.Sheet, i
			}
			if a := b.Sheet.announced; a != nil {
				o.places[a.ID].Presents = b.Sheet
			}
		case b.List != nil:
			if a := b.List.Announced; a != nil {
				o.places[a.ID].Announces = b.List
			}
			for _, it := range b.List.Items {
				o.places[it.Passage.ID].Item = it
				o.note(it.Inside)
			}
		}
	}
}

// IndexIn is the passage's place in a section's Passages; for one of another section, it is after all of them.
func (p *Place) IndexIn(s *Section) int {
	if p.Section != s {
		return len(s.Passages)
	}
	return p.Index
}

// noteShown records which passages of a section show addresses or code. All that follows is shown, or nothing.
func (o *Outline) noteShown(ps []knowledge.Passage) {
	for from, to := 0, 0; from < len(ps); from = to + 1 {
		length := 0
		for to = from; to < len(ps) && (ps[to].Kind == knowledge.Code || ps[to].Kind == knowledge.Paragraph && ps[to].Link); to++ {
			length += utf8.RuneCountInString(ps[to].Text)
		}
		isIntroduced := 0 < from && from < to && strings.HasSuffix(ps[from-1].Text, ":")
		if isIntroduced && length <= quotedCode {
			o.places[ps[from-1].ID].Shows = ps[from:to]
		}
		for _, p := range ps[from:to] {
			o.places[p.ID].Hidden = isIntroduced || length > quotedCode
		}
	}
}

// Read is the passage as an encoder reads it: below its heading.
func (p *Place) Read() string {
	return strings.TrimPrefix(p.Section.Heading()+"\n"+p.Labelled(), "\n")
}

// ShownBy returns what the passage's words show, or some of them: nothing if they do not end with its colon.
func (p *Place) ShownBy(words string) []knowledge.Passage {
	if !strings.HasSuffix(words, ":") {
		return nil
	}
	return p.Shows
}

// IsLabelOfCode reports whether all that the passage says is what the code after it does ("Push:"), which is too long to
// quote.
func (p *Place) IsLabelOfCode() bool {
	all, next := p.Section.Passages, p.Index+1
	return p.Shows == nil && next < len(all) && all[next].Kind == knowledge.Code && strings.HasSuffix(p.Text, ":") && len(text.Sentences(p.Text)) == 1
}

// Citation cites the section that the passage is in.
func (p *Place) Citation() knowledge.Citation {
	d := p.Section.Doc
	return knowledge.Citation{Doc: d.ID, Section: p.Section.Name(), Title: d.Title, Source: d.Source, URL: p.Section.URL(), Date: d.Date, Passage: p.ID, Channels: strings.Join(d.Channels, " ")}
}
