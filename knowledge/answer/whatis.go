package answer

import (
	"slices"

	"careeradvisor/knowledge/text"
)

// settleWhole drops facets that are asked of a role as a whole from a question
// that is about something else, and takes a bare name for the question what it is.
func (e *Engine) settleWhole(r *reading, rest []text.Word, verbs map[string]bool) {
	if e.asksWhatIs(r) {
		e.takeForDefinition(r)
		return
	}
	about := slices.ContainsFunc(r.content(), func(t term) bool { return t.carries() })
	var kept []asked
	for _, a := range r.facets {
		if !a.row.whole || !about {
			kept = append(kept, a)
		}
	}
	if len(kept) == 0 && !about && len(r.roles) > 0 && r.intent != yesNo {
		kept = e.definition()
	}
	if len(kept) != len(r.facets) {
		r.facets, r.terms = kept, nil
		e.weigh(r, rest, verbs)
	}
}

// asksWhatIs tells a question that asks what a role is in so many words: "what is
// a TPM", "… is a TPM what".
func (e *Engine) asksWhatIs(r *reading) bool {
	if len(r.roles) != 1 || len(r.labels) > 0 || r.asksPlainly() && !r.facet().whole {
		return false // "who is the TPM's boss" asks for something else
	}
	for i := 0; i+2 < len(r.words); i++ {
		if who := r.words[i].Text; (who == "what" || who == "who") && isOrAre[r.words[i+1].Text] {
			_, after, ok := e.roleFrom(r.words[i+2:])
			return ok && e.sayLittle(after)
		}
	}
	return false
}

var isOrAre = text.Set("is are")

// sayLittle reports whether none of the words matters.
func (e *Engine) sayLittle(ws []text.Word) bool {
	for _, w := range ws {
		if w.IsContent() && !chatter[w.Text] && e.corpus.knows(w.Stem) {
			return false
		}
	}
	return true
}

// takeForDefinition reads a question as one for the definition of its role; what
// else it says is talk.
func (e *Engine) takeForDefinition(r *reading) {
	r.facets = e.definition()
	for i := range r.terms {
		r.terms[i].optional = true
	}
}

// definition is the facet of a question that asks what a role is without words for
// that.
func (e *Engine) definition() []asked {
	return []asked{{row: e.facetTable.row(facetDefinition), weight: plainly}}
}
