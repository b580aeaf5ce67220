package roles

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// Index knows the roles of a set of documents. It does not change once it is made,
// and may be used by many goroutines at once.
type Index struct {
	roles   []Role
	scale   []Level
	about   map[string][][]Subject // document -> subjects of its sections
	whole   map[string][]Subject   // document -> its own
	labels  map[Place][]Subject    // of items, rows and columns
	missing []string

	forms map[string][]form // first word -> names that begin with it, the longest first
	known map[string]bool   // words of the documents, and pairs of them that name jobs
	words []string          // those of names, to which typing errors are compared
	lex   lexicon
}

// New reads documents for the roles that they describe. lists say what the documents
// do not show.
func New(docs []knowledge.Document, lists ...List) *Index {
	b := newBuilder(newFinder(docs))
	b.build(lists)
	x := &Index{about: map[string][][]Subject{}, whole: map[string][]Subject{}, labels: map[Place][]Subject{}, missing: b.missing, lex: b.lex}
	for _, r := range b.all {
		x.roles = append(x.roles, r.asRole())
	}
	for _, l := range b.scale {
		x.scale = append(x.scale, l.asLevel())
	}
	x.compile(b)
	x.readSubjects(docs, b)
	return x
}

// asRole is what was found of a role.
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
	return Level{Name: r.name, Aliases: r.aliases, Number: r.number, Places: r.places}
}

// Roles returns the roles that the documents describe or set beside others, in the
// order of the documents that name them first.
func (x *Index) Roles() []Role { return x.roles }

// Scale returns the levels that documents describe for no role in particular.
func (x *Index) Scale() []Level { return x.scale }

// Missing returns the documents and sections of lists that there are not.
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

// About returns whom a section of a document is about: those that its heading names,
// else those of the section or document around it. It is empty for what is about
// nobody. Section -1 is the document as a whole.
func (x *Index) About(doc string, section int) []Subject {
	if section < 0 {
		return x.whole[doc]
	}
	if about := x.about[doc]; section < len(about) {
		return about[section]
	}
	return nil
}

// Passage returns whom a passage of a section is about: those that its label or a
// row's first cell names, else those of its section.
func (x *Index) Passage(doc string, section, passage int) []Subject {
	if about := x.labels[Place{doc, section, passage, -1}]; len(about) > 0 {
		return about
	}
	return x.About(doc, section)
}

// Column returns whom a column of a table is about, first being the table's first row;
// it is empty for one that names nobody.
func (x *Index) Column(doc string, section, first, column int) []Subject {
	return x.labels[Place{doc, section, first, column}]
}

// Opens returns whom a sentence is about: those that it begins with.
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
