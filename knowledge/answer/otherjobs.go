package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// foreignJobs are the names of jobs in the question that no document is about.
func (e *Engine) foreignJobs(r *reading, all []text.Word, foreign []roles.Foreign, taken []bool) []string {
	var out []string
	for _, f := range foreign {
		if slices.Contains(taken[f.From:f.To], true) || r.isRepaired(all[f.To-1].Text) {
			continue
		}
		if f.From > 0 && besides[all[f.From-1].Text] && e.stated(text.StemsOf(all[f.From:f.To])) {
			continue // "working with data scientists" asks about somebody else
		}
		name := all[f.From:f.To]
		for len(name) > 1 && isTalk(name[0].Text) {
			name = name[1:]
		}
		if len(name) == 1 && f.To-f.From > 1 && e.corpus.knows(name[0].Stem) {
			continue // "something developers can use"
		}
		out = append(out, strings.TrimPrefix(f.Name, strings.Join(text.Texts(all[f.From:f.To-len(name)]), " ")+" "))
	}
	return out
}

// besides are words after which a job is named that the question is not about.
var besides = text.Set("with by from between and alongside for to like than")

// stated tells whether the documents have the words in a row.
func (e *Engine) stated(stems []string) bool {
	for i := range e.corpus.passages {
		for u := range e.corpus.passages[i].units {
			if text.Index(e.corpus.passages[i].units[u].stems, stems) >= 0 {
				return true
			}
		}
	}
	return false
}

// isRepaired tells a word that the question has only by a repair of its spelling.
func (r *reading) isRepaired(w string) bool {
	return slices.ContainsFunc(r.repaired, func(pair [2]string) bool { return pair[1] == w })
}
