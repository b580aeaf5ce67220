package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// reading is a question as it is looked up.
type reading struct {
	text    string           // what is looked for
	own     string           // what the person wrote of it
	words   string           // what is looked for by words
	also    []string         // words that count for less: those of the question before, synonyms
	terms   []knowledge.Term // the words that say something
	vector  []float32        // nil without a reader
	named   []roles.Subject  // whom it names; of one level that several roles have, each
	foreign []string         // jobs that it names and the documents do not have
	against bool             // it sets one of those beside another: "vs", "or"
	carried bool             // it is read with the question before it
	abroad  bool             // it is in another language than English
}

// read finds whom a question names.
func (e *Engine) read(s string) *reading {
	r := &reading{own: s}
	s, r.also = e.inKnownWords(s)
	r.text, r.words = s, s
	m := e.roles.In(s)
	for _, n := range m.Named {
		if n.Kind { // "API product manager" is another job, unless documents speak of it by the way
			if kind, known := e.kindBefore(s, n.From); !known {
				r.foreign = append(r.foreign, kind+" "+s[n.From:n.To])
			}
		}
	}
	for _, n := range e.mentions(s) {
		for _, of := range n.Subjects {
			if !slices.Contains(r.named, of) {
				r.named = append(r.named, of)
			}
		}
	}
	for _, f := range m.Foreign {
		r.foreign = append(r.foreign, f.Name)
		r.against = r.against || isSetBeside(s, f, m)
	}
	return r
}

// isSetBeside reports whether nothing but "or", "vs" and the like is between a
// foreign job and another that a question names.
func isSetBeside(s string, f roles.Foreign, m roles.Mentions) bool {
	joins := func(from, to int) bool {
		return from < to && len(text.Words(s[from:to])) > 0 && isJoint(s[from:to])
	}
	for _, n := range m.Named {
		if joins(n.To, f.From) || joins(f.To, n.From) {
			return true
		}
	}
	return slices.ContainsFunc(m.Foreign, func(o roles.Foreign) bool { return joins(o.To, f.From) || joins(f.To, o.From) })
}

// mentions are where a text names whom documents describe: no other kind of them, and no
// field such as "product management" of those that are but compared with.
func (e *Engine) mentions(s string) (out []roles.Mention) {
	for _, n := range e.roles.In(s).Named {
		if !n.Kind && !(n.Field && e.isSecondary(n.Subjects)) {
			out = append(out, n)
		}
	}
	return out
}

// kindBefore is the word before a place in a question, and whether documents have it.
func (e *Engine) kindBefore(s string, at int) (word string, known bool) {
	ws := strings.Fields(s[:at])
	if len(ws) == 0 {
		return "", true
	}
	word = ws[len(ws)-1]
	terms := e.search.Terms(word)
	return word, len(terms) == 0 || terms[0].Count > 0
}

// lookUp settles what is looked for: beside whom a question names, which the role lock
// sees to, what it asks of them. Names still count where they stand in a passage.
func (e *Engine) lookUp(r *reading) {
	ms := e.mentions(r.words)
	if len(ms) == 0 || e.aspects(r.words) == 0 {
		return
	}
	rest, from := "", 0
	for _, m := range ms {
		rest += r.words[from:m.From] + " "
		r.also = append(r.also, r.words[m.From:m.To])
		from = m.To
	}
	r.words = rest + r.words[from:]
}

// unnamed is a question without whom it names: "they" do, earn, report.
func (e *Engine) unnamed(s string) string {
	ms := e.mentions(s)
	if len(ms) != 1 || e.aspects(s) == 0 {
		return s
	}
	return s[:ms[0].From] + "they" + s[ms[0].To:]
}

// isSecondary reports whether documents only compare others with a role.
func (e *Engine) isSecondary(of []roles.Subject) bool {
	all := e.roles.Roles()
	return !slices.ContainsFunc(of, func(s roles.Subject) bool { return s.Role < 0 || len(all[s.Role].Docs) > 0 })
}

// keeps is the role lock: where a question names somebody, no passage about another is
// evidence.
func (e *Engine) keeps(r *reading, p *passage) bool {
	if len(r.named) == 0 {
		return true
	}
	if !e.roles.Keeps(r.named, e.subjectsOf(p)) {
		return false
	}
	// What is about nobody may still begin with another's name: "An engineer …".
	opens := e.roles.Opens(p.Text)
	return len(opens) == 0 || e.roles.Keeps(r.named, opens)
}

// subjectsOf is whom a passage is about; a row of a table with a column for somebody is
// about nobody, since its cells are.
func (e *Engine) subjectsOf(p *passage) []roles.Subject {
	if p.in.Sheet != nil && len(e.columnsOf(p)) > 0 {
		return nil
	}
	return p.about(e.roles)
}

// columnsOf are the columns of a row's table that are about somebody, with whom.
func (e *Engine) columnsOf(p *passage) map[int][]roles.Subject {
	out := map[int][]roles.Subject{}
	first := p.at.passage - p.in.Row
	for c := range p.in.Sheet.Columns {
		if of := e.roles.Column(p.Doc, p.at.section, first, c); len(of) > 0 {
			out[c] = of
		}
	}
	return out
}

// isAbout reports whether a passage is about just those whom a question names.
func (e *Engine) isAbout(r *reading, p *passage) bool {
	return slices.ContainsFunc(p.about(e.roles), func(s roles.Subject) bool { return slices.Contains(r.named, s) })
}

// named lists the names of subjects.
func (e *Engine) names(of []roles.Subject) (out []string) {
	for _, s := range of {
		out = append(out, e.roles.Name(s))
	}
	return out
}

// describing are passages that describe whom a question names, at most n of each.
func (e *Engine) describing(r *reading, n int) (out []*passage) {
	for _, s := range r.named {
		left := n
		for _, at := range e.roles.Places(s) {
			doc := e.corpus.docs[at.Doc]
			if doc == nil || at.Column >= 0 {
				continue
			}
			for i := range doc.Sections {
				if at.Section >= 0 && i != at.Section {
					continue
				}
				for k := range doc.Sections[i].Passages {
					if left == 0 || at.Passage >= 0 && k != at.Passage {
						continue
					}
					if p, ok := e.corpus.find(doc.Sections[i].Passages[k].ID); ok {
						out, left = append(out, p), left-1
					}
				}
			}
		}
	}
	return out
}

// hasContent reports whether a text has more than words of grammar.
func hasContent(s string) bool {
	return slices.ContainsFunc(text.Words(s), text.Word.IsContent)
}
