package practice

import (
	"cmp"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// Interests returns the interests that documents say roles have, each once for every role and
// document, ordered by role, by Holland's hexagon and by document.
func (p *Practice) Interests() []knowledge.RoleInterest { return slices.Clone(p.interests) }

func (p *Practice) sortInterests() {
	rank := map[string]int{}
	for i, r := range p.roles.Roles() {
		rank[r.Name] = i
	}
	six := knowledge.Interests()
	slices.SortStableFunc(p.interests, func(a, b knowledge.RoleInterest) int {
		return cmp.Or(rank[a.Role]-rank[b.Role], slices.Index(six, a.Interest)-slices.Index(six, b.Interest))
	})
}

// maxInterests is how many interests a role may have; a longer list describes the theory.
const maxInterests = 4

// interestStems are the stems of words that mark a label or heading as being about interests.
var interestStems = text.Stems("interest Holland RIASEC")

// onInterests reports whether a label or heading may be about interests. The text beside or under
// it decides: it has to be interests and nothing else.
func onInterests(label string) bool {
	return slices.ContainsFunc(text.Stems(label), func(s string) bool { return slices.Contains(interestStems, s) })
}

// interestReader collects the interests that one document says roles have.
type interestReader struct {
	roles *roles.Index
	doc   *knowledge.Document
	found []knowledge.RoleInterest
}

// read reads interests, and reports whether it found any.
func (r *interestReader) read() bool {
	r.say(r.doc.Interests, r.roles.About(r.doc.ID, -1), "", knowledge.Citation{
		Doc: r.doc.ID, Title: r.doc.Title, Source: r.doc.Source, URL: r.doc.URL, Date: r.doc.Date,
	})
	for i := range r.doc.Sections {
		s := &r.doc.Sections[i]
		on := slices.ContainsFunc(s.Path, onInterests)
		for j := 0; j < len(s.Passages); {
			n := 1
			switch p := &s.Passages[j]; {
			case p.Kind == knowledge.Row:
				for j+n < len(s.Passages) && s.Passages[j+n].Kind == knowledge.Row && s.Passages[j+n].Group == p.Group {
					n++
				}
				r.table(i, j, n)
			case p.Group > 0:
				for j+n < len(s.Passages) && s.Passages[j+n].Group == p.Group {
					n++
				}
				r.list(i, j, n, on)
			default:
				r.labelled(i, j, on)
			}
			j += n
		}
	}
	return len(r.found) > 0
}

// say notes interests of the only role that a place is about, unless the document has stated them
// before.
func (r *interestReader) say(interests []knowledge.Interest, about []roles.Subject, words string, at knowledge.Citation) {
	if len(interests) > maxInterests {
		return
	}
	role, several := -1, false
	for _, s := range about {
		several = several || role >= 0 && s.Role != role
		role = s.Role
	}
	if role < 0 || several {
		return
	}
	name := r.roles.Roles()[role].Name
	for _, i := range interests {
		if !slices.ContainsFunc(r.found, func(f knowledge.RoleInterest) bool { return f.Role == name && f.Interest == i }) {
			r.found = append(r.found, knowledge.RoleInterest{Role: name, Interest: i, Text: words, Citation: at})
		}
	}
}

// passage notes interests of the passage's subject that it states in its own words.
func (r *interestReader) passage(interests []knowledge.Interest, section, passage int, words string) {
	s := &r.doc.Sections[section]
	r.say(interests, r.roles.Passage(r.doc.ID, section, passage), words, cite(r.doc, s, &s.Passages[passage]))
}

// labelled reads "Holland code: RSE" and, under a heading about interests, "RSE" or "Code: RSE".
func (r *interestReader) labelled(section, passage int, on bool) {
	p := &r.doc.Sections[section].Passages[passage]
	if on || p.Label != "" && onInterests(p.Label) {
		r.passage(knowledge.ParseInterests(p.Body()), section, passage, p.Text)
	}
}

// list reads n passages of one list. If each outer item is named after an interest, these are the
// role's interests; so is a single item under a heading about interests.
func (r *interestReader) list(section, first, n int, on bool) {
	ps := r.doc.Sections[section].Passages
	called := map[int]knowledge.Interest{}
	distinct := map[knowledge.Interest]bool{}
	outer := 0
	for j := first; j < first+n; j++ {
		if ps[j].Level > 1 {
			continue
		}
		outer++
		name := cmp.Or(ps[j].Label, ps[j].Text)
		if is := knowledge.ParseInterests(name); len(is) == 1 && strings.EqualFold(name, string(is[0])) {
			called[j], distinct[is[0]] = is[0], true
		}
	}
	whole := len(called) == outer && (on || len(distinct) > 1) && len(distinct) <= maxInterests
	for j := first; j < first+n; j++ {
		switch i, ok := called[j]; {
		case ok && whole:
			r.passage([]knowledge.Interest{i}, section, j, cmp.Or(ps[j].Body(), ps[j].Text))
		case !ok:
			r.labelled(section, j, on)
		}
	}
}

// table reads n rows. Interests are in a row labelled so, for the subject of the column or section,
// or in a column headed so, for the role that the row names.
func (r *interestReader) table(section, first, n int) {
	s := &r.doc.Sections[section]
	for j := first; j < first+n; j++ {
		row := &s.Passages[j]
		for c, cell := range row.Cells {
			var about []roles.Subject
			switch {
			case c == 0:
				continue
			case onInterests(row.Cells[0]):
				if about = r.roles.Column(r.doc.ID, section, first, c); len(about) == 0 {
					about = r.roles.About(r.doc.ID, section)
				}
			case c < len(row.Columns) && onInterests(row.Columns[c]):
				about = r.roles.In(row.Cells[0]).Subjects()
			default:
				continue
			}
			r.say(knowledge.ParseInterests(cell), about, cell, cite(r.doc, s, row))
		}
	}
}
