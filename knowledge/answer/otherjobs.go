package answer

import (
	"slices"
	"strings"
)

// foreignJobs finds names of jobs in the question that no document is about.
func (e *Engine) foreignJobs(r *reading, all []word, taken []bool) []string {
	var out []string
	for i, w := range all {
		if taken[i] || !isJobNoun(w.text) || r.isRepaired(w.text) {
			continue
		}
		from := i
		for from > 0 && i-from < maxBeforeJob && !isTalk(all[from-1].text) && !notInJobName[all[from-1].text] {
			from--
		}
		var parts []string
		for _, before := range all[from:i] {
			if !plainQualifiers[before.text] && !ranks[before.text] {
				parts = append(parts, before.text)
			}
		}
		if len(parts) == 0 && (e.corpus.knows(w.stem) || noJobAlone[singular(w.text)]) {
			continue // a bare "manager" or "director" names nothing by itself
		}
		if from > 0 && besides[all[from-1].text] && e.stated(stemsOf(all[from:i+1])) {
			continue // "working with data scientists" asks about somebody else
		}
		out = append(out, strings.Join(append(parts, singular(w.text)), " "))
	}
	return out
}

// besides are words after which a job is named that the question is not about.
var besides = set("with by from between and alongside for to like than")

// stated tells whether the documents have the words in a row.
func (e *Engine) stated(stems []string) bool {
	for i := range e.corpus.passages {
		for u := range e.corpus.passages[i].units {
			if indexOf(e.corpus.passages[i].units[u].stems, stems) >= 0 {
				return true
			}
		}
	}
	return false
}

// ofThisJob tells a question about the job that the documents are about, without
// its name: "can developers switch to this job?"
func ofThisJob(ws []word) bool {
	for i, w := range ws[:max(0, len(ws)-1)] {
		if (w.text == "this" || w.text == "that" || w.text == "the") && thisJob[ws[i+1].text] {
			return true
		}
	}
	return false
}

var thisJob = set("job role position career profession field")

// isRepaired tells a word that the question has only by a repair of its spelling.
func (r *reading) isRepaired(w string) bool {
	return slices.ContainsFunc(r.repaired, func(pair [2]string) bool { return pair[1] == w })
}
