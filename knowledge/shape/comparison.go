package shape

import (
	"cmp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// Limits of a comparison that is put together from several places.
const (
	maxPairs = 5   // rows
	maxSide  = 350 // characters of one side of a row
)

// comparison shows two or three roles or levels side by side: the columns of a table that has all
// of them, or what is in the same place for each. It reports false if that is not asked for, or if
// the best passage is under a heading that names both.
func (w *writer) comparison(best *outline.Place) bool {
	sides := w.question.Sides
	if sides == nil {
		return false
	}
	both := w.Roles.In(best.Section.Heading()).Subjects()
	names := slices.Contains(both, sides[0]) && slices.Contains(both, sides[1])
	w.Beside = w.besideInTable(sides) || !names && w.beside(sides)
	return w.Beside
}

// besideInTable shows the columns of a table that has all sides. If nothing else is asked, it shows
// every row, however far down the candidates the table is.
func (w *writer) besideInTable(sides []roles.Subject) bool {
	const looked, near = 20, 2
	first := w.evidence.Candidates
	for _, c := range first[:min(looked, len(first))] {
		if c.Sheet == nil || !w.question.Compares && c.Score < first[0].Score-near {
			continue
		}
		columns, rows := w.columnsOf(c.Place, sides), w.rowsAsked(c.Sheet)
		if w.question.Compares {
			rows = rowsWith(c.Sheet, columns)
		}
		if len(columns) == len(sides) && len(rows) > 0 {
			w.rows(c.Place, rows, columns)
			return true
		}
	}
	return false
}

// rowsWith are the rows that say something in at least one of some columns.
func rowsWith(s *outline.Sheet, columns []int) (rows []int) {
	for i, row := range s.Rows {
		if slices.ContainsFunc(columns, func(c int) bool { return row.Cells[c] != "" }) {
			rows = append(rows, i)
		}
	}
	return rows
}

// columnsOf are, for each side, the first column of a row's table that is about it.
func (w *writer) columnsOf(row *outline.Place, sides []roles.Subject) (columns []int) {
	about := w.Columns(row)
	for _, s := range sides {
		for c := range row.Sheet.Columns {
			if slices.Contains(about[c], s) && !slices.Contains(columns, c) {
				columns = append(columns, c)
				break
			}
		}
	}
	return columns
}

// beside combines what is said about each side, in pairs if headings or labels are the same.
func (w *writer) beside(sides []roles.Subject) bool {
	said := make([][]*outline.Place, len(sides))
	for i, s := range sides {
		if said[i] = w.saidOf(s); len(said[i]) == 0 {
			return false
		}
	}
	w.Shape = knowledge.Table
	for _, s := range sides {
		w.columns = append(w.columns, w.Roles.Name(s))
	}
	taken := map[string]bool{}
	for i, own := range said {
		for _, p := range own { // of a later side, room is left for one that has no counterpart
			if taken[p.ID] || len(w.points) >= maxPairs+min(i, 1) || w.length() > knowledge.MaxAnswer-600 {
				continue
			}
			places := make([]*outline.Place, len(sides))
			for j := i; j < len(sides); j++ {
				places[j] = w.counterpart(p, said[j], taken)
			}
			w.addPair(places)
		}
	}
	if len(w.points) == 0 { // there is no difference
		w.Shape, w.columns = knowledge.Prose, nil
	}
	return len(w.points) > 0
}

// counterpart takes the first passage with a passage's label, perhaps itself; nil if there is none.
func (w *writer) counterpart(p *outline.Place, others []*outline.Place, taken map[string]bool) *outline.Place {
	key := text.Key(w.labelOf(p))
	for _, o := range others {
		if !taken[o.ID] && (o.Sheet == nil) == (p.Sheet == nil) && text.Key(w.labelOf(o)) == key {
			taken[o.ID] = true
			return o
		}
	}
	return nil
}

// addPair adds what is said in the same place for each side, unless that is the same for all; nil for a
// side that says nothing. Of two rows, each column is a place.
func (w *writer) addPair(places []*outline.Place) {
	first := places[slices.IndexFunc(places, func(p *outline.Place) bool { return p != nil })]
	if first.Sheet == nil {
		w.addRow(places, w.labelOf(first), (*outline.Place).Body)
		return
	}
	for c, name := range first.Sheet.Columns[1:] {
		w.addRow(places, w.labelOf(first)+" › "+name, func(p *outline.Place) string { return p.Cells[min(c+1, len(p.Cells)-1)] })
	}
}

func (w *writer) addRow(places []*outline.Place, label string, says func(*outline.Place) string) {
	row, same := point{label: label}, true
	for _, p := range places {
		side := point{}
		if p != nil {
			side = w.point(p.Passage, w.excerpt(says(p), maxSide))
		}
		row.cells = append(row.cells, side)
		same = same && side.text == row.cells[0].text
	}
	if !same {
		w.add(row)
	}
}

// labelOf names what a passage is about within its role: a row's first cell, its label, or its heading;
// "" if that is only the role's name.
func (s *Shaper) labelOf(p *outline.Place) string {
	if p.Sheet != nil {
		return p.Sheet.RowName(p.Row)
	}
	label := strings.TrimRight(cmp.Or(p.Label, p.Section.Title()), ": ")
	if slices.ContainsFunc(s.Roles.In(label).Named, func(m roles.Mention) bool { return m.From == 0 && m.To == len(label) }) {
		return ""
	}
	return label
}

// saidOf are the passages about a side that rank first for the question; if it asks for nothing in
// particular, those that open the side's description.
func (w *writer) saidOf(s roles.Subject) (out []*outline.Place) {
	if w.question.Compares {
		for _, p := range w.Describing(s, 40) {
			if p.Kind != knowledge.Code && len(w.Columns(p)) == 0 && p.Level < 2 && !p.Link && !strings.HasSuffix(p.Text, ":") && len(out) < maxPairs {
				out = append(out, p)
			}
		}
		return out
	}
	top := 0.
	for _, c := range w.evidence.Candidates {
		if c.Sheet != nil || !slices.Contains(w.About(c.Place), s) {
			continue
		}
		if len(out) == 0 {
			top = c.Score
		}
		if c.Score < top-1 || len(out) == 3 {
			break
		}
		out = append(out, c.Place)
	}
	return out
}
