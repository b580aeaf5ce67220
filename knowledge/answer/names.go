package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// readNames takes the names of labels, roles and other jobs out of the question's
// words, and returns the rest with those that look like verbs; the distinctive
// words of a label stay.
func (e *Engine) readNames(r *reading) (rest []text.Word, verbs map[string]bool) {
	ws := e.expandAliases(r.words)
	stems := text.StemsOf(ws)
	taken := make([]bool, len(ws))
	e.takeLabels(r, stems, taken)
	e.takeRoles(r, ws, stems, taken)
	verbs, after := map[string]bool{}, map[int]bool{}
	for i, w := range ws {
		if taken[i] {
			after[i+1] = true
			continue
		}
		rest = append(rest, w)
		if isVerb(ws, i, after) {
			verbs[w.Text] = true
		}
	}
	r.foreign = e.foreignJobs(r, ws, taken)
	return rest, verbs
}

// takeLabels finds the labels of two or more words ("API product manager") that
// stand in the question.
func (e *Engine) takeLabels(r *reading, stems []string, taken []bool) {
	for n := maxLabel; n >= 2; n-- {
		for at := 0; at+n <= len(stems); at++ {
			found := e.labelled[strings.Join(stems[at:at+n], " ")]
			if len(found) == 0 || slices.Contains(taken[at:at+n], true) {
				continue
			}
			r.labels = append(r.labels, found...)
			for k := at; k < at+n; k++ {
				taken[k] = e.roleWords[stems[k]] // the distinctive words go on to carry the question
			}
		}
	}
}

// takeRoles takes the names of roles, with the words before them that change nothing.
func (e *Engine) takeRoles(r *reading, ws []text.Word, stems []string, taken []bool) {
	for i := 0; i < len(ws); {
		n, role := e.roleAt(ws, stems, taken, i)
		if n == 0 {
			i++
			continue
		}
		if !slices.Contains(r.roles, role) {
			r.roles = append(r.roles, role)
		}
		if i > 0 && plainQualifiers[ws[i-1].Text] {
			taken[i-1] = true // "traditional" product managers are product managers
		}
		for k := i; k < i+n; k++ {
			taken[k] = true
		}
		i += n
	}
}

// roleAt finds the role with the longest name that begins at word i, and how many
// words it has. A job noun alone is a name only where nothing qualifies it.
func (e *Engine) roleAt(ws []text.Word, stems []string, taken []bool, i int) (n, role int) {
	for _, name := range e.namesFrom[stems[i]] {
		n := len(name.stems)
		if i+n > len(stems) || slices.Contains(taken[i:i+n], true) || !slices.Equal(stems[i:i+n], name.stems) {
			continue
		}
		if !isJobNoun(ws[i+n-1].Text) && e.endsInJob[name.role] && n > 1 && e.isSecondary(name.role) {
			continue // "product management" is a field, and not just the product manager's
		}
		if !name.head || isJobNoun(ws[i].Text) && !qualified(ws[:i]) {
			return n, name.role
		}
	}
	return 0, 0
}

// expandAliases writes the one-word aliases of roles out, so that "SaaS PM" and
// "technical PM" are read as names.
func (e *Engine) expandAliases(ws []text.Word) []text.Word {
	var out []text.Word
	for i, w := range ws {
		name, ok := e.aliasOf[text.Singular(w.Text)]
		if !ok || e.heads[text.Singular(w.Text)] && qualified(ws[:i]) {
			out = append(out, w)
			continue
		}
		out = append(out, name...)
	}
	return out
}

// qualified tells whether the words before a job noun make it the name of another
// job: "product manager" is not just any manager.
func qualified(before []text.Word) bool {
	if len(before) == 0 {
		return false
	}
	w := before[len(before)-1].Text
	return !isTalk(w) && !plainQualifiers[w] && !ranks[w] && !notInJobName[w]
}
