package knowledge

import (
	"slices"
	"strings"
)

// Kind says what a passage is in its document.
type Kind string

// The kinds of passage.
const (
	Paragraph  Kind = "paragraph"
	Item       Kind = "item"       // of an unordered list
	Step       Kind = "step"       // of a numbered list
	Row        Kind = "row"        // of a table
	Definition Kind = "definition" // of a definition list; Label is the term
	Callout    Kind = "callout"    // a paragraph set apart (a note, a tip); Label is its title, if it has one
	Quote      Kind = "quote"      // a paragraph of a block quotation
	Code       Kind = "code"       // a block of code; its lines stay lines, and it is never quoted as prose
)

// Passage is the unit that is indexed and cited: one paragraph, list item, step or
// table row, word for word as in the document.
type Passage struct {
	ID      string   `json:"id"`                // Doc, '#', the passage's number in the document from 1
	Doc     string   `json:"doc"`               // ID of its document
	Section []string `json:"section,omitempty"` // heading path of its section
	Kind    Kind     `json:"kind"`
	Label   string   `json:"label,omitempty"`   // of a label–text item ("Market Research"): how Text begins
	Text    string   `json:"text"`              // one line, except for code; a row's own cells joined by " | "
	Columns []string `json:"columns,omitempty"` // of a row: the table's header, one name for each cell
	Cells   []string `json:"cells,omitempty"`   // of a row: its cells, as many as Columns; a spanning cell is in every column it spans
	Group   int      `json:"group,omitempty"`   // shared by all passages of one outermost list or one table; otherwise 0
	Link    bool     `json:"link,omitempty"`    // of an item that is but a link, or an address that a line introduces: it says where something stands
	Level   int      `json:"level,omitempty"`   // in how many lists it is: 1 for an item of an outermost list, 0 outside of lists
}

// Body is Text without its label: what the item says about the label.
func (p Passage) Body() string {
	if p.Label == "" {
		return p.Text
	}
	rest := strings.TrimPrefix(p.Text, p.Label)
	return strings.TrimLeft(rest, " :–—-")
}

// Labelled is Text, with the column of each cell before it: "Years: 5 | Crew: $90k" says more than "5 | $90k".
func (p Passage) Labelled() string {
	if len(p.Columns) < 2 || len(p.Columns) != len(p.Cells) {
		return p.Text
	}
	cells := slices.Clone(p.Cells)
	for i, column := range p.Columns {
		if column != "" {
			cells[i] = column + ": " + cells[i]
		}
	}
	return strings.Join(cells, " | ")
}
