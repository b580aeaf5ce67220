package outline

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// Sheet is a table. Its first column names the rows.
type Sheet struct {
	Columns []string             // the header
	Rows    []*knowledge.Passage // in document order; each has a cell for each column

	announced *knowledge.Passage // the paragraph before it, if that ends with a colon
}

// RowName returns what a row is about: its first cell.
func (s *Sheet) RowName(row int) string { return s.Rows[row].Cells[0] }

// Names returns the names that the label of a heading, column or row implies: the whole of it, and
// the parts set off by brackets or a dash. "Junior SRE (L1)" is also called "Junior SRE" and "L1",
// and "D3 – Developer 3" also "D3" and "Developer 3".
func Names(label string) []string {
	names := []string{label}
	add := func(name string) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	before, inside, ok := strings.Cut(label, "(")
	if ok {
		inside, after, _ := strings.Cut(inside, ")")
		add(before + after)
		add(inside)
	} else {
		before = label
	}
	for _, dash := range [...]string{" – ", " — ", " - ", ": "} {
		if left, right, ok := strings.Cut(before, dash); ok {
			add(left)
			add(right)
		}
	}
	return names
}

// lengthOfSheet returns how many passages belong to the table at the beginning of ps.
func lengthOfSheet(ps []knowledge.Passage) int {
	n := 1
	for n < len(ps) && ps[n].Kind == knowledge.Row && ps[n].Group == ps[0].Group {
		n++
	}
	return n
}

// newSheet makes a table of its rows and the paragraph before it, if there is one.
func newSheet(rows []knowledge.Passage, before *knowledge.Passage) *Sheet {
	s := &Sheet{Columns: rows[0].Columns}
	if before != nil && strings.HasSuffix(before.Text, ":") {
		s.announced = before
	}
	for i := range rows {
		s.Rows = append(s.Rows, &rows[i])
	}
	return s
}
