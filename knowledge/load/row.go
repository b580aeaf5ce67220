package load

import (
	"strings"

	"careeradvisor/knowledge"
)

// cellMark stands between the cells in a row's text.
const cellMark = " | "

// newTable begins a table; the rows that follow belong to it.
func (b *builder) newTable(columns []string) (end func()) {
	group := b.group
	b.newGroup()
	b.columns = nil
	for _, c := range columns {
		b.columns = append(b.columns, clean(c))
	}
	if head := strings.Join(b.columns, cellMark); isLong(head) || len(columns) > maxColumns { // each row would carry it
		b.add(knowledge.Item, 1, head)
		b.columns = nil
	}
	return func() { b.group = group }
}

// row adds a table's row; it is dropped where it says nothing. Cells beyond the
// last column belong to that column, and a row too long for a passage is kept as
// mere text, so that nothing is lost.
func (b *builder) row(cells []string) {
	full := make([]string, max(len(b.columns), 1))
	last := len(full) - 1
	var tail []string
	for i, c := range cells {
		if c = clean(c); i < last {
			full[i] = c
		} else if c != "" {
			tail = append(tail, c)
		}
	}
	full[last] = strings.Join(tail, cellMark)
	text := strings.Join(full, cellMark)
	switch {
	case strings.Join(full, "") == "":
	case len(b.columns) == 0 || isLong(text):
		b.add(knowledge.Item, 1, text)
	default:
		b.passage(knowledge.Passage{Kind: knowledge.Row, Group: b.group,
			Text: text, Columns: b.columns, Cells: full})
	}
}
