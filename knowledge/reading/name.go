package reading

import (
	"slices"
	"strings"

	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// phrase is a text, and whom it names.
type phrase struct {
	text  string
	all   roles.Mentions
	names []roles.Mention // the names of those whom documents describe
}

// phrase finds whom a text names, except other kinds of the roles that documents describe, and
// fields such as "product management" of roles that they only compare others with.
func (r *Reader) phrase(s string) phrase {
	p := phrase{text: s, all: r.roles.In(s)}
	for _, n := range p.all.Named {
		if !n.Kind && !(n.Field && r.isSecondary(n.Subjects)) {
			p.names = append(p.names, n)
		}
	}
	return p
}

// isSecondary reports whether documents only compare others with a role.
func (r *Reader) isSecondary(of []roles.Subject) bool {
	all := r.roles.Roles()
	return !slices.ContainsFunc(of, func(s roles.Subject) bool { return s.Role < 0 || len(all[s.Role].Docs) > 0 })
}

// written are the names as they are written in the text.
func (p phrase) written() (out []string) {
	for _, m := range p.names {
		out = append(out, p.text[m.From:m.To])
	}
	return out
}

// with is the text with one name replaced by another.
func (p phrase) with(name string, at roles.Mention) string {
	return p.text[:at.From] + name + p.text[at.To:]
}

// rest is the text without names.
func (p phrase) rest() string {
	rest, from := "", 0
	for _, m := range p.names {
		rest += p.text[from:m.From] + " "
		from = m.To
	}
	return rest + p.text[from:]
}

// aspects counts the words that carry meaning but name nobody.
func (p phrase) aspects() int { return text.Content(p.rest()) }

// foreign are the jobs that a text names and the documents do not have. "API product
// manager" is another job, unless documents have the word before it.
func (r *Reader) foreign(p phrase) (names []string) {
	for _, n := range p.all.Named {
		before := strings.Fields(p.text[:n.From])
		if !n.Kind || !n.Asked || len(before) == 0 {
			continue
		}
		kind := before[len(before)-1]
		if terms := r.terms(kind); len(terms) > 0 && terms[0].Count == 0 {
			names = append(names, kind+" "+p.text[n.From:n.To])
		}
	}
	for _, f := range p.all.Foreign {
		names = append(names, f.Name)
	}
	return names
}
