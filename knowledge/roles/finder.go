package roles

import (
	"strings"

	"careeradvisor/knowledge"
)

// finder collects what documents say about roles.
type finder struct {
	docs   []knowledge.Document
	lex    lexicon
	cands  []*candidate
	shorts []placed        // all short texts, including those without a phrase
	heads  map[string]bool // last words of the names asked for
	names  map[string]bool // their keys
	inits  map[string]bool // short forms of them, and short forms that mean a thing
	said   map[saidOf]*evidence
	known  map[string]bool  // words of the documents, and pairs of them that name jobs
	read   map[string]short // short texts that were read before: headings over many places
}

// placed is a short text with the place where it is.
type placed struct {
	*short
	at candidate
}

func newFinder(docs []knowledge.Document) *finder {
	f := &finder{docs: docs, lex: newLexicon(), heads: map[string]bool{}, names: map[string]bool{}, inits: map[string]bool{}, said: map[saidOf]*evidence{},
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

// short returns a short text as it is read.
func (f *finder) short(s string) short {
	sh, ok := f.read[s]
	if !ok {
		sh = f.lex.read(s)
		f.read[s] = sh
	}
	return sh
}

// shorten removes a first word that is a verb and not part of the name: nobody is a "hiring
// engineer" if the documents only speak of engineers.
func (f *finder) shorten(c *candidate) {
	if len(c.name) < 2 || !strings.HasSuffix(c.name[0].text, "ing") || f.said[saidOf{key(c.name), c.doc}] != nil {
		return
	}
	if f.said[saidOf{key(c.name[1:]), c.doc}] == nil {
		return
	}
	c.name, c.whole = c.name[1:], 0
}
