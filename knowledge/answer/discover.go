package answer

import (
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/text"
)

// findRoles finds what roles the documents speak of: those that a document is
// about come first, then those that are only compared with them.
func findRoles(c *corpus, t *facetTable, docs []knowledge.Document) []role {
	f := roleFinder{corpus: c, facetTable: t, byKey: map[string]int{}}
	for i := range docs {
		if name := roleOf(c, &docs[i]); name != "" {
			f.add(name, docs[i].ID, docs[i].Aliases...)
		}
	}
	f.addCompared()
	f.addAlsoKnown()
	f.addInitials()
	f.addHeads()
	for i := range f.roles {
		f.roles[i].compile()
	}
	return f.roles
}

// roleFinder collects roles and their names.
type roleFinder struct {
	corpus     *corpus
	facetTable *facetTable
	roles      []role
	byKey      map[string]int // stems of the name, joined -> index
}

// add takes a role in, or another document or alias of one that is known.
func (f *roleFinder) add(name, doc string, aliases ...string) {
	key := text.Key(name)
	i, ok := f.byKey[key]
	if !ok {
		i = len(f.roles)
		f.byKey[key] = i
		f.roles = append(f.roles, role{Role: knowledge.Role{Name: titled(name)}})
	}
	r := &f.roles[i]
	if doc != "" {
		r.Docs = append(r.Docs, doc)
	}
	for _, a := range aliases {
		f.alias(i, a)
	}
}

// roleOf is the role that a document is about: as its front matter says, or the
// name of a job that runs through its title and headings; "" where there is none.
func roleOf(c *corpus, d *knowledge.Document) string {
	if d.Role != "" {
		return d.Role
	}
	count, first := map[string]int{}, map[string]string{}
	note := func(s string) {
		for _, name := range jobNames(s) {
			key := text.Key(name)
			count[key]++
			if first[key] == "" {
				first[key] = name
			}
		}
	}
	note(d.Title)
	for _, s := range d.Sections {
		note(outline.Unnumbered(s.Heading()))
	}
	best := ""
	for key, n := range count {
		if best == "" || n > count[best] || n == count[best] && (len(key) > len(best) || len(key) == len(best) && key < best) {
			best = key
		}
	}
	inTitle := strings.Contains(text.Key(d.Title), best)
	if best == "" || !inTitle && float64(count[best]) < roleShare*float64(len(d.Sections)) {
		return ""
	}
	return first[best]
}

// compared matches headings of comparisons.
var compared = regexp.MustCompile(`(?i)\b(vs\.?|versus|compared|difference|differences|differ)\b`)

// addCompared finds the roles that documents set beside others: in headings of
// comparisons and in the columns of the tables under them.
func (f *roleFinder) addCompared() {
	for _, s := range f.corpus.sections {
		if !compared.MatchString(s.Heading()) {
			continue
		}
		names := jobNames(s.Heading())
		for _, p := range s.passages {
			for _, col := range f.corpus.passages[p].Columns {
				names = append(names, jobNames(col)...)
			}
		}
		for _, n := range names {
			if strings.Contains(n, " ") {
				f.add(n, "")
			}
		}
	}
}

// nameStems are the stems of the names of the roles found so far.
func (f *roleFinder) nameStems() map[string]bool {
	stems := map[string]bool{}
	for _, r := range f.roles {
		for _, s := range text.Stems(r.Name) {
			stems[s] = true
		}
	}
	return stems
}

// byDoc is the first role that a document is about, or -1.
func (f *roleFinder) byDoc(id string) int {
	return slices.IndexFunc(f.roles, func(r role) bool { return slices.Contains(r.Docs, id) })
}
