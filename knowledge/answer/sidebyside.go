package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// compareLabels sets the things that the question names by their labels side by side.
func (e *Engine) compareLabels(r *reading) (knowledge.Answer, bool) {
	b := e.newBuilder()
	var row knowledge.Point
	for _, i := range r.labels {
		p := &e.corpus.passages[i]
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
		asked[w.Stem] = true
	}
	for _, s := range e.sheets {
		var at []int
		for i, col := range s.Columns {
			named := slices.ContainsFunc(outline.Names(col), func(n string) bool { return hasAll(asked, text.Stems(n)) })
			if i > 0 && s.roles[i] < 0 && named {
				at = append(at, i)
			}
		}
		if len(at) != 2 {
			continue
		}
		b := e.newBuilder()
		cmp := comparison{s.rows, at[0], at[1]}
		b.rows(cmp, s.namedRows(asked))
		b.a.Columns = []string{s.Columns[at[0]], s.Columns[at[1]]}
		return b.answer(knowledge.Table, tableSure), true
	}
	return knowledge.Answer{}, false
}

// namedRows are the rows whose names a question has, or all where it has none.
func (s *sheet) namedRows(asked map[string]bool) []*passage {
	var named []*passage
	for i, p := range s.rows {
		if hasAll(asked, text.Stems(s.RowName(i))) {
			named = append(named, p)
		}
	}
	if len(named) == 0 {
		return s.rows
	}
	return named
}

// compareHeadings sets sections side by side, inside the same one, whose headings the
// question has: "mid-level or senior?".
func (e *Engine) compareHeadings(r *reading) (knowledge.Answer, bool) {
	asked := map[string]bool{}
	for _, w := range r.words {
		asked[w.Stem] = true
	}
	for i := range e.corpus.sections {
		var named []int
		for _, child := range e.corpus.sections[i].children {
			if hasAll(asked, e.ownStems(child)) && len(e.corpus.below(child)) > 0 {
				named = append(named, child)
			}
		}
		if len(named) < 2 || len(named) > maxCompared {
			continue
		}
		b := e.newBuilder()
		var row knowledge.Point
		for _, child := range named {
			p := &e.corpus.passages[e.corpus.below(child)[0]]
			b.a.Columns = append(b.a.Columns, outline.Unnumbered(e.corpus.sections[child].Heading()))
			row.Cells = append(row.Cells, knowledge.Cell{Text: beginning(p), Cites: []int{b.cite(p)}})
		}
		b.add(row)
		return b.answer(knowledge.Table, tableSure), true
	}
	return knowledge.Answer{}, false
}

// ownStems are the stems of a section's heading without grammar and names of roles.
func (e *Engine) ownStems(section int) []string {
	var own []string
	for _, w := range text.Words(outline.Unnumbered(e.corpus.sections[section].Heading())) {
		if w.IsContent() && !e.roleWords[w.Stem] {
			own = append(own, w.Stem)
		}
	}
	return own
}
