package shape

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
)

// Limits of a table.
const (
	maxRows     = 12
	mostOfTable = knowledge.MaxAnswer - 100 // characters
)

// table gives the table that has the best passage, or that this passage introduces: the row that the
// question names, in the columns that it names, or every row if it names none.
func (w *writer) table(best *outline.Place) bool {
	if s := best.Presents; s != nil {
		row, _ := w.Docs.Find(s.Rows[0].ID) // in its document, so it is there
		w.table(row)
		w.announce(w.point(best.Passage, best.Text))
		return true
	}
	s := best.Sheet
	if s == nil {
		return false
	}
	if len(s.Columns) < 2 {
		w.Shape = knowledge.List
		for _, r := range s.Rows[:min(len(s.Rows), maxRows)] {
			w.add(w.point(r, r.Text))
		}
		return true
	}
	w.rows(best, w.rowsAsked(s), w.columnsAsked(best))
	return true
}

// rows gives rows of the table that a row is in, in some of its columns; if they are too many or too
// long, it gives fewer, but always that row.
func (w *writer) rows(row *outline.Place, rows, columns []int) {
	w.Shape = knowledge.Table
	for _, c := range columns {
		w.columns = append(w.columns, row.Sheet.Columns[c])
	}
	if w.More = max(0, len(rows)-maxRows); w.More > 0 {
		if !slices.Contains(rows[:maxRows], row.Row) {
			rows[maxRows-1] = row.Row
		}
		rows = rows[:maxRows]
	}
	for w.setRows(row.Sheet, rows, columns); w.length() > mostOfTable && len(rows) > 1; w.setRows(row.Sheet, rows, columns) {
		cut := len(rows) - 1
		if rows[cut] == row.Row {
			cut--
		}
		rows = slices.Delete(rows, cut, cut+1)
		w.More++
	}
}

// setRows replaces the rows of the draft.
func (w *writer) setRows(s *outline.Sheet, rows, columns []int) {
	w.points, w.said = nil, map[string]bool{}
	for _, i := range rows {
		pt := point{}
		if !slices.Contains(columns, 0) { // else it is said
			pt.label = s.RowName(i)
		}
		for _, c := range columns {
			pt.cells = append(pt.cells, w.point(s.Rows[i], s.Rows[i].Cells[c]))
		}
		w.add(pt)
	}
}

// columnsAsked are the columns that the question names, by whom they are about or by their headers;
// otherwise all but the first.
func (w *writer) columnsAsked(row *outline.Place) []int {
	var named, all []int
	about := w.Columns(row)
	isNamed := func(s roles.Subject) bool { return slices.Contains(w.question.Named, s) }
	for c := 1; c < len(row.Sheet.Columns); c++ {
		all = append(all, c)
		if of := about[c]; slices.ContainsFunc(of, isNamed) || len(of) == 0 && w.question.Has(row.Sheet.Columns[c]) {
			named = append(named, c)
		}
	}
	if len(named) > 0 {
		return named
	}
	return all
}

// rowsAsked are the rows that the question names, along with the one found first; or else those
// that were found, or all.
func (w *writer) rowsAsked(s *outline.Sheet) []int {
	var named, found, all []int
	names, first := false, w.evidence.First()
	for i, row := range s.Rows {
		all = append(all, i)
		at := slices.IndexFunc(first, func(c *evidence.Candidate) bool { return c.ID == row.ID })
		if at >= 0 && w.isProbable(first[at]) {
			found = append(found, i)
		}
		has := w.question.Has(s.RowName(i))
		if names = names || has; has || at == 0 {
			named = append(named, i)
		}
	}
	asks := len(found) == 1 && len(all) > 3 || len(w.question.Named) > 0 && w.question.Aspects > 0
	switch {
	case names:
		return named
	case len(found) > 0 && (asks || len(all) > maxRows):
		return found
	}
	return all
}
