package roles

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// evidence counts how a document's sentences treat a name: as somebody, or as
// something.
type evidence struct {
	asA     int // "as a lock keeper, you …", "become a lock keeper"
	who     int // "a lock keeper who …"
	answers int // "is responsible", "are expected"
	role    int // "the lock keeper's duties", "the role of the lock keeper"
	acts    int // the name begins a sentence and a verb follows it
	defined int // an item labelled with it begins like this: "somebody who …", "the lock keeper opens …"
	used    int // "use a text editor"
	all     int // in every sentence
	one     int // of these, as one of a kind: "a lock keeper.", "lock keepers"
}

// person is how much the evidence speaks for somebody, 0 to maxPerson; below 0, for a thing.
func (e *evidence) person() float64 {
	if e == nil {
		return 0
	}
	sum := 0.0
	for _, sign := range [...]struct {
		n    int
		says float64
	}{{e.asA, 1}, {e.who, 0.7}, {e.answers, 1}, {e.role, 1}, {e.acts, 0.5}, {e.acts - 2, 0.3}, {e.defined, 0.8}} {
		if sign.n > 0 {
			sum += sign.says
		}
	}
	if e.used > e.asA+e.who+e.answers+e.role+e.defined {
		return -1
	}
	return min(sum, maxPerson)
}

const maxPerson = 2

// isProper reports whether a name occurs often, and nearly always in the way that only the name of
// a company or product is written: with capitals, in the singular, and without an article. In six
// handbooks that holds for 95 to 99 % of the places where such a name stands, and for at most 80 %
// of those where a role's does.
func (f *finder) isProper(name []token) bool {
	const often = 20
	k, all, one := key(name), 0, 0
	for d := range f.docs {
		if e := f.said[saidOf{k, d}]; e != nil {
			all, one = all+e.all, one+e.one
		}
	}
	return all >= often && one < all/10
}

// saidOf is the key of a name's evidence: the name and a document.
type saidOf struct {
	name string // key
	doc  int
}

// hear takes in the words of a text, and what it says about the names for which evidence is wanted.
func (f *finder) hear(doc int, s string) {
	ts := scan(s)
	for i := range ts {
		f.known[ts[i].text] = true
		f.noteKind(ts, i)
		if !f.heads[ts[i].one] && !f.inits[ts[i].one] {
			continue
		}
		for from := i; from >= 0 && i-from < maxName; from-- {
			name := key(ts[from : i+1])
			if f.names[name] || f.inits[name] {
				at := saidOf{name, doc}
				if f.said[at] == nil {
					f.said[at] = &evidence{}
				}
				f.said[at].add(ts, from, i+1)
			}
			if ts[from].apart || from > 0 && ts[from-1].isGrammar() && ts[from-1].text != "of" {
				break
			}
		}
	}
}

// noteKind notes a job that a text names by two words, of which the second ends names of
// occupations: documents that speak of "security engineers" know them.
func (f *finder) noteKind(ts []token, i int) {
	if i > 0 && !ts[i].apart && f.lex[ts[i].one] >= likeHead && qualifies(ts[i-1]) {
		f.known[key(ts[i-1:i+1])] = true
	}
}

// define takes in what an item says about its label.
func (f *finder) define(doc int, name []token, body string) {
	ts := scan(body)
	k := key(name)
	for i := 0; i < len(ts) && i < definedWithin; i++ {
		from := 0
		if text.IsArticle(ts[0].text) {
			from = 1
		}
		named := i+1 < len(ts) && i+1-from == len(name) && key(ts[from:i+1]) == k && actsLike(ts[i], ts[i+1])
		if ts[i].text == "who" || named {
			at := saidOf{k, doc}
			if f.said[at] == nil {
				f.said[at] = &evidence{}
			}
			f.said[at].defined++
			return
		}
	}
}

// definedWithin is how many words a definition may take to reach "who".
const definedWithin = 5

// add counts one place where a name stands, from token from up to, but not including, token to.
func (e *evidence) add(ts []token, from, to int) {
	at := func(i int) string {
		if i < 0 || i >= len(ts) {
			return ""
		}
		return ts[i].text
	}
	e.all++
	begins, before := ts[from].apart, from-1
	ends := to >= len(ts) || ts[to].apart || ts[to].isGrammar()
	if ts[to-1].one != ts[to-1].text || !ts[to-1].upper || ends && !begins && text.IsArticle(at(before)) {
		e.one++
	}
	if !begins && (text.IsArticle(at(before)) || owners[at(before)]) {
		begins = ts[before].apart
		before--
	}
	if !begins {
		switch {
		case beingOne[at(before)]:
			e.asA++
		case using[at(before)]:
			e.used++
		case at(before) == "of" && before > 0 && strong[ts[before-1].one]:
			e.role++
		}
	}
	if to >= len(ts) || ts[to].apart {
		return
	}
	next := ts[to]
	switch {
	case next.text == "who" || next.text == "whose":
		e.who++
	case strong[next.one]:
		e.role++
	case answering[at(to+1)] || answering[at(to+2)]:
		e.answers++
	}
	if begins && actsLike(ts[to-1], next) {
		e.acts++
	}
}

// Words before and after a name that show whether it is somebody's or something's.
var (
	owners    = text.Set("your our their his her its each every all this that no another")
	beingOne  = text.Set("as become becoming becomes being be hire hiring")
	using     = text.Set("use using uses used install installing open run in")
	answering = text.Set("responsible expected accountable")
	auxiliary = text.Set("is are was were will would should must may might can could has have does do did")
	ofOne     = text.Set("is was has does")
	ofMany    = text.Set("are were have do")
)

// actsLike reports whether the word after a name looks like its verb.
func actsLike(last, next token) bool {
	if last.poss {
		return false
	}
	plural := last.one != last.text
	if auxiliary[next.text] {
		return !ofOne[next.text] && !ofMany[next.text] || ofMany[next.text] == plural
	}
	return !next.isGrammar() && !next.upper && plural != (strings.HasSuffix(next.text, "s") && !strings.HasSuffix(next.text, "ss"))
}
