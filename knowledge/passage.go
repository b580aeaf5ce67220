package knowledge

import "strings"

// Kind says what a passage is in its document.
type Kind string

// The kinds of passage.
const (
	Paragraph Kind = "paragraph"
	Item      Kind = "item" // of an unordered list
	Step      Kind = "step" // of a numbered list
	Row       Kind = "row"  // of a table
)

// Passage is the unit that is indexed and cited: one paragraph, list item, step
// or table row, word for word as the document has it.
type Passage struct {
	ID      string   `json:"id"`                // Doc, '#', the passage's number in the document from 1
	Doc     string   `json:"doc"`               // ID of its document
	Section []string `json:"section,omitempty"` // heading path of its section
	Kind    Kind     `json:"kind"`
	Label   string   `json:"label,omitempty"`   // of a label–text item ("Market Research"): how Text begins
	Text    string   `json:"text"`              // one line; a row's cells are joined by " | "
	Columns []string `json:"columns,omitempty"` // of a row: the table's header, one name a cell
	Cells   []string `json:"cells,omitempty"`   // of a row: its cells, as many as Columns
	Group   int      `json:"group,omitempty"`   // items of one list, rows of one table share it; 0 for a paragraph
}

// Body is Text without its label: what the item says about the label.
func (p Passage) Body() string {
	if p.Label == "" {
		return p.Text
	}
	rest := strings.TrimPrefix(p.Text, p.Label)
	return strings.TrimLeft(rest, " :–—-")
}
