package evidence

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
)

// Subjects knows whom the passages of documents are about.
type Subjects struct {
	Roles *roles.Index
	Docs  *outline.Outline
}

// About returns whom a passage is about; if the result is empty, it is about nobody.
func (x Subjects) About(p *outline.Place) []roles.Subject {
	return x.Roles.Passage(p.Doc, p.Section.Index, p.Index)
}

// isAboutAny reports whether a passage is about one of some subjects, or is a row with a column for one.
func (x Subjects) isAboutAny(p *outline.Place, of []roles.Subject) bool {
	about := slices.Clone(x.About(p))
	for _, column := range x.Columns(p) {
		about = append(about, column...)
	}
	return slices.ContainsFunc(about, func(s roles.Subject) bool { return slices.Contains(of, s) })
}

// describes reports whether a passage says something about a role that a question names, or about a
// level of that role.
func (x Subjects) describes(q *reading.Question, p *outline.Place) bool {
	return q.Learns(p.Text) && slices.ContainsFunc(append(x.Roles.Opens(p.Text), x.About(p)...), func(s roles.Subject) bool {
		return slices.Contains(q.Named, s) || slices.Contains(q.Named, roles.Subject{Role: s.Role, Level: -1})
	})
}

// Columns returns the columns of a row's table that are about somebody, and whom each is about. It
// returns none if the passage is not a row.
func (x Subjects) Columns(row *outline.Place) map[int][]roles.Subject {
	if row.Sheet == nil {
		return nil
	}
	all := map[int][]roles.Subject{}
	for c := range row.Sheet.Columns {
		if of := x.Roles.Column(row.Doc, row.Section.Index, row.Index-row.Row, c); len(of) > 0 {
			all[c] = of
		}
	}
	return all
}

// keeps is the role lock. A row of a table with a column for somebody is about nobody, since its cells are.
func (x Subjects) keeps(named []roles.Subject, p *outline.Place) bool {
	if len(named) == 0 { // nearly always so, and then the rest would be wasted work
		return true
	}
	// A passage about nobody may still begin with somebody else's name: "An engineer …".
	return (len(x.Columns(p)) > 0 || x.Roles.Keeps(named, x.About(p))) && x.Roles.Keeps(named, x.Roles.Opens(p.Text))
}

// Describing returns at most n passages that describe a subject: those of its sections, or the rows
// of a table that has a column for it.
func (x Subjects) Describing(s roles.Subject, n int) (out []*outline.Place) {
	for _, at := range x.Roles.Places(s) {
		sections := x.Docs.SectionsOf(at.Doc)
		if len(sections) == 0 {
			continue
		}
		if at.Section >= 0 {
			sections = sections[at.Section : at.Section+1]
		}
		for _, section := range sections {
			for i, p := range section.Passages {
				inTable := at.Column >= 0 && p.Kind == knowledge.Row && p.Group == section.Passages[at.Passage].Group
				if at.Passage >= 0 && i != at.Passage && !inTable {
					continue
				}
				if len(out) == n {
					return out
				}
				if p, ok := x.Docs.Find(p.ID); ok {
					out = append(out, p)
				}
			}
		}
	}
	return out
}
