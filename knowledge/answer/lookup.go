package answer

import (
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// roleName is one name of a role.
type roleName struct {
	stems []string
	role  int
	head  bool // it is but a job noun: "pilot"
}

// maxLabel is how many words of a question may be the label of an item.
const maxLabel = 6

// lookUp makes the tables that questions are read by, so that reading one does
// not grow with the number of roles and documents.
func (e *Engine) lookUp(docs []knowledge.Document) {
	e.lookUpAliases()
	e.lookUpNames()
	e.lookUpLabels()
	about := map[string]bool{}
	for _, r := range e.roles {
		for _, d := range r.Docs {
			about[d] = true
		}
	}
	for _, d := range docs {
		if !about[d.ID] {
			e.neutral = append(e.neutral, d.ID)
		}
	}
	e.lookUpFacets()
}

// lookUpAliases collects the words of the names of roles, and those that stand for
// a name by themselves.
func (e *Engine) lookUpAliases() {
	e.roleWords, e.heads, e.aliasOf = map[string]bool{}, map[string]bool{}, map[string][]text.Word{}
	for _, r := range e.roles {
		for _, w := range text.Words(r.Name) {
			e.roleWords[w.Stem] = true
		}
		for _, a := range r.Aliases {
			if ws := text.Words(a); len(ws) == 1 {
				alias := ws[0]
				e.aliasOf[alias.Text] = text.Words(strings.ToLower(r.Name))
				e.heads[alias.Text] = isBareJob(alias.Text)
				e.roleWords[alias.Stem] = true
			}
		}
		ws := strings.Fields(strings.ToLower(r.Name))
		e.endsInJob = append(e.endsInJob, isJobNoun(ws[len(ws)-1]))
	}
}

// lookUpNames sorts the names of roles by their first words.
func (e *Engine) lookUpNames() {
	e.namesFrom = map[string][]roleName{}
	for i, r := range e.roles {
		for _, n := range r.names {
			if len(n) > 0 {
				e.namesFrom[n[0]] = append(e.namesFrom[n[0]], roleName{n, i, e.isHead(i, n)})
			}
		}
	}
	for _, names := range e.namesFrom {
		sort.SliceStable(names, func(i, j int) bool { return len(names[i].stems) > len(names[j].stems) })
	}
}

// lookUpLabels finds passages by labels of several words; one word names too much.
func (e *Engine) lookUpLabels() {
	e.labelled = map[string][]int{}
	for i := range e.corpus.passages {
		if l := e.corpus.passages[i].label; len(l) >= 2 && len(l) <= maxLabel && e.roleCalled(l) < 0 {
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

// isHead tells whether a name of a role is but a job noun: its last word ("pilot"),
// or another ("skipper").
func (e *Engine) isHead(role int, name []string) bool {
	if len(name) != 1 {
		return false
	}
	for _, a := range e.roles[role].Aliases {
		if w := strings.ToLower(a); isBareJob(w) && text.Stem(w) == name[0] {
			return true
		}
	}
	return false
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
		if defined[s.Doc.ID] || len(s.passages) == 0 || slices.Contains(e.neutral, s.Doc.ID) {
			continue
		}
		defined[s.Doc.ID] = true
		s.facets[facetDefinition] = openingSure
		e.onFacets[facetDefinition] = append(e.onFacets[facetDefinition], i)
	}
}

// roleCalled is the role that has a name, as stems, or -1.
func (e *Engine) roleCalled(stems []string) int {
	return slices.IndexFunc(e.roles, func(r role) bool {
		return slices.ContainsFunc(r.names, func(n []string) bool { return slices.Equal(n, stems) })
	})
}
