package answer

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// refuse says that the documents do not cover the question, what of it they lack,
// and what they do cover.
func (e *Engine) refuse(r *reading, unmet []term) knowledge.Answer {
	lead := "My documents don't answer that."
	if names := missing(r.words, unmet); len(names) > 0 && (len(r.facets) > 0 || len(r.roles) > 0 && !r.assumed) {
		lead = "My documents don't answer that: they say nothing about " + knowledge.InWords(names, "or") + " here."
	}
	return knowledge.Answer{Kind: knowledge.Refuse, Lead: lead, Shape: knowledge.Prose, Suggestions: e.near(r)}
}

// missing quotes the heaviest words of a question that were not met; one that asks for
// a degree with its "how".
func missing(ws []text.Word, unmet []term) []string {
	var out []string
	for _, t := range unmet {
		if len(out) < 3 && len(t.Text) <= 30 && !text.HasDigit(t.Text) { // a figure from a question is never repeated
			shown := t.Text
			if t.Named && t.Raw != "" {
				shown = t.Raw
			}
			out = append(out, "“"+shown+"”")
		}
	}
	return out
}
