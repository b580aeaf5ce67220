package answer

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge"
)

// refuse says that the documents do not cover the question, what of it they lack,
// and what they do cover.
func (e *Engine) refuse(r *reading, unmet []term) knowledge.Answer {
	lead := "My documents don't answer that."
	if names := missing(unmet); len(names) > 0 && (len(r.facets) > 0 || len(r.roles) > 0 && !r.assumed) {
		lead = "My documents don't answer that: they say nothing about " + joinOr(names) + " here."
	}
	return knowledge.Answer{Kind: knowledge.Refuse, Lead: lead, Shape: knowledge.Prose, Suggestions: e.near(r)}
}

// missing quotes the heaviest words that were not met.
func missing(unmet []term) []string {
	var out []string
	for _, t := range unmet {
		if len(out) < 3 && len(t.text) <= 30 && !isNumber(t.text) { // a figure from a question is never repeated
			out = append(out, "“"+t.text+"”")
		}
	}
	return out
}

func joinOr(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// foreignRole refuses a question about a job that no document is about, or asks
// back where its initials are those of one that is.
func (e *Engine) foreignRole(r *reading) knowledge.Answer {
	name := r.foreign[0]
	for _, known := range e.roles {
		if len(known.Docs) > 0 && initials(name) == known.acronym(e.c) {
			return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose,
				Lead: fmt.Sprintf("My documents are about the %s, not the %s, though both are called %s. Did you mean the %s?",
					strings.ToLower(known.Name), name, known.acronym(e.c), strings.ToLower(known.Name)),
				Suggestions: e.examples(3), Confidence: 0.5}
		}
	}
	return knowledge.Answer{Kind: knowledge.Refuse, Shape: knowledge.Prose,
		Lead:        fmt.Sprintf("My documents aren't about the role “%s”. %s", name, e.offer()),
		Suggestions: e.examples(3)}
}

// whichRole asks back where a question about a facet of a role names none, and
// documents have sections on it for several.
func (e *Engine) whichRole(r *reading) (knowledge.Answer, bool) {
	f := r.facet()
	if f == nil || f.suggest == "" || len(r.roles) > 0 || r.facets[0].weight < 1 || !e.asksForWhole(r) {
		return knowledge.Answer{}, false
	}
	var choices, names []string
	for _, s := range e.suggestions {
		if s.facet == f.name && f.shape != knowledge.Table {
			choices, names = append(choices, s.text), append(names, strings.ToLower(e.roles[s.role].Name))
		}
	}
	if len(choices) < 2 {
		return knowledge.Answer{}, false
	}
	n := min(len(choices), maxChoices)
	return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose, Confidence: 0.5,
		Lead: "Which role do you mean: " + joinOr(names[:n]) + "?", Suggestions: choices[:n]}, true
}

// maxChoices is how many choices a person weighs at a glance.
const maxChoices = 3

// askBack answers a question that says too little.
func (e *Engine) askBack(*reading) knowledge.Answer {
	return knowledge.Answer{Kind: knowledge.Clarify, Shape: knowledge.Prose,
		Lead: "I'm not sure what you'd like to know. " + e.offer(), Suggestions: e.examples(3), Confidence: 0.3}
}
