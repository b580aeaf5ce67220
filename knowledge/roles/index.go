package roles

import (
	"slices"
	"strings"

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
	known map[string]bool   // words of the documents
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

// compile makes the names ready for reading texts.
func (x *Index) compile(b *builder) {
	x.forms, x.known = map[string][]form{}, b.known
	for i := range x.roles {
		x.addNames(i)
	}
	for i, l := range x.scale {
		x.addForm(l.Name, Subject{-1, i}, formCode)
		for _, a := range l.Aliases {
			x.addForm(a, Subject{-1, i}, formCode)
		}
	}
	x.addHeads()
	for k := range x.forms {
		slices.SortStableFunc(x.forms[k], func(a, b form) int { return len(b.words) - len(a.words) })
	}
}

// addNames adds the names of a role and its levels.
func (x *Index) addNames(i int) {
	r := &x.roles[i]
	x.addForm(r.Name, Subject{i, -1}, formName)
	for _, a := range r.Aliases {
		x.addForm(a, Subject{i, -1}, formName)
	}
	for k, l := range r.Levels {
		at := Subject{i, k}
		x.addForm(l.Name, at, formName)
		for _, a := range l.Aliases {
			x.addForm(a, at, formCode)
		}
		if ts := scan(l.Name); rankOf(ts) > 0 { // "senior TPM"
			rank := l.Name[:ts[rankOf(ts)].from]
			for _, name := range append([]string{r.Name}, r.Aliases...) {
				x.addForm(rank+name, at, formName)
			}
		}
	}
}

// addHeads lets the last word of a role's name stand for it ("the pilot"), where it
// is that of no other role and no role by itself.
func (x *Index) addHeads() {
	owners := map[string][]int{}
	for i, r := range x.roles {
		ts := scan(r.Name)
		if last := ts[len(ts)-1]; len(ts) > 1 && !hasOf(ts) && x.lex.head(ts) >= likeHead {
			owners[last.one] = append(owners[last.one], i)
		}
	}
	for last, of := range owners {
		if len(of) == 1 && !slices.ContainsFunc(x.forms[last], func(f form) bool { return len(f.words) == 1 }) {
			x.forms[last] = append(x.forms[last], form{words: []string{last}, to: []Subject{{of[0], -1}}, kind: formHead})
		}
	}
}

// form is one way of naming subjects.
type form struct {
	words []string // as names are compared
	stem  string   // of the last: "engineering" is said of engineers too
	to    []Subject
	kind  formKind
}

type formKind int

const (
	formName formKind = iota
	formCode          // of a level: several roles may have it
	formHead          // but the last word of a role's name
)

// addForm adds a name of a subject, also written as one word or as several.
func (x *Index) addForm(name string, to Subject, kind formKind) {
	ts := scan(name)
	if len(ts) == 0 {
		return
	}
	x.addWords(ts, to, kind)
	if joined := scan(strings.ReplaceAll(strings.ReplaceAll(name, " ", ""), "-", "")); len(ts) > 1 && len(joined) == 1 && kind == formName {
		x.addWords(joined, to, kind)
	}
	var written []token
	for _, w := range text.Words(name) {
		written = append(written, token{text: w.Text, one: one(w.Text)})
	}
	if len(written) > 0 && key(written) != key(ts) && kind == formName {
		x.addWords(written, to, kind) // "technical lead", as questions are read
	}
	if apart := scan(camel.ReplaceAllString(name, "$1 $2")); len(apart) > len(ts) {
		x.addWords(apart, to, kind)
	}
}

func (x *Index) addWords(ts []token, to Subject, kind formKind) {
	f := form{to: []Subject{to}, kind: kind, stem: text.Stem(ts[len(ts)-1].text)}
	for _, t := range ts {
		f.words = append(f.words, t.one)
		if len(t.one) >= shortestRepaired && !slices.Contains(x.words, t.one) {
			x.words = append(x.words, t.one)
		}
	}
	for i, other := range x.forms[f.words[0]] {
		if slices.Equal(other.words, f.words) {
			if !slices.Contains(other.to, to) && kind == formCode {
				x.forms[f.words[0]][i].to = append(other.to, to)
			}
			return
		}
	}
	x.forms[f.words[0]] = append(x.forms[f.words[0]], f)
}
