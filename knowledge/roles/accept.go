package roles

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// finder collects what documents say of roles.
type finder struct {
	docs   []knowledge.Document
	lex    lexicon
	cands  []*candidate
	shorts []placed        // all short texts, also those without a phrase
	heads  map[string]bool // last words of the names asked after
	names  map[string]bool // their keys
	said   map[saidOf]*evidence
	known  map[string]bool  // words of the documents
	read   map[string]short // short texts that were read before: headings over many places
}

// placed is a short text with the place where it stands.
type placed struct {
	*short
	at candidate
}

func newFinder(docs []knowledge.Document) *finder {
	f := &finder{docs: docs, lex: newLexicon(), heads: map[string]bool{}, names: map[string]bool{}, said: map[saidOf]*evidence{},
		known: map[string]bool{}, read: map[string]short{}}
	f.collect()
	for d := range docs {
		for s := range docs[d].Sections {
			for p := range docs[d].Sections[s].Passages {
				f.hear(d, docs[d].Sections[s].Passages[p].Text)
			}
		}
	}
	for _, c := range f.cands {
		f.shorten(c)
		if c.where == inLabel && c.whole == 1 {
			f.define(c.doc, c.named(), f.docs[c.doc].Sections[c.at.Section].Passages[c.at.Passage].Body())
		}
	}
	return f
}

// short reads a short text.
func (f *finder) short(s string) short {
	sh, ok := f.read[s]
	if !ok {
		sh = f.lex.read(s)
		f.read[s] = sh
	}
	return sh
}

// shorten takes a first word away that is a verb, not a part of the name: nobody is
// a "hiring engineer" where documents speak of engineers only.
func (f *finder) shorten(c *candidate) {
	if len(c.name) < 2 || !strings.HasSuffix(c.name[0].text, "ing") || f.said[saidOf{key(c.name), c.doc}] != nil {
		return
	}
	if f.said[saidOf{key(c.name[1:]), c.doc}] == nil {
		return
	}
	c.called = beingOne[c.name[0].text]
	c.name, c.whole = c.name[1:], 0
}

// What signs of a role count for, beside how much its last word looks like an
// occupation's (up to twice 1), how much of its text it is (up to 1), and how much
// its document treats it as somebody (up to maxPerson).
const (
	headSays   = 2
	framedSays = 1.5 // "the role of the lock keeper", "lock keeper responsibilities"
	calledSays = 1.5 // "working as a lock keeper"
	underSays  = 1.5 // the heading over it announces roles
	aloneSays  = 0.5 // an article stands before it
	levelSays  = 1   // it has a level's number or code
	rankSays   = 0.5 // it begins with a rank
	titleSays  = 0.6 // it is a document's whole title, for one person: things are oftener many
	shortSays  = 0.5 // its initials stand behind it in brackets
	againSays  = 0.3 // for each further document, up to three
	// accepted is the sum from which on a name is a role's. Between 3.0 and 3.4 no
	// candidate of the collections that it was set on has its score.
	accepted = 3.2
	// likeHead is how much a last word says that looks like an occupation's.
	likeHead = 0.4
)

// weigh scores the candidates; it is called again once the first roles are known.
func (f *finder) weigh() {
	like, all := map[string]int{}, map[string]int{}
	for _, c := range f.cands {
		if c.stands() {
			all[c.beside]++
			like[c.beside] += c.looksLike()
		}
	}
	again := map[string]map[int]bool{}
	for _, c := range f.cands {
		c.alike = 0
		if n := all[c.beside]; n > 1 && c.stands() {
			c.alike = float64(like[c.beside]-c.looksLike()) / float64(n-1)
		}
		if c.stands() && c.head >= likeHead && c.where < inRow {
			k := key(c.named())
			if again[k] == nil {
				again[k] = map[int]bool{}
			}
			again[k][c.doc] = true
		}
	}
	for _, c := range f.cands {
		c.score = f.score(c) + againSays*float64(min(3, max(0, len(again[key(c.named())])-1)))
	}
}

// stands reports whether a candidate stands where a name of a role would.
func (c *candidate) stands() bool {
	if c.beside0() {
		return false
	}
	return c.whole > 0 || c.framed || c.called
}

func (c *candidate) beside0() bool { return c.phrase.beside }

func (c *candidate) looksLike() int {
	if c.head >= likeHead {
		return 1
	}
	return 0
}

// isOne reports whether a name is for one person.
func (c *candidate) isOne() bool {
	last := c.name[len(c.name)-1]
	return last.one == last.text || strings.Contains(last.text, "our")
}

func (f *finder) score(c *candidate) float64 {
	s := headSays*c.head + c.whole + c.alike + f.said[saidOf{key(c.named()), c.doc}].person()
	for _, sign := range [...]struct {
		is   bool
		says float64
	}{
		{c.framed, framedSays}, {c.called, calledSays}, {c.determined, aloneSays},
		{c.under && (c.whole >= firstPart || c.framed), underSays},
		{c.whole >= firstPart && !c.short.level.isZero() && !c.short.level.alone, levelSays},
		{len(c.name) > 1 && rankOf(c.name) > 0, rankSays},
		{c.where == inTitle && c.whole == 1 && c.isOne(), titleSays},
		{isShortFor(c.bracket, c.name), shortSays},
	} {
		if sign.is {
			s += sign.says
		}
	}
	return s
}

// isRole reports whether a candidate names a role by itself.
func (f *finder) isRole(c *candidate) bool {
	if !c.stands() || c.score < accepted {
		return false
	}
	switch {
	case c.head == 0:
		return c.framed || c.called || c.under && c.alike >= 0.5
	case c.where == inLabel || c.where == inRow:
		return c.under && c.alike > 0 || f.said[saidOf{key(c.named()), c.doc}].person() > 0 || !c.short.level.isZero()
	case c.where == inColumn:
		return c.alike > 0
	}
	return true
}

// rankOf is how many words of a rank a name begins with.
func rankOf(name []token) int {
	n := 0
	for n < len(name)-1 && (ranks[name[n].one] || n > 0 && name[n].text == "level") {
		n++
	}
	return n
}

// isShortFor reports whether what stands in brackets behind a name is short for it.
func isShortFor(bracket, name []token) bool {
	if len(bracket) != 1 || !bracket[0].caps || len(bracket[0].text) > maxShort {
		return false
	}
	return slices.ContainsFunc(name, func(t token) bool { return t.text[0] == bracket[0].text[0] })
}

// maxShort is how many letters what is short for a name has at most.
const maxShort = 6
