package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// foreignJobs finds names of jobs in the question that no document is about.
func (e *Engine) foreignJobs(r *reading, all []text.Word, taken []bool) []string {
	var out []string
	for i, w := range all {
		if taken[i] || !isJobNoun(w.Text) || r.isRepaired(w.Text) {
			continue
		}
		from := i
		for from > 0 && i-from < maxBeforeJob && !isTalk(all[from-1].Text) && !notInJobName[all[from-1].Text] {
			from--
		}
		var parts []string
		for _, before := range all[from:i] {
			if !plainQualifiers[before.Text] && !ranks[before.Text] {
				parts = append(parts, before.Text)
			}
		}
		if len(parts) == 0 && (e.corpus.knows(w.Stem) || noJobAlone[text.Singular(w.Text)]) {
			continue // a bare "manager" or "director" names nothing by itself
		}
		if from > 0 && besides[all[from-1].Text] && e.stated(text.StemsOf(all[from:i+1])) {
			continue // "working with data scientists" asks about somebody else
		}
		out = append(out, strings.Join(append(parts, text.Singular(w.Text)), " "))
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
