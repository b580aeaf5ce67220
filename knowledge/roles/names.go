package roles

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"careeradvisor/knowledge/text"
)

// names holds what roles and levels are called, ready for reading texts.
type names struct {
	forms map[string][]form // first word -> names that begin with it, the longest first
	known map[string]bool   // words of the documents, and pairs of them that name jobs
	words []string          // those of names, to which typing errors are compared
	lex   lexicon
}

// namesOf makes the names of the roles and levels that were found.
func namesOf(roles []Role, scale []Level, b *builder) names {
	x := &names{forms: map[string][]form{}, known: b.known, lex: b.lex}
	for i := range roles {
		x.addRole(i, &roles[i])
	}
	for i, l := range scale {
		x.addForm(l.Name, Subject{-1, i}, formCode)
		for _, a := range l.Aliases {
			x.addForm(a, Subject{-1, i}, formCode)
		}
	}
	x.addHeads(roles)
	x.addClips()
	for k := range x.forms {
		slices.SortStableFunc(x.forms[k], func(a, b form) int { return len(b.words) - len(a.words) })
	}
	return *x
}

// addRole adds the names of a role and its levels.
func (x *names) addRole(i int, r *Role) {
	x.addForm(r.Name, Subject{i, -1}, formName)
	for _, a := range r.Aliases {
		x.addForm(a, Subject{i, -1}, formName)
	}
	for k, l := range r.Levels {
		at := Subject{i, k}
		kind := formName
		if levelIn(scan(l.Name)).alone { // "Level 2": several roles may have it
			kind = formCode
		}
		x.addForm(l.Name, at, kind)
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

// addHeads lets the last word of a role's name stand for the role ("the pilot"), if the names of all
// roles that end with it end with this one's, and it is not a role by itself.
func (x *names) addHeads(roles []Role) {
	owners := map[string][]int{}
	for i, r := range roles {
		ts := scan(r.Name)
		if last := ts[len(ts)-1]; len(ts) > 1 && !hasOf(ts) && x.lex.head(ts) >= likeHead {
			owners[last.one] = append(owners[last.one], i)
		}
	}
	for last, of := range owners {
		slices.SortStableFunc(of, func(a, b int) int { return len(roles[a].Name) - len(roles[b].Name) })
		name := key(scan(roles[of[0]].Name))
		others := func(i int) bool { return !strings.HasSuffix(" "+key(scan(roles[i].Name)), " "+name) }
		if !slices.ContainsFunc(of, others) && !slices.ContainsFunc(x.forms[last], func(f form) bool { return len(f.words) == 1 }) {
			x.forms[last] = append(x.forms[last], form{words: []string{last}, to: []Subject{{of[0], -1}}, kind: formHead})
		}
	}
}

// addClips lets names of several words be found by a clipped first word: "tech lead".
func (x *names) addClips() {
	for _, k := range slices.Sorted(maps.Keys(x.forms)) {
		for _, f := range x.forms[k] {
			for n := shortestClip; f.mayBeClipped() && isClip(k[:min(n, len(k))], k); n++ {
				x.forms[k[:n]] = append(x.forms[k[:n]], f)
			}
		}
	}
}

// mayBeClipped reports whether words of a name may be clipped: only those of a job of several
// words.
func (f *form) mayBeClipped() bool { return f.kind == formName && f.job && len(f.words) > 1 }

// isClip reports whether a word is short for another: "tech" for "technical", "eng" for "engineer".
// Anything longer than four sevenths of the word, as "product" is of "production", is another word.
func isClip(short, whole string) bool {
	return len(short) >= shortestClip && 7*len(short) <= 4*len(whole) && strings.HasPrefix(whole, short)
}

const shortestClip = 3

// form is one way of naming subjects.
type form struct {
	words []string // as names are compared
	stem  string   // of the last word: "engineering" can mean engineers too
	to    []Subject
	kind  formKind
	job   bool // the last word ends names of occupations
	track bool // it is one word, and not a person: "product"
}

type formKind int

const (
	formName formKind = iota
	formCode          // of a level: several roles may have it
	formHead          // but the last word of a role's name
)

// addForm adds a name of a subject, including the name written as one word or as several.
func (x *names) addForm(name string, to Subject, kind formKind) {
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
	for i := 0; i+1 < len(ts) && kind == formName; i++ {
		if both := ts[i].text + ts[i+1].text; x.known[both] { // "full stack", which documents write "fullstack" too
			joined := append(slices.Clone(ts[:i]), token{text: both, one: one(both)})
			x.addWords(append(joined, ts[i+2:]...), to, kind)
		}
	}
	if apart := scan(camel.ReplaceAllString(name, "$1 $2")); len(apart) > len(ts) {
		x.addWords(apart, to, kind)
	}
}

func (x *names) addWords(ts []token, to Subject, kind formKind) {
	f := form{to: []Subject{to}, kind: kind, stem: text.Stem(ts[len(ts)-1].text), job: x.lex.head(ts[len(ts)-1:]) >= likeHead}
	f.track = kind == formName && len(ts) == 1 && x.lex.head(ts) == 0
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

// camel matches a capital inside a word: "ScrumMaster".
var camel = regexp.MustCompile(`(\p{Ll})(\p{Lu})`)

// A word of shortestRepaired letters may have one typing error, and one of longTwice letters two;
// in shorter words an error makes a different word.
const (
	shortestRepaired = 5
	longTwice        = 9
)

// repaired replaces unknown words with the nearest words of names that they could be typing errors
// of. It does not change its input.
func (x *names) repaired(ts []token) []token {
	out := ts
	for i, t := range ts {
		if len(t.text) < shortestRepaired || x.known[t.text] || x.known[t.one] || x.lex[t.one] > 0 || t.isGrammar() || text.HasDigit(t.text) {
			continue
		}
		if w := x.nearest(t.one); w != "" {
			if &out[0] == &ts[0] {
				out = slices.Clone(ts)
			}
			out[i].one, out[i].text = w, w
		}
	}
	return out
}

// nearest is the word of names that a word is a typing error of, or "": the first in the alphabet
// if two are equally near.
func (x *names) nearest(w string) string {
	limit := 1
	if len(w) >= longTwice {
		limit = 2
	}
	best := ""
	for _, name := range x.words {
		if diff := len(name) - len(w); diff > limit || diff < -limit || name[0] != w[0] {
			continue
		}
		if d := text.Distance(w, name, limit); d < limit || d == limit && (best == "" || name < best) {
			best = name
			limit = d
		}
	}
	return best
}
