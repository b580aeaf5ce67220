package answer

import (
	"math"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// corpus is what the engine knows of the documents: their sections and sentences
// with the words in them, and how rare each word is.
type corpus struct {
	outline  *outline.Outline
	sections []section
	passages []passage
	byID     map[string]int // passage ID -> index into passages
	df       map[string]int // stem -> number of passages that hold it, headings and labels included
	vocab    map[string]int // words of the documents, lower case -> how often
}

// section is a section with its heading's words.
type section struct {
	*outline.Section
	stems    []string // of its own heading
	parent   int      // index of the section around it, or -1
	children []int
	passages []int
	about    []roles.Subject    // whom it is about; empty for nobody
	facets   map[string]float64 // facet name -> how surely the heading speaks of it, 0 to 1
}

// passage is a passage with its sentences.
type passage struct {
	knowledge.Passage
	section  int
	label    []string // stems
	labelHas map[string]bool
	kind     int             // the role that the label names a kind of, or -1
	about    []roles.Subject // whom it is about; empty for nobody
	units    []unit
}

// unit is what an answer says at once: a sentence, or a cell of a table's row.
type unit struct {
	text             string
	stems            []string
	has              map[string]bool
	column           string          // of a cell: what its column is about
	around           map[string]bool // of a cell: stems of its column's name and of its row's first cell
	roles            []int           // roles that it names, or its column does
	about            []roles.Subject // whom its column is about, or of a sentence about nobody, whom it begins with
	leans, announces bool            // it needs the sentence before it; it says nothing itself
}

func newCorpus(docs []knowledge.Document) *corpus {
	c := &corpus{outline: outline.New(docs), byID: map[string]int{}, df: map[string]int{}, vocab: map[string]int{}}
	at := map[*outline.Section]int{}
	for i, s := range c.outline.Sections {
		at[s] = i
		sec := section{Section: s, stems: c.learn(s.Heading()), parent: -1}
		if s.Parent != nil {
			sec.parent = at[s.Parent]
			c.sections[sec.parent].children = append(c.sections[sec.parent].children, i)
		}
		c.sections = append(c.sections, sec)
		for _, p := range s.Passages {
			if p.Kind == knowledge.Code {
				continue // never quoted as prose
			}
			c.sections[i].passages = append(c.sections[i].passages, len(c.passages))
			c.addPassage(p, i)
		}
	}
	return c
}

// of returns a passage of the documents with what the corpus knows of it.
func (c *corpus) of(p *knowledge.Passage) *passage { return &c.passages[c.byID[p.ID]] }

// addPassage cuts a passage of a section into units and counts its words.
func (c *corpus) addPassage(p knowledge.Passage, sec int) {
	c.byID[p.ID] = len(c.passages)
	ps := passage{Passage: p, section: sec, label: c.learn(p.Label), labelHas: map[string]bool{}}
	for _, s := range ps.label {
		ps.labelHas[s] = true
	}
	if p.Kind == knowledge.Row {
		for i, cell := range p.Cells {
			u := c.newUnit(cell, p.Columns[i])
			u.around = map[string]bool{}
			for _, s := range append(c.learn(p.Columns[i]), text.Stems(p.Cells[0])...) {
				u.around[s] = true
			}
			ps.units = append(ps.units, u)
		}
	} else {
		for _, s := range text.Sentences(p.Text) {
			ps.units = append(ps.units, c.newUnit(s, ""))
		}
	}
	c.passages = append(c.passages, ps)
	for s := range c.stemsOf(&ps) {
		c.df[s]++
	}
}

// stemsOf are the stems of a passage and of the heading over it.
func (c *corpus) stemsOf(p *passage) map[string]bool {
	seen := map[string]bool{}
	for _, s := range c.sections[p.section].stems {
		seen[s] = true
	}
	for _, u := range p.units {
		for s := range u.has {
			seen[s] = true
		}
	}
	return seen
}

// recount counts the passages of some stems anew.
func (c *corpus) recount(stems map[string]bool) {
	for s := range stems {
		c.df[s] = 0
	}
	for i := range c.passages {
		for s := range c.stemsOf(&c.passages[i]) {
			if stems[s] {
				c.df[s]++
			}
		}
	}
}

func (c *corpus) newUnit(text, column string) unit {
	u := unit{text: text, column: column, stems: c.learn(text), has: map[string]bool{}, leans: leans(text), announces: announces(text)}
	for _, s := range u.stems {
		u.has[s] = true
	}
	return u
}

// learn splits text into stems and takes its words into the vocabulary.
func (c *corpus) learn(s string) []string {
	ws := text.Words(s)
	for _, w := range ws {
		c.vocab[w.Text]++
	}
	return text.StemsOf(ws)
}

// idf is how much a stem tells passages apart: the BM25 form, at least leastIDF.
// (Robertson, Zaragoza 2009, eq. 3.3.)
func (c *corpus) idf(stem string) float64 {
	n, df := float64(len(c.passages)), float64(c.df[stem])
	return max(leastIDF, math.Log(1+(n-df+0.5)/(df+0.5)))
}

// knows reports whether a stem stands anywhere in the documents.
func (c *corpus) knows(stem string) bool { return c.df[stem] > 0 }

// ancestors calls visit for a section and each section around it.
func (c *corpus) ancestors(sec int, visit func(*section)) {
	for sec >= 0 {
		visit(&c.sections[sec])
		sec = c.sections[sec].parent
	}
}

// below lists the passages of a section and of the sections inside it.
func (c *corpus) below(sec int) []int {
	out := append([]int(nil), c.sections[sec].passages...)
	for _, ch := range c.sections[sec].children {
		out = append(out, c.below(ch)...)
	}
	return out
}

// cite is the citation of a passage.
func (c *corpus) cite(p *passage) knowledge.Citation {
	s := &c.sections[p.section]
	return knowledge.Citation{Doc: s.Doc.ID, Section: s.Name(), Title: s.Doc.Title, Source: s.Doc.Source, URL: s.URL(), Date: s.Doc.Date, Passage: p.ID}
}
