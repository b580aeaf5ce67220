package answer

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// settleWay finds which of two roles a question asks the way to: "can a PM become a
// TPM?", "from TPM to PM". Only the order tells. One that asks which of both to become
// ("become a PM or a TPM?") asks how they differ; rest is then without the word that
// asks for the way.
func (e *Engine) settleWay(r *reading, rest []text.Word) []text.Word {
	if len(r.roles) != 2 {
		return rest
	}
	fits := r.asksFor("fit")
	if !fits && !r.asksFor("path") && !(len(r.facets[0].by) == 0 && e.namesWay(r)) {
		return rest
	}
	for _, towards := range reaching {
		for i := len(r.words) - 1; i >= 0; i-- {
			if !towards[r.words[i].Text] || i > 0 && r.words[i-1].Text == "from" {
				continue
			}
			ws := r.words[i+1:]
			if len(ws) > 0 && ws[0].Text == "either" {
				ws = ws[1:]
			}
			role, after, ok := e.roleFrom(ws)
			if !ok || !slices.Contains(r.roles, role) {
				continue
			}
			if len(after) > 1 && choosing[after[0].Text] {
				if _, _, ok := e.roleFrom(after[1:]); ok {
					r.facets = []asked{{row: e.facetTable.row("difference"), weight: plainly}}
					return slices.DeleteFunc(rest, func(w text.Word) bool { return w == r.words[i] })
				}
			}
			if fits {
				return rest
			}
			if r.asksFor("path") {
				r.facets = r.facets[:1]
			} else {
				r.facets = []asked{{row: e.facetTable.row("path"), weight: plainly}}
			}
			r.from = slices.DeleteFunc(r.roles, func(i int) bool { return i == role })
			r.roles = []int{role}
			return rest
		}
	}
	return rest
}

// namesWay tells words that name a way by both its ends: "from keeper to pilot".
func (e *Engine) namesWay(r *reading) bool {
	from, to := false, false
	for i, w := range r.words {
		if _, _, ok := e.roleFrom(r.words[i+1:]); ok {
			from = from || w.Text == "from"
			to = to || ends[w.Text]
		}
	}
	return from && to
}

// ends are words before the end of a way.
var ends = text.Set("to into toward towards")

// reaching are words before a role that is to be reached, the surest first.
var reaching = []map[string]bool{text.Set("become becoming"), ends, text.Set("be being")}

// choosing are words between two roles of which one is to be picked.
var choosing = text.Set("or vs versus")
