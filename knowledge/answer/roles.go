package answer

import (
	"regexp"
	"sort"
	"strings"
	"unicode"

	"careeradvisor/knowledge"
)

// role is a role with the ways of naming it, as stems.
type role struct {
	knowledge.Role
	names [][]string // the name and its aliases, longest first
}

// findRoles finds what roles the documents speak of: those that a document is
// about come first, then those that are only compared with them.
func findRoles(c *corpus, t *table, docs []knowledge.Document) []role {
	f := roleFinder{c: c, table: t, byKey: map[string]int{}}
	for i := range docs {
		if name := roleOf(c, &docs[i]); name != "" {
			f.add(name, docs[i].ID, docs[i].Aliases...)
		}
	}
	f.addCompared()
	f.addAlsoKnown()
	f.addInitials()
	f.addHeads()
	for i := range f.roles {
		f.roles[i].compile()
	}
	return f.roles
}

type roleFinder struct {
	c     *corpus
	table *table
	roles []role
	byKey map[string]int // stems of the name, joined -> index
}

// add takes a role in, or another document or alias of one that is known.
func (f *roleFinder) add(name, doc string, aliases ...string) {
	key := strings.Join(stemText(name), " ")
	i, ok := f.byKey[key]
	if !ok {
		i = len(f.roles)
		f.byKey[key] = i
		f.roles = append(f.roles, role{Role: knowledge.Role{Name: titled(name)}})
	}
	r := &f.roles[i]
	if doc != "" {
		r.Docs = append(r.Docs, doc)
	}
	for _, a := range aliases {
		f.alias(i, a)
	}
}

func (f *roleFinder) alias(i int, alias string) {
	alias = strings.Trim(alias, " .,;")
	key := strings.Join(stemText(alias), " ")
	if key == "" || key == strings.Join(stemText(f.roles[i].Name), " ") {
		return
	}
	for _, a := range f.roles[i].Aliases {
		if strings.Join(stemText(a), " ") == key {
			return
		}
	}
	f.roles[i].Aliases = append(f.roles[i].Aliases, alias)
}

// roleOf is the role that a document is about: as its front matter says, or the
// name of a job that runs through its title and headings; "" where there is none.
func roleOf(c *corpus, d *knowledge.Document) string {
	if d.Role != "" {
		return d.Role
	}
	count, first := map[string]int{}, map[string]string{}
	note := func(text string) {
		for _, name := range jobNames(text) {
			key := strings.Join(stemText(name), " ")
			count[key]++
			if first[key] == "" {
				first[key] = name
			}
		}
	}
	note(d.Title)
	for _, s := range d.Sections {
		note(headingText(s.Heading()))
	}
	best := ""
	for key, n := range count {
		if best == "" || n > count[best] || n == count[best] && (len(key) > len(best) || len(key) == len(best) && key < best) {
			best = key
		}
	}
	inTitle := strings.Contains(strings.Join(stemText(d.Title), " "), best)
	if best == "" || !inTitle && float64(count[best]) < roleShare*float64(len(d.Sections)) {
		return ""
	}
	return first[best]
}

// roleShare is the share of a document's headings that have to name a role which
// its title does not, before the document is taken to be about it.
const roleShare = 0.4

// jobNames finds the names of jobs in a text: a job noun and the words before it
// that belong to it, in singular.
func jobNames(text string) []string {
	ws := split(text)
	var names []string
	for i, w := range ws {
		if !isJobNoun(w.text) || w.text == "lead" || w.text == "master" && i == 0 {
			continue
		}
		j := i
		for j > 0 && i-j < 3 && isContent(ws[j-1]) && !chatter[ws[j-1].text] && !notInJobName[ws[j-1].text] && !isJobNoun(ws[j-1].text) {
			j--
		}
		for j < i && (plainQualifiers[ws[j].text] || ranks[ws[j].text]) {
			j++
		}
		var parts []string
		for k := j; k < i; k++ {
			parts = append(parts, ws[k].text)
		}
		names = append(names, strings.Join(append(parts, singular(w.text)), " "))
	}
	return names
}

// notInJobName are words that often stand before the name of a job without being
// part of it: verbs of headings and questions.
var notInJobName = set(`become becoming becomes hire hiring hired employ employing pay paying salary interview interviewing compared
comparing difference differences differ versus vs type types level levels life benefits skills responsibilities duties meet defining
definition unlocking preparing prepare spend responsible earn earns average being suited reasons report reports reporting transition
move switch moving switching companies company many multiple several aspect enter entering join joining train training`)

var compared = regexp.MustCompile(`(?i)\b(vs\.?|versus|compared|difference|differences|differ)\b`)

// addCompared finds the roles that documents set beside others: in headings of
// comparisons and in the columns of the tables under them.
func (f *roleFinder) addCompared() {
	for _, s := range f.c.sections {
		if len(s.path) == 0 || !compared.MatchString(s.path[len(s.path)-1]) {
			continue
		}
		names := jobNames(s.path[len(s.path)-1])
		for _, p := range s.passages {
			for _, col := range f.c.passages[p].Columns {
				names = append(names, jobNames(col)...)
			}
		}
		for _, n := range names {
			if strings.Contains(n, " ") {
				f.add(n, "")
			}
		}
	}
}

// addAlsoKnown reads sections such as "Also known as: TPM" and sentences such as
// "a technical product manager (TPM)".
func (f *roleFinder) addAlsoKnown() {
	names := stemSet(f.names())
	for _, s := range f.c.sections {
		if len(s.path) == 0 || f.table.ofHeading(s.path[len(s.path)-1], names)["names"] < 1 {
			continue
		}
		i, ok := f.byDoc(s.doc.ID)
		if !ok {
			continue
		}
		for _, p := range s.passages {
			for _, part := range strings.FieldsFunc(f.c.passages[p].Text, func(r rune) bool { return r == ',' || r == ';' }) {
				if len(strings.Fields(part)) <= 4 {
					f.alias(i, part)
				}
			}
		}
	}
	f.addCalled()
	f.addBracketed()
}

var calledToo = regexp.MustCompile(`(?i)\balso (?:called|known as|referred to as) (?:an? |the )?([\pL][\pL -]{2,40}?)(?:[.,;:)]| or | and |$)`)

// addCalled reads "harbour pilots are also called channel pilots".
func (f *roleFinder) addCalled() {
	for _, p := range f.c.passages {
		m := calledToo.FindStringSubmatchIndex(p.Text)
		if m == nil {
			continue
		}
		called, before := p.Text[m[2]:m[3]], stemText(p.Text[:m[0]])
		ws := split(called)
		if len(ws) == 0 || len(ws) > 4 || !isJobNoun(ws[len(ws)-1].text) {
			continue
		}
		best := -1
		for i, r := range f.roles {
			if indexOf(before, stemText(r.Name)) >= 0 && (best < 0 || len(r.Name) > len(f.roles[best].Name)) {
				best = i
			}
		}
		if best >= 0 {
			f.alias(best, called)
		}
	}
}

var bracketed = regexp.MustCompile(`^s?,? \(([\pL\pN/&-]{2,12}?)s?\)`)

// addBracketed reads "technical product manager (TPM)". The longest name that ends
// before the bracket has the alias: not the "product manager" inside it.
func (f *roleFinder) addBracketed() {
	order := make([]int, len(f.roles))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(a, b int) bool { return len(f.roles[order[a]].Name) > len(f.roles[order[b]].Name) })
	for _, p := range f.c.passages {
		text := strings.ToLower(p.Text)
		if !strings.Contains(text, "(") {
			continue
		}
		for _, i := range order {
			name := strings.ToLower(f.roles[i].Name)
			for at := strings.Index(text, name); at >= 0; at = strings.Index(text, name) {
				if m := bracketed.FindStringSubmatch(text[at+len(name):]); m != nil {
					f.alias(i, strings.ToUpper(m[1]))
				}
				text = text[:at] + strings.Repeat("\x00", len(name)) + text[at+len(name):]
			}
		}
	}
}

// names are the names of the roles found so far.
func (f *roleFinder) names() []string {
	var out []string
	for _, r := range f.roles {
		out = append(out, r.Name)
	}
	return out
}

func stemSet(texts []string) map[string]bool {
	m := map[string]bool{}
	for _, t := range texts {
		for _, s := range stemText(t) {
			m[s] = true
		}
	}
	return m
}

func (f *roleFinder) byDoc(id string) (int, bool) {
	for i, r := range f.roles {
		for _, d := range r.Docs {
			if d == id {
				return i, true
			}
		}
	}
	return 0, false
}

// addInitials gives every role of several words its initials ("PM"), unless two
// roles would share them.
func (f *roleFinder) addInitials() {
	owners := map[string][]int{}
	for i, r := range f.roles {
		in := initials(r.Name)
		if w := strings.ToLower(in); len(in) > 1 && !function[w] && !chatter[w] && !courtesy[w] && !askers[w] {
			owners[in] = append(owners[in], i)
		}
	}
	for in, roles := range owners {
		if len(roles) == 1 {
			f.alias(roles[0], in)
		}
	}
	for i := range f.roles {
		sort.Strings(f.roles[i].Aliases)
	}
}

// addHeads lets the last word of a role's name stand for it ("the pilot"), where
// it is that of no other role. A role that is but such a word is taken for it.
func (f *roleFinder) addHeads() {
	owners := map[string][]int{}
	for i, r := range f.roles {
		ws := strings.Fields(strings.ToLower(r.Name))
		if head := singular(ws[len(ws)-1]); len(ws) > 1 && isJobNoun(head) {
			owners[head] = append(owners[head], i)
		}
	}
	for head, roles := range owners {
		if len(roles) == 1 {
			f.alias(roles[0], head)
		}
	}
	var kept []role
	for _, r := range f.roles {
		if o := owners[strings.ToLower(r.Name)]; len(o) == 1 {
			f.roles[o[0]].Docs = append(f.roles[o[0]].Docs, r.Docs...)
		}
	}
	for _, r := range f.roles {
		if len(owners[strings.ToLower(r.Name)]) != 1 {
			kept = append(kept, r)
		}
	}
	f.roles = kept
}

func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		b.WriteRune(unicode.ToUpper([]rune(w)[0]))
	}
	return b.String()
}

func titled(name string) string {
	ws := strings.Fields(name)
	for i, w := range ws {
		r := []rune(w)
		if !function[w] || i == 0 {
			r[0] = unicode.ToUpper(r[0])
		}
		ws[i] = string(r)
	}
	return strings.Join(ws, " ")
}

func (r *role) compile() {
	r.names = [][]string{stemText(r.Name)}
	for _, a := range r.Aliases {
		r.names = append(r.names, stemText(a))
	}
	sort.SliceStable(r.names, func(i, j int) bool { return len(r.names[i]) > len(r.names[j]) })
}

// maxAcronym is how many letters initials may have to be offered as a name: people
// say "PM", but nobody says "GAOM".
const maxAcronym = 3

// acronym is the role's shortest alias in capitals that documents use, or its name
// for one person.
func (r *role) acronym(c *corpus) string {
	best := r.one()
	for _, a := range r.Aliases {
		if strings.ToUpper(a) == a && len(a) < len(best) && len(a) <= maxAcronym && c.vocab[strings.ToLower(a)] > 0 {
			best = a
		}
	}
	return best
}

// one is the role's name for one person: "Actuary", where documents say "Actuaries".
func (r *role) one() string {
	ws := strings.Fields(r.Name)
	last := ws[len(ws)-1]
	if one := singular(strings.ToLower(last)); isJobNoun(last) || one != strings.ToLower(last) {
		ws[len(ws)-1] = last[:min(len(last), len(one))]
		if !strings.HasPrefix(strings.ToLower(last), one) {
			ws[len(ws)-1] = titled(one)
		}
	}
	return strings.Join(ws, " ")
}
