// Package practice reads what interview practice and the fit check need from documents: what
// interviewers for a role ask about, and which of Holland's six interests a role has.
//
// Both are read from how documents are built, never from how sentences are worded. Interview areas
// are the items, rows and headings under a heading about interviews. Interests are declared in
// front matter, stand beside or under a label that names them, or make up a list.
//
// It promises that every text is, word for word, from the passage or section that it cites, that
// nothing said about one role is applied to another, and that documents without such structure give
// nothing. A Practice does not change, so that many goroutines may read it at once.
//
// It must not know questions, answers or any document by name.
package practice

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
)

// Practice is everything that a set of documents has for practice.
type Practice struct {
	roles     *roles.Index
	interests []knowledge.RoleInterest
	sayings   []saying // on areas of interviews, in reading order
}

// New reads documents whose roles are in an index.
func New(docs []knowledge.Document, x *roles.Index) *Practice {
	p := &Practice{roles: x}
	named := map[string]bool{}
	for d := range docs {
		doc := &docs[d]
		if r := (interestReader{roles: x, doc: doc}); r.read() {
			p.interests = append(p.interests, r.found...)
		}
		if speaksOfInterviews(doc) {
			r := areaReader{roles: x, doc: doc}
			r.read(outline.New(docs[d : d+1]))
			p.sayings = append(p.sayings, r.found...)
		}
	}
	for _, s := range p.sayings {
		named[s.key] = true
	}
	for d := range docs {
		p.sayings = append(p.sayings, further(&docs[d], x, named)...)
	}
	p.sortInterests()
	return p
}

// Within is the practice that a scope's documents hold; meant returns the channels that a document
// is meant for.
func (p *Practice) Within(s knowledge.Scope, meant func(doc string) []string) *Practice {
	never := func(doc string) bool { return !s.Allows(doc, meant(doc)) }
	return &Practice{
		roles:     p.roles,
		interests: slices.DeleteFunc(slices.Clone(p.interests), func(i knowledge.RoleInterest) bool { return never(i.Citation.Doc) }),
		sayings:   slices.DeleteFunc(slices.Clone(p.sayings), func(s saying) bool { return never(s.at.Doc) }),
	}
}

// cite is the citation for a passage in a section.
func cite(d *knowledge.Document, s *knowledge.Section, p *knowledge.Passage) knowledge.Citation {
	return knowledge.Citation{
		Doc: d.ID, Section: s.Name(), Title: d.Title, Source: d.Source, URL: d.SectionURL(*s), Date: d.Date, Passage: p.ID,
	}
}
