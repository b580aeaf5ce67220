package answer

import (
	"slices"

	"careeradvisor/knowledge"
)

// comparison is a table with the two of its columns that a question compares.
type comparison struct {
	rows []*passage
	a, b int // columns
}

// named reports whether the table's first column names what each row is about.
func (c comparison) named() bool { return c.a > 0 && c.b > 0 }

// comparisons finds the tables whose columns are the two roles.
func (e *Engine) comparisons(roleA, roleB int) []comparison {
	var out []comparison
	for _, s := range e.sheets {
		a, b := slices.Index(s.roles, roleA), slices.Index(s.roles, roleB)
		if a >= 0 && b >= 0 {
			out = append(out, comparison{s.rows, a, b})
		}
	}
	return out
}

// compare answers a question that compares two things: roles, the columns of a
// table, or things that have labels.
func (e *Engine) compare(r *reading) (knowledge.Answer, bool) {
	if first, second, ok := e.comparedRoles(r); ok {
		if a, ok := e.compareRoles(r, first, second); ok {
			return a, true
		}
	}
	if !r.isComparison() {
		return knowledge.Answer{}, false
	}
	if a, ok := e.compareLabels(r); ok {
		return a, true
	}
	if a, ok := e.compareColumns(r); ok {
		return a, true
	}
	return e.compareHeadings(r)
}

// compareRoles compares two roles by the rows of the tables that set them side by
// side, led by the sentence that says the difference best. A question that names
// something in particular gets the rows that speak of it.
func (e *Engine) compareRoles(r *reading, first, second int) (knowledge.Answer, bool) {
	b := e.newBuilder()
	e.leadComparison(b, r, first, second)
	for _, cmp := range e.comparisons(first, second) {
		b.rows(cmp, e.rowsOn(r, cmp))
		if header := cmp.rows[0].Columns; min(first, second) >= e.levelsFrom {
			b.a.Columns = []string{header[cmp.a], header[cmp.b]} // with the levels' codes
		}
	}
	if len(b.a.Points) == 0 && r.isComparison() && e.onPoint(r, &unit{}) {
		e.bySections(b, first, second)
		if len(b.a.Points) == 0 {
			e.byPlaces(b, first, second)
		}
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	if len(b.a.Columns) == 0 {
		b.a.Columns = []string{e.roles[first].Name, e.roles[second].Name}
	}
	e.otherVoices(b, r, first, second)
	return b.answer(knowledge.Table, tableSure), true
}

// rows adds the rows of a comparison.
func (b *builder) rows(cmp comparison, rows []*passage) {
	for _, p := range rows {
		at := []int{b.cite(p)}
		pt := knowledge.Point{Cells: []knowledge.Cell{{Text: p.Cells[cmp.a], Cites: at}, {Text: p.Cells[cmp.b], Cites: []int{at[0]}}}}
		if cmp.named() {
			pt.Label = p.Cells[0]
		}
		b.add(pt)
	}
}

// comparedRoles are the two roles that a question compares: those it names, or
// the one it names and the only one that documents set beside it.
func (e *Engine) comparedRoles(r *reading) (first, second int, ok bool) {
	if len(r.roles) >= 2 && (r.isComparison() || len(r.labels) == 0) {
		return r.roles[0], r.roles[1], true
	}
	if !r.isComparison() || len(r.labels) > 0 {
		return 0, 0, false
	}
	var pairs [][2]int
	for _, s := range e.sheets {
		for _, i := range s.roles {
			for _, j := range s.roles {
				pair := [2]int{i, j}
				named := len(r.roles) == 1 && i == r.roles[0] || len(r.roles) == 0 && i < j
				if i >= 0 && j >= 0 && i != j && named && !slices.Contains(pairs, pair) {
					pairs = append(pairs, pair)
				}
			}
		}
	}
	if len(pairs) != 1 {
		return 0, 0, false
	}
	return pairs[0][0], pairs[0][1], true
}

// rowsOn are the rows of a table that speak of what the question asks, or all of
// them where it asks for nothing in particular.
func (e *Engine) rowsOn(r *reading, cmp comparison) []*passage {
	total := 0.0
	share := map[*passage]float64{}
	for _, t := range r.terms {
		if !r.isParticular(&t) {
			continue
		}
		total += t.weight
		for _, p := range cmp.rows {
			share[p] += t.weight * e.cellShare(&t, p)
		}
	}
	if total == 0 {
		return cmp.rows
	}
	var on []*passage
	for _, p := range cmp.rows {
		if share[p] >= rowShare*total {
			on = append(on, p)
		}
	}
	return on
}

// cellShare is how much of a term stands in any one cell of a row.
func (e *Engine) cellShare(t *term, p *passage) float64 {
	best := 0.0
	for i := range p.units {
		best = max(best, e.shareIn(t, p.units[i].has))
	}
	return best
}
