package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
)

// maxNext is how many questions an answer leads on to.
const maxNext = 3

// next are questions that the sections beside the cited ones answer.
func (e *Engine) next(cited []knowledge.Citation) (out []string) {
	isCited := func(s *outline.Section) bool {
		return slices.ContainsFunc(cited, func(c knowledge.Citation) bool { return c.Doc == s.Doc.ID && c.Section == s.Name() })
	}
	for i, s := range e.corpus.outline.Sections {
		if !isCited(s) {
			continue
		}
		for d := 1; d <= maxNext && len(out) < maxNext; d++ {
			for _, k := range []int{i + d, i - d} {
				if k < 0 || k >= len(e.corpus.outline.Sections) || len(out) == maxNext {
					continue
				}
				n := e.corpus.outline.Sections[k]
				if q := e.questionOf(n); q != "" && n.Doc == s.Doc && !isCited(n) && !slices.Contains(out, q) {
					out = append(out, q)
				}
			}
		}
	}
	return out
}

// questionOf is how people ask for a section: by its heading, unless that is talk, such
// as "In short".
func (e *Engine) questionOf(s *outline.Section) string {
	if len(s.Passages) == 0 {
		return ""
	}
	if content(s.Title()) < 2 {
		if _, cosine := e.talk.like(s.Title()); cosine >= e.weights.TalkOrNothing {
			return ""
		}
	}
	return s.Title()
}

// Examples are at most n questions that the documents of a scope answer, of different
// ones as far as there are.
func (e *Engine) Examples(s knowledge.Scope, n int) []string { return e.within(s).examples(n) }

func (e *Engine) examples(n int) (out []string) {
	for round := 0; len(out) < n && round < 3; round++ {
		doc, k := "", 0
		for _, s := range e.corpus.outline.Sections {
			if s.Doc.ID != doc {
				doc, k = s.Doc.ID, 0
			}
			q := e.questionOf(s)
			if q == "" || len(out) == n || e.corpus.hidden[s.Doc.ID] {
				continue
			}
			if k == round && !slices.Contains(out, q) {
				out = append(out, q)
			}
			k++
		}
	}
	return out
}
