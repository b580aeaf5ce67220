package answer

import (
	"slices"
	"sort"
	"strings"

	"careeradvisor/knowledge"
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
	e.namesFrom, e.labelled, e.onFacets = map[string][]roleName{}, map[string][]int{}, map[string][]int{}
	about := map[string]bool{}
	for i, r := range e.roles {
		for _, n := range r.names {
			if len(n) > 0 {
				e.namesFrom[n[0]] = append(e.namesFrom[n[0]], roleName{n, i, e.isHead(i, n)})
			}
		}
		for _, d := range r.Docs {
			about[d] = true
		}
	}
	for _, names := range e.namesFrom {
		sort.SliceStable(names, func(i, j int) bool { return len(names[i].stems) > len(names[j].stems) })
	}
	for _, d := range docs {
		if !about[d.ID] {
			e.neutral = append(e.neutral, d.ID)
		}
	}
	for i := range e.c.passages {
		if l := e.c.passages[i].label; len(l) >= 2 && len(l) <= maxLabel && !e.isRoleName(l) {
			key := strings.Join(l, " ")
			e.labelled[key] = append(e.labelled[key], i)
		}
	}
	for i := range e.c.sections {
		for f, sure := range e.c.sections[i].facets {
			if sure >= headingSure {
				e.onFacets[f] = append(e.onFacets[f], i)
			}
		}
	}
	e.openings()
	for f, on := range e.onFacets {
		slices.Sort(on)
		sort.SliceStable(on, func(i, j int) bool { return e.c.sections[on[i]].facets[f] > e.c.sections[on[j]].facets[f] })
	}
}

// isHead tells whether a name of a role is but a job noun: its last word ("pilot"),
// or another ("skipper").
func (e *Engine) isHead(role int, name []string) bool {
	if len(name) != 1 {
		return false
	}
	for _, a := range e.roles[role].Aliases {
		if w := strings.ToLower(a); isJobNoun(w) && w != "pm" && stem(w) == name[0] {
			return true
		}
	}
	return false
}

// openings takes the beginning of a document about a role for its definition,
// where no heading announces one.
func (e *Engine) openings() {
	defined := map[string]bool{}
	for _, i := range e.onFacets["definition"] {
		defined[e.c.sections[i].doc.ID] = true
	}
	for i := range e.c.sections {
		s := &e.c.sections[i]
		if defined[s.doc.ID] || len(s.passages) == 0 || slices.Contains(e.neutral, s.doc.ID) {
			continue
		}
		defined[s.doc.ID] = true
		if s.facets == nil {
			s.facets = map[string]float64{}
		}
		s.facets["definition"] = openingSure
		e.onFacets["definition"] = append(e.onFacets["definition"], i)
	}
}

// openingSure is how surely a document's beginning says what its role is.
const openingSure = 0.65

func (e *Engine) isRoleName(stems []string) bool {
	for _, r := range e.roles {
		for _, n := range r.names {
			if slices.Equal(n, stems) {
				return true
			}
		}
	}
	return false
}
