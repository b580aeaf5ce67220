package answer

import (
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
)

// corpus leads from a passage, which a search has found, to its place in its document.
type corpus struct {
	outline *outline.Outline
	docs    map[string]*knowledge.Document
	at      map[string]place
	hidden  map[string]bool // IDs of documents that may not be quoted
	meant   bool            // some document is meant for certain channels
	english bool            // some document is in English
	foreign map[string]bool // languages of the others
}

// place says where a passage is in its document, by indexes.
type place struct{ section, passage int }

func newCorpus(docs []knowledge.Document) *corpus {
	c := &corpus{outline: outline.New(docs), docs: map[string]*knowledge.Document{}, at: map[string]place{}, foreign: map[string]bool{}}
	for i := range docs {
		d := &docs[i]
		c.docs[d.ID] = d
		c.meant = c.meant || len(d.Channels) > 0
		if d.Language == "" {
			c.english = true
		} else {
			c.foreign[d.Language] = true
		}
		for s := range d.Sections {
			for p := range d.Sections[s].Passages {
				c.at[d.Sections[s].Passages[p].ID] = place{s, p}
			}
		}
	}
	return c
}

// find is a passage with its place.
func (c *corpus) find(id string) (*passage, bool) {
	in, ok := c.outline.Find(id)
	if !ok || c.hidden[in.Section.Doc.ID] {
		return nil, false
	}
	at := c.at[id]
	doc := in.Section.Doc
	return &passage{Passage: &doc.Sections[at.section].Passages[at.passage], in: in, at: at}, true
}

// passage is a passage with its place.
type passage struct {
	*knowledge.Passage
	in outline.Place
	at place
}

// about is whom a passage is about; empty for nobody.
func (p *passage) about(x *roles.Index) []roles.Subject {
	return x.Passage(p.Doc, p.at.section, p.at.passage)
}

// heading is the innermost heading over a passage.
func (p *passage) heading() string { return p.in.Section.Heading() }

// read is a passage as it is read with the question: below its heading.
func (p *passage) read() string {
	if h := p.heading(); h != "" {
		return h + "\n" + p.Text
	}
	return p.Text
}

// cite is the citation of a passage's section.
func (p *passage) cite() knowledge.Citation {
	s := p.in.Section
	return knowledge.Citation{Doc: s.Doc.ID, Section: s.Name(), Title: s.Doc.Title, Source: s.Doc.Source, URL: s.URL(), Date: s.Doc.Date, Passage: p.ID, Channels: strings.Join(s.Doc.Channels, " ")}
}
