package answer

import (
	"fmt"
	"strings"

	"careeradvisor/knowledge"
)

// introduce replies to what asks nothing.
func (e *Engine) introduce() knowledge.Answer { return e.help("I'm the career advisor. " + e.offer()) }

// help is a reply of kind Help with questions that the documents answer.
func (e *Engine) help(lead string) knowledge.Answer {
	return knowledge.Answer{Kind: knowledge.Help, Lead: lead, Shape: knowledge.Prose, Suggestions: e.examples(maxExamples), Confidence: 1}
}

// maxExamples is how many questions are offered at a time.
const maxExamples = 3

// offer says what the documents are about.
func (e *Engine) offer() string {
	var names []string
	for _, r := range e.roles[:e.levelsFrom] {
		if len(r.Docs) == 0 {
			continue
		}
		name := strings.ToLower(r.Name)
		if a := r.acronym(e.corpus); a != r.Name {
			name += " (" + a + ")"
		}
		names = append(names, name)
	}
	switch {
	case len(names) == 0:
		return "I answer questions from my documents and say where each answer stands."
	case len(names) > maxOffered:
		return fmt.Sprintf("I answer questions about %d roles, among them %s, from my documents, and say where each answer stands.",
			len(names), knowledge.InWords(names[:maxOffered], "and"))
	}
	return "I answer questions about the " + knowledge.InWords(names, "and") + " role" + plural(len(names)) +
		" from my documents, and say where each answer stands."
}

// maxOffered is how many roles are named in one breath.
const maxOffered = 5

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
