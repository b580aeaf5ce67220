package answer

import (
	"slices"
	"sort"

	"careeradvisor/knowledge"
)

// comparison is a table with the two of its columns that a question compares.
type comparison struct {
	rows []*passage
	a, b int // columns
}

// named tells whether the table's first column names what each row is about.
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
	return e.compareColumns(r)
}

// compareRoles compares two roles by the rows of the tables that set them side by
// side, led by the sentence that says the difference best. A question that names
// something in particular gets the rows that speak of it.
func (e *Engine) compareRoles(r *reading, first, second int) (knowledge.Answer, bool) {
	b := e.newBuilder()
	e.leadComparison(b, r, first, second)
	for _, cmp := range e.comparisons(first, second) {
		b.rows(cmp, e.rowsOn(r, cmp))
	}
	if len(b.a.Points) == 0 && r.isComparison() && e.onPoint(r, &unit{}) {
		e.bySections(b, first, second)
	}
	if len(b.a.Points) == 0 {
		return knowledge.Answer{}, false
	}
	b.a.Columns = []string{e.roles[first].Name, e.roles[second].Name}
	e.otherVoices(b, r, first, second)
	return b.answer(knowledge.Table, tableSure), true
}

// maxVoices is how many other documents are heard on a comparison.
const maxVoices = 2

// otherVoices adds how documents that the comparison does not cite yet put it,
// each under its title: where sources disagree, a person sees who says what.
func (e *Engine) otherVoices(b *builder, r *reading, first, second int) {
	cited := map[string]bool{}
	for _, c := range b.a.Citations {
		cited[c.Doc] = true
	}
	for _, c := range e.onComparison(r, first, second) {
		doc := e.c.sections[c.p.section].doc
		if cited[doc.ID] || len(b.a.Also) == maxVoices || !e.onPoint(r, &c.p.units[c.u]) {
			continue
		}
		cited[doc.ID] = true
		b.a.Also = append(b.a.Also, knowledge.Point{Label: doc.Title, Text: c.p.units[c.u].text, Cites: []int{b.cite(c.p)}})
	}
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

// compareLabels sets the things that the question names by their labels side by side.
func (e *Engine) compareLabels(r *reading) (knowledge.Answer, bool) {
	b := e.newBuilder()
	var row knowledge.Point
	for _, i := range r.labels {
		p := &e.c.passages[i]
		if len(row.Cells) < maxCompared && !slices.Contains(b.a.Columns, p.Label) {
			b.a.Columns = append(b.a.Columns, p.Label)
			row.Cells = append(row.Cells, knowledge.Cell{Text: p.Body(), Cites: []int{b.cite(p)}})
		}
	}
	if len(row.Cells) < 2 {
		return knowledge.Answer{}, false
	}
	b.add(row)
	return b.answer(knowledge.Table, tableSure), true
}

// maxCompared is how many things fit side by side on a phone.
const maxCompared = 3

// compareColumns sets two columns of a table side by side whose names the
// question has: "L3 or L5?".
func (e *Engine) compareColumns(r *reading) (knowledge.Answer, bool) {
	asked := map[string]bool{}
	for _, w := range r.words {
		asked[w.stem] = true
	}
	for _, s := range e.sheets {
		var at []int
		for i, stems := range s.names {
			if i > 0 && s.roles[i] < 0 && hasAll(asked, stems) {
				at = append(at, i)
			}
		}
		if len(at) != 2 {
			continue
		}
		b := e.newBuilder()
		cmp := comparison{s.rows, at[0], at[1]}
		b.rows(cmp, cmp.rows)
		b.a.Columns = []string{s.rows[0].Columns[at[0]], s.rows[0].Columns[at[1]]}
		return b.answer(knowledge.Table, tableSure), true
	}
	return knowledge.Answer{}, false
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
		if t.weight <= chatterWeight || t.inherited || t.optional || t.asks && r.asksFor("difference") {
			continue
		}
		total += t.weight
		for _, p := range cmp.rows {
			share[p] += t.weight * e.cellShare(t, p)
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

func (e *Engine) cellShare(t term, p *passage) float64 {
	best := 0.0
	for i := range p.units {
		best = max(best, t.shareIn(e.ranking.Alike, p.units[i].has))
	}
	return best
}

// leadComparison leads with the sentence on the difference that meets the question
// best; where it asks for something in particular, with one that speaks of it or none.
func (e *Engine) leadComparison(b *builder, r *reading, first, second int) {
	for _, s := range e.onComparison(r, first, second) {
		if u := &s.p.units[s.u]; e.onPoint(r, u) {
			b.a.Lead, b.a.LeadCites = u.text, []int{b.cite(s.p)}
			return
		}
	}
}

// onPoint tells whether a sentence speaks of what a question on a difference asks
// for in particular, if it does.
func (e *Engine) onPoint(r *reading, u *unit) bool {
	particular := false
	for _, t := range r.terms {
		if t.weight <= chatterWeight || t.inherited || t.optional || t.asks && r.asksFor("difference") {
			continue
		}
		particular = true
		if t.shareIn(e.ranking.Alike, u.has) > 0 && t.weight > 1 {
			return true
		}
	}
	return !particular
}

// sentence is one unit of a passage with its score.
type sentence struct {
	p     *passage
	u     int
	score float64
}

// onComparison are the sentences, of sections on the difference, that name both
// roles; those that meet the question best come first.
func (e *Engine) onComparison(r *reading, first, second int) []sentence {
	var on []sentence
	for _, s := range e.onFacets["difference"] {
		for _, i := range e.c.sections[s].passages {
			p := &e.c.passages[i]
			for u := range p.units {
				if p.Kind != knowledge.Row && namesBoth(&p.units[u], first, second) && !p.units[u].leans && !p.units[u].announces {
					on = append(on, sentence{p, u, e.weighUnit(r, p, u)})
				}
			}
		}
	}
	sort.SliceStable(on, func(i, j int) bool { return on[i].score > on[j].score })
	return on
}

func namesBoth(u *unit, first, second int) bool {
	return slices.Contains(u.roles, first) && slices.Contains(u.roles, second)
}
