package answer

import (
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge/text"
)

// maxLabel is how many words of a question may be the label of an item.
const maxLabel = 6

// lookUp makes the tables that questions are read by, so that reading one does
// not grow with the number of roles and documents.
func (e *Engine) lookUp() {
	e.lookUpAliases()
	e.lookUpLabels()
	e.lookUpFacets()
}

// lookUpAliases collects the words of the names of roles, and those that stand for
// a name by themselves.
func (e *Engine) lookUpAliases() {
	e.roleWords, e.aliasOf = map[string]bool{}, map[string][]text.Word{}
	for _, r := range e.roles[:e.levelsFrom] {
		for _, w := range text.Words(r.Name) {
			e.roleWords[w.Stem] = true
		}
		for _, a := range r.Aliases {
			if ws := text.Words(a); len(ws) == 1 {
				alias := ws[0]
				e.aliasOf[alias.Text] = text.Words(strings.ToLower(r.Name))
				e.roleWords[alias.Stem] = true
			}
		}
	}
}

// lookUpLabels finds passages by labels of several words; one word names too much.
func (e *Engine) lookUpLabels() {
	e.labelled = map[string][]int{}
	for i := range e.corpus.passages {
		if l := e.corpus.passages[i].label; len(l) >= 2 && len(l) <= maxLabel && e.roleCalled(e.corpus.passages[i].Label) < 0 {
			key := strings.Join(l, " ")
			e.labelled[key] = append(e.labelled[key], i)
		}
	}
}

// lookUpFacets reads what the headings speak of.
func (e *Engine) lookUpFacets() {
	e.onFacets = map[string][]int{}
	for i := range e.corpus.sections {
		s := &e.corpus.sections[i]
		s.facets = e.facetTable.ofHeading(s.Heading(), e.roleWords)
		for f, sure := range s.facets {
			if sure >= headingSure {
				e.onFacets[f] = append(e.onFacets[f], i)
			}
		}
	}
	e.openings()
	for f, on := range e.onFacets {
		slices.Sort(on)
		sort.SliceStable(on, func(i, j int) bool { return e.corpus.sections[on[i]].facets[f] > e.corpus.sections[on[j]].facets[f] })
	}
}

// openings takes the beginning of a document about a role for its definition,
// where no heading announces one.
func (e *Engine) openings() {
	defined := map[string]bool{}
	for _, i := range e.onFacets[facetDefinition] {
		defined[e.corpus.sections[i].Doc.ID] = true
	}
	for i := range e.corpus.sections {
		s := &e.corpus.sections[i]
		if defined[s.Doc.ID] || len(s.passages) == 0 || len(s.about) == 0 {
			continue
		}
		defined[s.Doc.ID] = true
		s.facets[facetDefinition] = openingSure
		e.onFacets[facetDefinition] = append(e.onFacets[facetDefinition], i)
	}
}

// roleCalled is the role that has a name, or -1.
func (e *Engine) roleCalled(name string) int {
	for _, m := range e.index.In(name).Named {
		if of := e.rolesOf(m.Subjects); m.From == 0 && m.To == len(name) && len(of) > 0 {
			return of[0]
		}
	}
	return -1
}
