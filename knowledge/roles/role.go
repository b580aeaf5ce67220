package roles

import "careeradvisor/knowledge"

// Role is a job, with its levels and the places that describe it.
type Role struct {
	knowledge.Role
	Levels []Level
	Places []Place // where it is described as a whole, its own documents first
}

// Level is one of a role's levels: "Developer 3", "Senior Engineer".
type Level struct {
	Name    string   // as documents write it
	Aliases []string // other names and codes ("D3", "IC5")
	Number  int      // of "Developer 3" and "Engineer III"; 0 for none
	Step    int      // of "Level 3: Engineer II", whose Number is 3: two, as for level 4 perhaps; else 0
	Places  []Place
	apart   bool // described outside what is about the role as a whole
}

// Place is a part of a document that describes a role or level.
type Place struct {
	Doc     string
	Section int // index into the document's sections; -1 for the whole document
	Passage int // index into the section's passages: an item, or a table's first row; -1 for the whole section
	Column  int // of a table; -1 for none
}

// Subject is whom a text is about or names: a role, or one of its levels. Role is an
// index into [Index.Roles], -1 for a level that belongs to no role in particular;
// Level an index into that role's levels, or into [Index.Scale], -1 for the role as a
// whole.
type Subject struct{ Role, Level int }

// Keeps reports whether text about some subjects may be evidence for a question that names some: it
// is about one of those, or about nobody. Text about a role as a whole may answer a question about
// one of its levels, and text about a level a question about the role, unless the level is
// described elsewhere.
func (x *Index) Keeps(named, about []Subject) bool {
	if len(named) == 0 || len(about) == 0 {
		return true
	}
	for _, n := range named {
		for _, a := range about {
			if x.goTogether(n, a) {
				return true
			}
		}
	}
	return false
}

func (x *Index) goTogether(named, about Subject) bool {
	if named == about {
		return true
	}
	n, a := x.level(named), x.level(about)
	if named.Role >= 0 && about.Role >= 0 {
		if named.Role != about.Role || n != nil && a != nil {
			return false
		}
		return a == nil || !a.apart
	}
	return n == nil || a == nil || n.isSame(a)
}

// isSame reports whether two levels share a name or code.
func (l *Level) isSame(other *Level) bool {
	for _, name := range append([]string{l.Name}, l.Aliases...) {
		for _, o := range append([]string{other.Name}, other.Aliases...) {
			if key(scan(name)) == key(scan(o)) {
				return true
			}
		}
	}
	return false
}
