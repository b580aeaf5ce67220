package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// maxRows is how many rows of a table are shown.
const maxRows = 12

// table says a table: the row that the question names, in the columns that it names;
// where it names no row, every row.
func (e *Engine) table(f *finding, b *composed, p *passage) {
	s := p.in.Sheet
	b.shape = knowledge.Table
	columns := e.columnsAsked(f.reading, p)
	rows := e.rowsAsked(f, s)
	if len(s.Columns) < 2 {
		b.shape = knowledge.List
		for _, r := range s.Rows[:min(len(s.Rows), maxRows)] {
			if q, ok := e.corpus.find(r.ID); ok {
				b.add(point{text: r.Text, from: []*passage{q}})
			}
		}
		return
	}
	for {
		b.points, b.columns, b.passages = nil, nil, map[string]bool{}
		for _, c := range columns {
			b.columns = append(b.columns, s.Columns[c])
		}
		for _, i := range rows {
			q, ok := e.corpus.find(s.Rows[i].ID)
			if !ok {
				continue
			}
			pt := point{label: q.Cells[0]}
			for _, c := range columns {
				pt.cells = append(pt.cells, cell{q.Cells[c], q})
			}
			b.add(pt)
		}
		if b.length() <= knowledge.MaxAnswer-100 || len(rows) < 2 {
			return
		}
		// Too long: fewer rows, but the one that was found.
		cut := len(rows) - 1
		if rows[cut] == p.in.Row {
			cut--
		}
		rows = slices.Delete(rows, cut, cut+1)
		b.more++
	}
}

// columnsAsked are the columns that a question names, by whom they are about or by a
// word of theirs, or all but the first.
func (e *Engine) columnsAsked(r *reading, p *passage) []int {
	var named, all []int
	about := e.columnsOf(p)
	stems := e.stemsNamed(r)
	for c := 1; c < len(p.in.Sheet.Columns); c++ {
		all = append(all, c)
		of := about[c]
		switch {
		case len(of) > 0 && slices.ContainsFunc(of, func(s roles.Subject) bool { return slices.Contains(r.named, s) }):
			named = append(named, c)
		case len(of) == 0 && isNamed(p.in.Sheet.Columns[c], stems):
			named = append(named, c)
		}
	}
	if len(named) == 0 {
		return all
	}
	return named
}

// rowsAsked are the rows that a question names, or those that were found, or all.
func (e *Engine) rowsAsked(f *finding, s *outline.Sheet) []int {
	stems := e.stemsNamed(f.reading)
	first := f.gathered.candidates
	var named, all, found []int
	for i, row := range s.Rows {
		all = append(all, i)
		if isNamed(s.RowName(i), stems) {
			named = append(named, i)
		}
		for k, c := range first[:min(judged, len(first))] {
			if c.ID == row.ID && (k == 0 || c.share >= further*first[0].share) {
				found = append(found, i)
			}
		}
	}
	switch {
	case len(named) > 0:
		for _, i := range found {
			if !slices.Contains(named, i) && first[0].ID == s.Rows[i].ID {
				named = append(named, i)
			}
		}
		slices.Sort(named)
		return named
	case len(found) > 0 && (len(found) == 1 && len(s.Rows) > 3 || len(f.reading.named) > 0 && e.aspects(f.reading.own) > 0):
		return found
	case len(all) > maxRows:
		return found
	}
	return all
}

// isNamed reports whether any name of a row or column stands whole in a question.
func isNamed(name string, stems map[string]bool) bool {
	for _, n := range outline.Names(name) {
		ws := text.Words(n)
		has := 0
		for _, w := range ws {
			if w.IsContent() {
				if !stems[w.Stem] {
					has = -len(ws)
				}
				has++
			}
		}
		if has > 0 {
			return true
		}
	}
	return false
}

// stemsNamed are the stems of a question, with the names of roles that it has by
// initials or by another name.
func (e *Engine) stemsNamed(r *reading) map[string]bool {
	stems := stemsOf(r.text)
	for _, m := range e.roles.In(r.text).Named {
		for _, s := range m.Subjects[:1] {
			for k := range stemsOf(e.roles.Name(s)) {
				stems[k] = true
			}
		}
	}
	return stems
}

func stemsOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range text.Words(s) {
		out[w.Stem] = true
	}
	return out
}
