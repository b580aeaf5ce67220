package answer

import (
	"sort"
	"strings"

	"careeradvisor/knowledge"
)

// comparison is a table that sets two roles side by side.
type comparison struct {
	rows   []*passage
	a, b   int // columns of the two roles
	aspect int // column that names what is compared, or -1
}

// comparisons finds the tables whose columns are the two roles.
func (e *Engine) comparisons(roleA, roleB int) []comparison {
	var out []comparison
	for i := 0; i < len(e.c.passages); i++ {
		p := &e.c.passages[i]
		if p.Kind != knowledge.Row {
			continue
		}
		cmp := comparison{a: e.columnOf(p, roleA), b: e.columnOf(p, roleB), aspect: -1}
		j := i
		for ; j < len(e.c.passages) && e.c.passages[j].Kind == knowledge.Row &&
			e.c.passages[j].Group == p.Group && e.c.passages[j].Doc == p.Doc; j++ {
			cmp.rows = append(cmp.rows, &e.c.passages[j])
		}
		i = j - 1
		if cmp.a < 0 || cmp.b < 0 || cmp.a == cmp.b {
			continue
		}
		if len(p.Columns) > 2 && cmp.a != 0 && cmp.b != 0 {
			cmp.aspect = 0
		}
		out = append(out, cmp)
	}
	return out
}

// columnOf is the column of a table's row that is about the role, or -1.
func (e *Engine) columnOf(p *passage, role int) int {
	for i, col := range p.Columns {
		var names []string
		for _, w := range split(col) {
			if !plainQualifiers[w.text] {
				names = append(names, w.stem)
			}
		}
		for _, n := range e.roles[role].names {
			if strings.Join(names, " ") == strings.Join(n, " ") {
				return i
			}
		}
	}
	return -1
}

// compareRoles compares two roles by the rows of the tables that set them side by side,
// led by the sentence that says the difference best. A question that names
// something in particular gets the rows that speak of it.
func (e *Engine) compareRoles(r *reading) (knowledge.Answer, bool) {
	first, second, ok := e.comparedRoles(r)
	if !ok {
		return knowledge.Answer{}, false
	}
	b := e.newBuilder()
	e.leadComparison(b, r, first, second)
	for _, cmp := range e.comparisons(first, second) {
		for _, p := range e.rowsOn(r, cmp) {
			pt := knowledge.Point{Cells: []knowledge.Cell{
				{Text: p.Cells[cmp.a], Cites: []int{b.cite(p)}}, {Text: p.Cells[cmp.b], Cites: []int{b.cite(p)}}}}
			if cmp.aspect >= 0 {
				pt.Label = p.Cells[cmp.aspect]
			}
			b.add(pt)
		}
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	b.a.Columns = []string{e.roles[first].Name, e.roles[second].Name}
	return b.answer(knowledge.Table, 0.9), true
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
	first = -1
	if len(r.roles) == 1 {
		first = r.roles[0]
	}
	var pairs [][2]int
	for i := range e.roles {
		for j := range e.roles {
			if i != j && (i == first || first < 0 && i < j) && len(e.comparisons(i, j)) > 0 {
				pairs = append(pairs, [2]int{i, j})
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
	for _, t := range r.content() {
		if t.weight <= chatterWeight {
			continue
		}
		total += t.weight
		for _, p := range cmp.rows {
			share[p] += t.weight * cellShare(t, p)
		}
	}
	if total == 0 {
		return cmp.rows
	}
	var on []*passage
	for _, p := range cmp.rows {
		if share[p] >= answerAt*total {
			on = append(on, p)
		}
	}
	return on
}

func cellShare(t term, p *passage) float64 {
	best := 0.0
	for i := range p.units {
		best = max(best, t.shareIn(p.units[i].has))
	}
	return best
}

// leadComparison leads with the sentence, from a section on the difference, that
// names both roles and meets the question best.
func (e *Engine) leadComparison(b *builder, r *reading, first, second int) {
	type candidate struct {
		p     *passage
		u     int
		score float64
	}
	var best []candidate
	for i := range e.c.passages {
		p := &e.c.passages[i]
		if p.Kind == knowledge.Row || e.c.sections[p.section].facets["difference"] < headingSure {
			continue
		}
		for u := range p.units {
			if e.namesBoth(p.units[u].text, first, second) && !leans(p.units[u].text) && !strings.HasSuffix(p.units[u].text, ":") {
				best = append(best, candidate{p, u, e.weighUnit(r, p, u)})
			}
		}
	}
	if len(best) == 0 {
		return
	}
	sort.SliceStable(best, func(i, j int) bool { return best[i].score > best[j].score })
	b.a.Lead, b.a.LeadCites = best[0].p.units[best[0].u].text, []int{b.cite(best[0].p)}
}

func (e *Engine) namesBoth(text string, first, second int) bool {
	ws := e.expandAliases(split(text))
	stems, taken := stemsOf(ws), make([]bool, len(ws))
	has := map[int]bool{}
	for i := 0; i < len(stems); {
		if n, role := e.roleAt(stems, taken, i); n > 0 {
			has[role] = true
			i += n
			continue
		}
		i++
	}
	return has[first] && has[second]
}
