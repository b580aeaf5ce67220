package outline

import "careeradvisor/knowledge"

// Outline is the outline of a set of documents.
type Outline struct {
	Sections []*Section // of all documents, in reading order: outer before inner
	places   map[string]Place
}

// Place is where a passage is in its document.
type Place struct {
	Section   *Section
	Item      *Item  // the innermost list item that the passage is, or is inside of; nil outside lists
	Sheet     *Sheet // the table that it is a row of; nil for none
	Row       int    // its index in Sheet.Rows
	Announces Block  // the list or table that it announces; the zero Block for none
}

// New returns the outline of documents.
func New(docs []knowledge.Document) *Outline {
	o := &Outline{places: map[string]Place{}}
	for i := range docs {
		for _, s := range tree(&docs[i]) {
			s.Blocks = blocks(nil, s.Passages)
			o.Sections = append(o.Sections, s)
			o.note(s, s.Blocks)
		}
	}
	return o
}

// Find returns the place of the passage with an ID; ok is false if no document has it.
func (o *Outline) Find(id string) (p Place, ok bool) {
	p, ok = o.places[id]
	return p, ok
}

// note records the places of the passages in blocks.
func (o *Outline) note(s *Section, bs []Block) {
	for _, b := range bs {
		switch {
		case b.Passage != nil:
			o.places[b.Passage.ID] = Place{Section: s, Item: b.item}
		case b.Sheet != nil:
			for i, row := range b.Sheet.Rows {
				o.places[row.ID] = Place{Section: s, Item: b.item, Sheet: b.Sheet, Row: i}
			}
		case b.List != nil:
			for _, it := range b.List.Items {
				o.places[it.Passage.ID] = Place{Section: s, Item: it}
				o.note(s, it.Inside)
			}
		}
		if a := b.announced(); a != nil {
			at := o.places[a.ID]
			at.Announces = b
			o.places[a.ID] = at
		}
	}
}
