package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// readNames takes the names of labels, roles and other jobs out of the question's
// words, and returns the rest with those that look like verbs; the distinctive
// words of a label stay.
func (e *Engine) readNames(r *reading) (rest []text.Word, verbs map[string]bool) {
	ws := e.expandAliases(r.words)
	taken := make([]bool, len(ws))
	e.takeLabels(r, text.StemsOf(ws), taken)
	named := e.index.Words(ws)
	e.takeRoles(r, ws, named.Named, taken)
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
	r.foreign = e.foreignJobs(r, ws, named.Foreign, taken)
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

// takeRoles takes the names of roles and levels, with the words before them that
// change nothing. A level of no role in particular stays a word of the question.
func (e *Engine) takeRoles(r *reading, ws []text.Word, named []roles.Mention, taken []bool) {
	for _, m := range named {
		of := e.rolesOf(m.Subjects)
		if len(of) == 0 {
			r.scale = append(r.scale, m.Subjects...)
			continue
		}
		if slices.Contains(taken[m.From:m.To], true) || !e.namesIt(m) {
			continue
		}
		for _, i := range of {
			if !slices.Contains(r.roles, i) {
				r.roles = append(r.roles, i)
			}
		}
		if m.From > 0 && roles.IsPlain(ws[m.From-1].Text) {
			taken[m.From-1] = true // "traditional" product managers are product managers
		}
		from := m.From
		if len(of) == 1 {
			from = min(m.To, from+e.index.Ranked(m.Subjects[0])) // a rank is asked for as well
			r.ranks = append(r.ranks, text.StemsOf(ws[m.From:from])...)
		}
		for k := from; k < m.To; k++ {
			taken[k] = true
		}
	}
}

// namesIt tells whether a mention is one of the role: "product management" is a
// field, and not just the product manager's, where documents only compare those.
func (e *Engine) namesIt(m roles.Mention) bool {
	return !m.Field || !e.isSecondary(e.roleOf[m.Subjects[0]])
}

// rolesIn are the roles that a text names; a "hardware product manager" is another.
func (e *Engine) rolesIn(s string) []int {
	var out []int
	for _, m := range e.index.In(s).Named {
		for _, i := range e.rolesOf(m.Subjects) {
			if !m.Kind && e.namesIt(m) && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// expandAliases writes the one-word aliases of roles out, so that "SaaS PM" and
// "technical PM" are read as names.
func (e *Engine) expandAliases(ws []text.Word) []text.Word {
	var out []text.Word
	for i, w := range ws {
		name, ok := e.aliasOf[text.Singular(w.Text)]
		if !ok || e.index.IsJob(w.Text) && i > 0 && e.qualifies(ws[i-1].Text) {
			out = append(out, w)
			continue
		}
		out = append(out, name...)
	}
	return out
}

// qualifies tells whether the word before a job noun makes it the name of another
// job: "product manager" is not just any manager.
func (e *Engine) qualifies(w string) bool { return !isTalk(w) && !roles.IsPlain(w) && !roles.IsRank(w) }

// roleFrom reads the name of a role that words begin with, with or without an article,
// and gives the words after it.
func (e *Engine) roleFrom(ws []text.Word) (role int, after []text.Word, ok bool) {
	if len(ws) > 0 && text.IsArticle(ws[0].Text) {
		ws = ws[1:]
	}
	ws = e.expandAliases(ws)
	for _, m := range e.index.Words(ws).Named {
		if of := e.rolesOf(m.Subjects); m.From == 0 && len(of) > 0 && e.namesIt(m) {
			return of[0], ws[m.To:], true
		}
	}
	return -1, nil, false
}

// unnamed are the words of a text that do not stand in the name of a role.
func (e *Engine) unnamed(s string) []text.Word {
	ws := e.expandAliases(text.Words(s))
	named := make([]bool, len(ws))
	for _, m := range e.index.Words(ws).Named {
		for i := m.From; i < m.To && len(e.rolesOf(m.Subjects)) > 0 && e.namesIt(m); i++ {
			named[i] = true
		}
	}
	var kept []text.Word
	for i, w := range ws {
		if !named[i] {
			kept = append(kept, w)
		}
	}
	return kept
}

// withoutRoles drops the names of roles from a text.
func (e *Engine) withoutRoles(s string) string {
	return strings.Join(text.Texts(e.unnamed(s)), " ")
}

// outsideNames are the stems of a text that do not stand in the name of a role.
func (e *Engine) outsideNames(s string) map[string]bool {
	outside := map[string]bool{}
	for _, w := range e.unnamed(s) {
		outside[w.Stem] = true
	}
	return outside
}
