package load

import (
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load/clean"
)

// cellMark separates the cells in a row's text.
const cellMark = " | "

// newTable begins a table at a level of nesting; the rows that follow belong to it. The function it
// returns ends it.
func (b *builder) newTable(level int, columns []string) (end func()) {
	group := b.group
	b.newGroup()
	b.columns = nil
	for _, c := range columns {
		b.columns = append(b.columns, clean.Line(c))
	}
	if head := strings.Join(b.columns, cellMark); isLong(head) || len(columns) > maxColumns { // each row would carry it
		b.add(knowledge.Item, max(level, 1), head)
		b.columns = nil
	}
	return func() { b.group = group }
}

// row adds a table's row: its cells, one for each column, and its text. It is dropped if it says
// nothing, and kept only as text if it is too long or the table is too wide.
func (b *builder) row(level int, cells []string, text string) {
	text = clean.Line(text)
	switch {
	case strings.Trim(text, " |") == "":
	case len(b.columns) == 0 || len(cells) != len(b.columns) || isLong(text):
		b.add(knowledge.Item, max(level, 1), text)
	default:
		for i := range cells {
			cells[i] = clean.Line(cells[i])
		}
		b.passage(knowledge.Passage{Kind: knowledge.Row, Level: level, Text: text, Columns: b.columns, Cells: cells})
	}
}
