package answer

import (
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// turnDown refuses or asks back before anything is looked up: the question names
// another job, or nothing at all.
func (e *Engine) turnDown(r *reading) (knowledge.Answer, bool) {
	if wantsAction(r.words) {
		return e.refuse(r, nil), true
	}
	if len(r.foreign) > 0 && (len(r.roles) == 0 || len(r.roles) == 1 && r.isComparison()) {
		return e.foreignRole(r), true
	}
	if r.carriesNothing() {
		return e.askBack(), true
	}
	return knowledge.Answer{}, false
}

// carriesNothing tells a question without role, facet or word that says what it is
// about: "tell me more", out of the blue.
func (r *reading) carriesNothing() bool {
	return len(r.roles) == 0 && len(r.labels) == 0 && !r.asksPlainly() &&
		!slices.ContainsFunc(r.terms, func(t term) bool { return t.carries() })
}

// askBack answers a question that says too little.
func (e *Engine) askBack() knowledge.Answer {
	return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose,
		Lead: "I'm not sure what you'd like to know. " + e.offer(), Suggestions: e.examples(maxExamples), Confidence: lostSure}
}

// foreignRole refuses a question about a job that no document is about, or asks
// back where its initials are those of one that is.
func (e *Engine) foreignRole(r *reading) knowledge.Answer {
	name := r.foreign[0]
	for _, known := range e.roles[:e.levelsFrom] {
		if len(known.Docs) > 0 && initials(name) == known.acronym(e.corpus) {
			return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose,
				Lead: fmt.Sprintf("My documents are about the %s, not the %s, though both are called %s. Did you mean the %s?",
					strings.ToLower(known.Name), name, known.acronym(e.corpus), strings.ToLower(known.Name)),
				Suggestions: e.examples(maxExamples), Confidence: choiceSure}
		}
	}
	return knowledge.Answer{Kind: knowledge.Refuse, Shape: knowledge.Prose,
		Lead:        fmt.Sprintf("My documents aren't about the role “%s”. %s", name, e.offer()),
		Suggestions: e.examples(maxExamples)}
}

// assumeRole takes the only role that documents are about for a question that
// names none.
func (e *Engine) assumeRole(r *reading) {
	var about []int
	for i := range e.roles[:e.levelsFrom] {
		if !e.isSecondary(i) {
			about = append(about, i)
		}
	}
	if len(r.roles) == 0 && len(about) == 1 {
		r.roles, r.assumed = about, true
	}
}

// whichRole asks back where a question about a facet of a role names none, and
// documents have sections on it for several.
func (e *Engine) whichRole(r *reading) (knowledge.Answer, bool) {
	f := r.facet()
	if f == nil || f.suggest == "" || len(r.roles) > 0 || !r.asksPlainly() || !e.asksForWhole(r) {
		return knowledge.Answer{}, false
	}
	var choices, names []string
	for _, s := range e.suggestions {
		if s.facet == f.name && f.shape != knowledge.Table && !s.isBroken() {
			choices, names = append(choices, s.text), append(names, strings.ToLower(e.roles[s.role].Name))
		}
	}
	if len(choices) < 2 {
		return knowledge.Answer{}, false
	}
	n := min(len(choices), maxChoices)
	return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose, Confidence: choiceSure,
		Lead: "Which role do you mean: " + knowledge.InWords(names[:n], "or") + "?", Suggestions: choices[:n]}, true
}

// maxChoices is how many choices a person weighs at a glance.
const maxChoices = 3
