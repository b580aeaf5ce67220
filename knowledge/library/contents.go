package library

import (
	"fmt"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/practice"
	"careeradvisor/knowledge/roles"
)

// Contents is what a library holds. What it refers to must not be changed.
type Contents struct {
	Roles     []knowledge.Role
	Documents []DocumentInfo
	Passages  int
	Examples  []string // questions that the documents answer
}

// DocumentInfo is a document without its text.
type DocumentInfo struct {
	ID, Title, Role, Source string
	Owner                   string // may be empty
	URL                     string // where people read it, may be empty
	Date, ReviewBy          string // YYYY-MM-DD, may be empty
	Passages                int
	Unasked                 int // sections without questions, see [Asks.Without]
}

// maxExamples is how many questions are shown as examples.
const maxExamples = 6

// view is what a generation shows within one scope.
type view struct {
	scope    string
	contents Contents
	practice *practice.Practice
}

// within returns the view of a generation within a scope.
func (g *Generation) within(s knowledge.Scope) *view {
	key := fmt.Sprintf("%q", s)
	if v := g.seen.Load(); v != nil && v.scope == key {
		return v
	}
	meant := map[string][]string{}
	v := &view{scope: key, contents: Contents{Examples: g.Engine.Examples(s, maxExamples)}}
	for _, d := range g.Documents() {
		if meant[d.ID] = d.Channels; !s.Allows(d.ID, d.Channels) {
			continue
		}
		n := len(d.Passages())
		v.contents.Passages += n
		v.contents.Documents = append(v.contents.Documents, DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Owner: d.Owner, URL: d.URL, Date: d.Date, ReviewBy: d.ReviewBy, Passages: n, Unasked: len(unasked(d)),
		})
	}
	v.contents.Roles = described(g.Roles, func(doc string) bool { return s.Allows(doc, meant[doc]) })
	v.practice = g.Practice.Within(s, func(doc string) []string { return meant[doc] })
	g.seen.Store(v)
	return v
}

// described lists the roles, starting with those that a document is about. A role described only by
// documents that may not be quoted is left out.
func described(x *roles.Index, quoted func(doc string) bool) (all []knowledge.Role) {
	for _, described := range []bool{true, false} {
		for _, r := range x.Roles() {
			docs := slices.DeleteFunc(slices.Clone(r.Docs), func(doc string) bool { return !quoted(doc) })
			if (len(docs) > 0) == described && (len(docs) > 0 || len(r.Docs) == 0) {
				role := r.Role
				role.Docs = docs
				all = append(all, role)
			}
		}
	}
	return all
}
