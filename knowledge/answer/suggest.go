package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// maxNext is how many questions an answer suggests.
const maxNext = 3

// next are questions that the sections near the cited ones answer, nearest first.
func (e *Engine) next(cited []knowledge.Citation) (out []string) {
	isCited := func(s *outline.Section) bool {
		return slices.ContainsFunc(cited, func(c knowledge.Citation) bool { return c.Doc == s.Doc.ID && c.Section == s.Name() })
	}
	for _, s := range e.finder.Docs.Sections {
		if !isCited(s) {
			continue
		}
		all := e.finder.Docs.SectionsOf(s.Doc.ID)
		for _, by := range []int{1, -1, 2, -2, 3, -3} {
			if i := s.Index + by; i >= 0 && i < len(all) && len(out) < maxNext {
				if q := e.questionOf(all[i]); q != "" && !isCited(all[i]) && !slices.Contains(out, q) {
					out = append(out, q)
				}
			}
		}
	}
	return out
}

// questionOf is how people would ask for a section: by its heading, unless that is small talk such as "In short".
func (e *Engine) questionOf(s *outline.Section) string {
	if len(s.Passages) == 0 {
		return ""
	}
	if text.Content(s.Title()) < 2 {
		if _, cosine := e.talk.Like(s.Title()); cosine >= e.finder.Weights.TalkOrNothing {
			return ""
		}
	}
	return s.Title()
}

// Examples returns at most n questions that the documents of a scope answer, from as many different
// documents as possible.
func (e *Engine) Examples(s knowledge.Scope, n int) []string { return e.within(s).examples(n) }

func (e *Engine) examples(n int) (out []string) {
	for round := range 3 { // of a question from each document
		for _, d := range e.finder.Docs.Documents {
			asked := -1
			for _, s := range e.finder.Docs.SectionsOf(d.ID) {
				if len(out) == n || asked == round {
					break
				}
				if q := e.questionOf(s); q != "" {
					if asked++; asked == round && !slices.Contains(out, q) {
						out = append(out, q)
					}
				}
			}
		}
	}
	return out
}
