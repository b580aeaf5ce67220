package library

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
)

// Contents says what a library holds. What it refers to must not be changed.
type Contents struct {
	Generation string // of the index, "" where it has no name
	Roles      []knowledge.Role
	Documents  []DocumentInfo
	Passages   int
	Examples   []string // questions that the documents answer
}

// DocumentInfo is a document without its text.
type DocumentInfo struct {
	ID, Title, Role, Source string
	Date                    string // YYYY-MM-DD, may be empty
	Passages                int
}

// maxExamples is how many questions are shown as examples.
const maxExamples = 6

// contentsOf says what a generation holds.
func contentsOf(g *Generation) Contents {
	c := Contents{
		Generation: g.Index.Generation(), Roles: described(g.Roles), Examples: g.Engine.Examples(knowledge.Scope{}, maxExamples),
	}
	for _, d := range g.Documents() {
		n := 0
		for _, s := range d.Sections {
			n += len(s.Passages)
		}
		c.Passages += n
		c.Documents = append(c.Documents, DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Date: d.Date, Passages: n,
		})
	}
	return c
}

// described are the roles; those that a document is about come first.
func described(x *roles.Index) (all []knowledge.Role) {
	for _, described := range []bool{true, false} {
		for _, r := range x.Roles() {
			if (len(r.Docs) > 0) == described {
				all = append(all, r.Role)
			}
		}
	}
	return all
}
