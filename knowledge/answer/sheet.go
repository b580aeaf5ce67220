package answer

import (
	"careeradvisor/knowledge/outline"
)

// sheet is a table of a document with what its columns are about.
type sheet struct {
	*outline.Sheet
	rows  []*passage
	roles []int // the role that a column is about, or -1
}

// findSheets finds the tables of the documents.
func (e *Engine) findSheets() []sheet {
	var out []sheet
	for _, sec := range e.corpus.sections {
		for _, sh := range sec.Sheets() {
			s := sheet{Sheet: sh}
			for _, row := range sh.Rows {
				s.rows = append(s.rows, e.corpus.of(row))
			}
			for _, col := range sh.Columns {
				s.roles = append(s.roles, e.roleNamed(col))
			}
			out = append(out, s)
		}
	}
	return out
}

// roleNamed is the role whose name a text is, plain qualifiers aside, or -1.
func (e *Engine) roleNamed(s string) int {
	if of := e.rolesIn(s); len(of) == 1 {
		return of[0]
	}
	return -1
}
