package answer

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// sheet is a table of a document with what its columns are about.
type sheet struct {
	rows  []*passage
	names [][]string // stems of the columns' names
	roles []int      // the role that a column is about, or -1
}

// findSheets finds the tables of the documents.
func (e *Engine) findSheets() []sheet {
	var out []sheet
	for i := 0; i < len(e.corpus.passages); {
		p := &e.corpus.passages[i]
		if p.Kind != knowledge.Row {
			i++
			continue
		}
		var s sheet
		for ; i < len(e.corpus.passages); i++ {
			q := &e.corpus.passages[i]
			if q.Kind != knowledge.Row || q.Doc != p.Doc || q.Group != p.Group {
				break
			}
			s.rows = append(s.rows, q)
		}
		for _, col := range p.Columns {
			stems := text.Stems(col)
			s.names = append(s.names, stems)
			s.roles = append(s.roles, e.roleNamed(col))
		}
		out = append(out, s)
	}
	return out
}

// roleNamed is the role whose name a text is, plain qualifiers aside, or -1.
func (e *Engine) roleNamed(s string) int {
	var stems []string
	for _, w := range text.Words(s) {
		if !plainQualifiers[w.Text] {
			stems = append(stems, w.Stem)
		}
	}
	return e.roleCalled(stems)
}
