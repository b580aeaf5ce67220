package roles

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Index knows the roles of a set of documents. It does not change once it is made,
// and may be used by many goroutines at once.
type Index struct {
	names
	subjects
	roles   []Role
	scale   []Level
	missing []string
}

// New finds the roles that documents describe; lists add what the documents do not show.
func New(docs []knowledge.Document, lists ...List) *Index {
	b := newBuilder(newFinder(docs))
	b.build(lists)
	x := &Index{missing: b.missing}
	for _, r := range b.all {
		x.roles = append(x.roles, r.asRole())
	}
	for _, l := range b.scale {
		x.scale = append(x.scale, l.asLevel())
	}
	x.names = namesOf(x.roles, x.scale, b)
	x.subjects = subjects{about: map[string][][]Subject{}, whole: map[string][]Subject{}, labels: labelsOf(x.roles)}
	x.readSubjects(docs, b)
	return x
}

// asRole turns what was found about a role into a [Role].
func (r *found) asRole() Role {
	out := Role{Role: knowledge.Role{Name: r.name, Aliases: r.aliases}, Places: r.places}
	slices.SortStableFunc(out.Places, func(a, b Place) int { return min(a.Section, 0) - min(b.Section, 0) })
	whole := map[string]bool{}
	for _, p := range out.Places {
		whole[p.Doc] = whole[p.Doc] || p.Section < 0
	}
	slices.SortStableFunc(r.levels, func(a, b *found) int { return a.order - b.order })
	for _, l := range r.levels {
		lv := l.asLevel()
		lv.apart = len(r.places) > 0 && !slices.ContainsFunc(l.places, func(p Place) bool { return whole[p.Doc] })
		out.Levels = append(out.Levels, lv)
	}
	slices.Sort(out.Aliases)
	return out
}

func (r *found) asLevel() Level {
	return Level{Name: r.name, Aliases: r.aliases, Number: r.number, Step: r.step, Places: r.places}
}

// Roles returns the roles that the documents describe or set beside others, in the
// order of the documents that name them first.
func (x *Index) Roles() []Role { return x.roles }

// Missing returns the documents and sections that lists name but which do not exist.
func (x *Index) Missing() []string { return x.missing }

// Name returns what a subject is called.
func (x *Index) Name(s Subject) string {
	switch {
	case s.Role < 0:
		return x.scale[s.Level].Name
	case s.Level < 0:
		return x.roles[s.Role].Name
	}
	return x.roles[s.Role].Levels[s.Level].Name
}

// level is a subject's level, or nil for a role as a whole.
func (x *Index) level(s Subject) *Level {
	switch {
	case s.Level < 0:
		return nil
	case s.Role < 0:
		return &x.scale[s.Level]
	}
	return &x.roles[s.Role].Levels[s.Level]
}

// Places returns where a subject is described.
func (x *Index) Places(s Subject) []Place {
	if l := x.level(s); l != nil {
		return l.Places
	}
	return x.roles[s.Role].Places
}

// Opens returns whom a sentence is about: those named at its beginning.
func (x *Index) Opens(sentence string) []Subject {
	ts := scan(sentence)
	i := 0
	for i < len(ts) && (text.IsArticle(ts[i].text) || owners[ts[i].text] || ts[i].text == "as") {
		i++
	}
	var out []Subject
	for _, m := range x.read(ts, false) {
		if m.from > i || m.field {
			break
		}
		out = append(out, m.to...)
		i = m.until
		for i < len(ts) && (ts[i].text == "and" || ts[i].text == "or" || text.IsArticle(ts[i].text)) {
			i++
		}
	}
	return out
}
