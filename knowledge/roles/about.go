package roles

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// subjects records whom documents and their sections, items, rows and columns are about.
type subjects struct {
	about  map[string][][]Subject // document -> subjects of its sections
	whole  map[string][]Subject   // document -> its own
	labels map[Place][]Subject    // of items, rows and columns
}

// About returns whom a section of a document is about: those that its heading names, or else those
// of the section or document around it. The result is empty if that is nobody. Section -1 is the
// document as a whole.
func (x *subjects) About(doc string, section int) []Subject {
	if section < 0 {
		return x.whole[doc]
	}
	if about := x.about[doc]; section < len(about) {
		return about[section]
	}
	return nil
}

// Passage returns whom a passage of a section is about: those that its label or a row's first cell
// names, or else those of its section.
func (x *subjects) Passage(doc string, section, passage int) []Subject {
	if about := x.labels[Place{doc, section, passage, -1}]; len(about) > 0 {
		return about
	}
	return x.About(doc, section)
}

// Column returns whom a column of a table is about; first is the table's first row. The result is
// empty for a column that names nobody.
func (x *subjects) Column(doc string, section, first, column int) []Subject {
	return x.labels[Place{doc, section, first, column}]
}

// readSubjects finds whom each section is about.
func (x *Index) readSubjects(docs []knowledge.Document, b *builder) {
	declared, opened := declared(b), opened(b)
	for d := range docs {
		doc := &docs[d]
		whole := declared[Place{doc.ID, -1, -1, -1}]
		if len(whole) == 0 {
			whole = x.headed(doc.Title, nil)
		}
		if len(whole) == 0 {
			whole = opened[doc.ID]
		}
		if len(whole) == 0 {
			whole = x.byHeadings(doc)
		}
		x.whole[doc.ID] = whole
		x.credit(doc.ID)
		at := map[string][]Subject{"": whole}
		for s := range doc.Sections {
			sec := &doc.Sections[s]
			outer := whole
			if n := len(sec.Path); n > 1 {
				outer = at[knowledge.SectionName(sec.Path[:n-1])]
			}
			own := declared[Place{doc.ID, s, -1, -1}]
			if len(own) == 0 {
				own = x.headed(sec.Heading(), outer)
			}
			if len(own) == 0 {
				own = outer
			}
			at[sec.Name()] = own
			x.about[doc.ID] = append(x.about[doc.ID], own)
		}
	}
}

// labelsOf notes whom items, rows and columns are about if they describe somebody.
func labelsOf(roles []Role) map[Place][]Subject {
	labels := map[Place][]Subject{}
	note := func(places []Place, s Subject) {
		for _, p := range places {
			if p.Passage >= 0 && !slices.Contains(labels[p], s) {
				labels[p] = append(labels[p], s)
			}
		}
	}
	for i, r := range roles {
		note(r.Places, Subject{i, -1})
		for k, l := range r.Levels {
			note(l.Places, Subject{i, k})
		}
	}
	return labels
}

// credit notes a document with the roles that it is about, or that it describes without being about
// another one.
func (x *Index) credit(doc string) {
	whole := x.whole[doc]
	for i := range x.roles {
		r := &x.roles[i]
		about := slices.ContainsFunc(whole, func(s Subject) bool { return s.Role == i && s.Level < 0 })
		described := len(whole) == 0 && slices.ContainsFunc(r.Places, func(p Place) bool { return p.Doc == doc && p.Column < 0 })
		if about || described {
			r.Docs = append(r.Docs, doc)
		}
	}
}

// declared are the subjects of places that are known from something other than a name in a heading:
// from lists, front matter, or a level on its own.
func declared(b *builder) map[Place][]Subject {
	out := map[Place][]Subject{}
	for i, r := range b.all {
		for _, p := range r.declared {
			out[p] = append(out[p], Subject{i, -1})
		}
		for k, l := range r.levels {
			for _, p := range l.declared {
				out[p] = append(out[p], Subject{i, k})
			}
		}
	}
	for k, l := range b.scale {
		for _, p := range l.declared {
			out[p] = append(out[p], Subject{-1, k})
		}
	}
	return out
}

// headed are the subjects that a title or heading names, except those that are only the object of
// what it says. The last word of a role's name counts as its name only beside another name, or if
// the role is the subject anyway.
func (x *Index) headed(s string, outer []Subject) []Subject {
	var out []Subject
	ts := scan(s)
	ms := x.read(ts, true)
	named := slices.ContainsFunc(ms, func(m mention) bool { return !m.head })
	for _, m := range ms {
		beside := m.from > 0 && (ts[m.from-1].text == "with" || ts[m.from-1].text == "by") && !ts[m.from].apart
		short := m.until-m.from == 1 && !ts[m.from].caps && x.isInitials(ts[m.from])
		if m.field || m.kind || beside || short || m.head && !named && !slices.Contains(outer, m.to[0]) {
			continue
		}
		for _, to := range m.to {
			if !slices.Contains(out, to) {
				out = append(out, to)
			}
		}
	}
	return out
}

// isInitials reports whether a word is the initials of a role that documents write in capitals.
func (x *Index) isInitials(t token) bool {
	upper := strings.ToUpper(t.one)
	return slices.ContainsFunc(x.roles, func(r Role) bool { return slices.Contains(r.Aliases, upper) })
}

// opened are the roles of documents that are named after them and open with their names.
func opened(b *builder) map[string][]Subject {
	out := map[string][]Subject{}
	for i, r := range b.all {
		for _, p := range r.places {
			if p.Section < 0 && len(out[p.Doc]) == 0 {
				out[p.Doc] = []Subject{{i, -1}}
			}
		}
	}
	return out
}

// headingShare is the share of a document's headings that have to name one role, and no other, for
// the document to be about that role although its title does not name it.
const headingShare = 0.4

// byHeadings is the one role that runs through a document's outermost headings.
func (x *Index) byHeadings(doc *knowledge.Document) []Subject {
	var of []Subject
	n, all := 0, 0
	for _, h := range outermost(doc) {
		all++
		s := x.headed(h, nil)
		if len(s) == 0 {
			continue
		}
		for i := range s {
			s[i].Level = -1
		}
		if len(s) > 1 || of != nil && of[0] != s[0] || s[0].Role < 0 {
			return nil
		}
		of, n = s, n+1
	}
	if n < 2 || float64(n) < headingShare*float64(all) {
		return nil
	}
	return of
}

// outermost returns a document's outermost headings, not counting a first one that covers them all.
func outermost(doc *knowledge.Document) []string {
	depth := 1
	if n := len(doc.Sections); n > 1 && len(doc.Sections[0].Path) == 1 {
		depth = 2
		for _, sec := range doc.Sections[1:] {
			if len(sec.Path) == 1 {
				depth = 1
			}
		}
	}
	var out []string
	for _, sec := range doc.Sections {
		if len(sec.Path) == depth {
			out = append(out, sec.Heading())
		}
	}
	return out
}
