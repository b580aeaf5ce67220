package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"careeradvisor/knowledge"
)

// suggestion is a question that the documents should answer, by their headings.
type suggestion struct {
	facet string
	role  int
	text  string
	state *atomic.Int32 // whether they do, once it was tried
}

// The states of a suggestion.
const (
	untried = iota
	kept
	broken // the heading promises what nothing below it says
)

func (s *suggestion) isBroken() bool { return s.state.Load() == broken }

// findSuggestions makes the questions that can be offered: those of the facets
// for which a document about the role has a section.
func (e *Engine) findSuggestions() []suggestion {
	var out []suggestion
	for i, r := range e.roles[:e.levelsFrom] {
		if len(r.Docs) == 0 {
			continue
		}
		for _, f := range facets {
			if f.suggest == "" || len(e.sectionsOf(f.name, i)) == 0 {
				continue
			}
			if text := e.offerOf(f, i); text != "" {
				out = append(out, suggestion{facet: f.name, role: i, text: text, state: new(atomic.Int32)})
			}
		}
	}
	return out
}

// offerOf is the question that offers a facet of a role, or "" where a comparison
// has no other role to compare with.
func (e *Engine) offerOf(f facet, role int) string {
	name := e.roles[role].acronym(e.corpus)
	if f.shape != knowledge.Table {
		return article(fmt.Sprintf(f.suggest, name))
	}
	for _, s := range e.sheets {
		for _, k := range s.roles {
			if k >= 0 && k != role && slices.Contains(s.roles, role) {
				return article(fmt.Sprintf(f.suggest, name, e.roles[k].acronym(e.corpus)))
			}
		}
	}
	return ""
}

// soundsLikeYou tells words that begin with a vowel and sound as if they did not.
func soundsLikeYou(w string) bool {
	w = strings.ToLower(w)
	return strings.HasPrefix(w, "uni") || strings.HasPrefix(w, "use") || strings.HasPrefix(w, "eu") || strings.HasPrefix(w, "one")
}

// article mends "a API" to "an API".
func article(s string) string {
	ws := strings.Split(s, " ")
	for i := 0; i+1 < len(ws); i++ {
		next := ws[i+1]
		if ws[i] != "a" || next == "" {
			continue
		}
		spelled := len(next) <= maxAcronym && strings.ToUpper(next) == next // said letter by letter: "an HP", "a PM"
		if spelled && strings.ContainsRune("AEFHILMNORSX", rune(next[0])) || !spelled && strings.ContainsRune("AEIOUaeiou", rune(next[0])) && !soundsLikeYou(next) {
			ws[i] = "an"
		}
	}
	return strings.Join(ws, " ")
}

// offered is the order in which facets are offered to someone who asked for none.
var offered = []string{
	"difference", "path", "salary", "types", "duties", "definition", "day", "skills", "workplace", "level", "interview",
}

// examples are n questions that the documents answer, of different roles where
// there are several.
func (e *Engine) examples(n int) []string { return e.offerFrom(nil, n, offered, "", nil) }

// offerFrom adds to out the first suggestion for each of the facets, up to n in
// all; the facet not is left out, and others than of r's roles where r is given.
func (e *Engine) offerFrom(out []string, n int, facets []string, not string, r *reading) []string {
	for _, want := range facets {
		for _, s := range e.suggestions {
			if len(out) < n && s.facet == want && s.facet != not && (r == nil || s.isOf(r)) && !s.isBroken() && !slices.Contains(out, s.text) {
				out = append(out, s.text)
				break
			}
		}
	}
	return out
}

// near are questions about the same role that come near to one that was refused,
// or that lead on from one that was answered.
func (e *Engine) near(r *reading) []string {
	not := ""
	if f := r.facet(); f != nil {
		not = f.name
	}
	var also []string
	for _, f := range r.facets {
		also = append(also, f.row.name)
	}
	out := e.offerFrom(nil, maxExamples, also, not, r)
	out = e.offerFrom(out, maxExamples, offered, not, r)
	if len(out) > 0 {
		return out
	}
	return e.offerFrom(out, maxExamples, offered, not, nil)
}

// isOf reports whether a suggestion is about a role of the question, if it has one.
func (s suggestion) isOf(r *reading) bool {
	return len(r.roles) == 0 || slices.Contains(r.roles, s.role)
}

// keepPromises tries the suggestions of an answer that have not been tried yet, and
// tells whether the documents answer all of them. What is tried is remembered, so
// that only the first who is offered a question waits for it, and the start does
// not. Where the search fails a suggestion stays untried, and is offered.
func (e *Engine) keepPromises(ctx context.Context, texts []string) bool {
	all := true
	for i := range e.suggestions {
		s := &e.suggestions[i]
		if !slices.Contains(texts, s.text) || s.state.Load() == kept {
			continue
		}
		if s.isBroken() { // found out by another question meanwhile
			all = false
			continue
		}
		switch a, err := e.answer(ctx, knowledge.Question{Text: s.text}); {
		case err != nil:
		case a.Kind == knowledge.Answered:
			s.state.Store(kept)
		default:
			s.state.Store(broken)
			all = false
		}
	}
	return all
}
