package roles

import (
	"path"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// where is the kind of place where a candidate is found.
type where int

const (
	inTitle where = iota // or in a document's first sentence
	inHeading
	inColumn // of a table
	inRow    // the first cell of a table's row
	inLabel  // of an item
)

// candidate is a phrase that may name a role, with the place where it is.
type candidate struct {
	phrase
	short *short
	where where
	doc   int // index into the documents
	at    Place
	peers string  // candidates with the same value are side by side
	alike float64 // share of those that look like names of occupations
	under bool    // a heading over it announces roles or levels
	topic bool    // its name also heads something under no such heading
	score float64
	taken bool // its role is known
}

// named is the candidate's name without words that add nothing: the traditional product manager is
// the product manager.
func (c *candidate) named() []token {
	n := c.name
	for len(n) > 1 && plain[n[0].one] {
		n = n[1:]
	}
	return n
}

// plain are words that add nothing to the name of a job.
var plain = text.Set(`
	average classic common conventional general normal ordinary regular standard traditional typical usual generic other
	good great best better new future aspiring successful real
`)

// collect finds the phrases that may name a role.
func (f *finder) collect() {
	for d := range f.docs {
		doc := &f.docs[d]
		whole := candidate{where: inTitle, doc: d, at: Place{doc.ID, -1, -1, -1}, peers: path.Dir(doc.ID)}
		f.take(doc.Title, whole)
		f.takeOpening(d, whole)
		for s := range doc.Sections {
			f.takeSection(d, s)
		}
	}
}

// takeSection takes a section's heading, the labels of its items and its tables.
func (f *finder) takeSection(d, s int) {
	doc := &f.docs[d]
	sec := &doc.Sections[s]
	if h := sec.Heading(); h != "" {
		outer := sec.Path[:len(sec.Path)-1]
		f.take(h, candidate{where: inHeading, doc: d, at: Place{doc.ID, s, -1, -1},
			peers: doc.ID + "\x00" + knowledge.SectionName(outer), under: f.announces(doc, outer)})
	}
	here := doc.ID + "\x00" + sec.Name() + "\x00"
	under := f.announces(doc, sec.Path)
	for p := range sec.Passages {
		ps := &sec.Passages[p]
		switch {
		case ps.Kind == knowledge.Row:
			f.takeRow(d, s, p, here)
		case ps.Label != "":
			f.take(ps.Label, candidate{where: inLabel, doc: d, at: Place{doc.ID, s, p, -1}, peers: here, under: under})
		}
	}
}

// takeRow takes the first cell of a table's row and, if the row is the table's first, the names of
// its columns.
func (f *finder) takeRow(d, s, p int, here string) {
	ps := f.docs[d].Sections[s].Passages
	row := &ps[p]
	if len(row.Cells) == 0 {
		return
	}
	head := f.short(row.Columns[0])
	f.take(row.Cells[0], candidate{where: inRow, doc: d, at: Place{row.Doc, s, p, -1}, peers: here + "rows", under: head.ofRoles})
	if p > 0 && ps[p-1].Kind == knowledge.Row && ps[p-1].Group == row.Group {
		return
	}
	for i, col := range row.Columns {
		f.take(col, candidate{where: inColumn, doc: d, at: Place{row.Doc, s, p, i}, peers: here + "columns"})
	}
}

// takeOpening takes the name that is in both a document's first paragraphs and its file's name: in
// a page headed "Overview", nothing else says whom it is about.
func (f *finder) takeOpening(d int, c candidate) {
	doc := &f.docs[d]
	if doc.Role != "" || slices.ContainsFunc(f.short(doc.Title).phrases, func(p phrase) bool { return p.head >= likeHead }) {
		return // it is enough by itself
	}
	file := strings.TrimSuffix(path.Base(doc.ID), path.Ext(doc.ID))
	n := 0
	for _, p := range doc.Passages() {
		if p.Kind != knowledge.Paragraph {
			continue
		}
		if name, ts := f.namedAs(p.Text, file); name != nil {
			f.takePhrase(c, &short{raw: p.Text, tokens: ts}, phrase{name: name, head: f.lex.head(name), whole: 1})
			return
		}
		if n++; n == openingLength {
			return
		}
	}
}

// openingLength is how many paragraphs open a document.
const openingLength = 3

// namedAs finds the name of an occupation in a text that a file is named after: the whole name
// ("teamleads") or, if it is the text's first subject, its beginning ("devops", of "DevOps
// engineers support …").
func (f *finder) namedAs(s, file string) (name, ts []token) {
	stems := text.Stems(file)
	called := one(strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(file)))
	ts = scan(s)
	begins := 0
	if len(ts) > 0 && (text.IsArticle(ts[0].text) || owners[ts[0].text]) {
		begins = 1
	}
	for to := 1; to <= len(ts); to++ {
		for from := to - 1; from >= 0 && to-from <= maxName; from-- {
			name := ts[from:to]
			same := one(strings.ReplaceAll(key(name), " ", "")) == called || from == begins && isBeginning(stems, name)
			if same && (f.lex.headOf(name) >= likeHead || f.lex.head(ts[max(0, to-2):to]) >= likeHead) {
				return name, ts
			}
			if ts[from].apart || from > 0 && ts[from-1].isGrammar() && (ts[from-1].text != "of" || from < 2 || !titleOf[ts[from-2].one]) {
				break
			}
		}
	}
	return nil, nil
}

// isBeginning reports whether the stems of a file's name are those of a name, with or without its
// last word.
func isBeginning(file []string, name []token) bool {
	if len(file) == 0 || len(file) > len(name) || len(file) < len(name)-1 {
		return false
	}
	for i, s := range file {
		if text.Stem(name[i].text) != s {
			return false
		}
	}
	return true
}

func (f *finder) take(s string, c candidate) {
	sh := f.short(s)
	for i, t := range sh.tokens {
		f.known[t.text] = true
		f.noteKind(sh.tokens, i)
	}
	for _, p := range sh.phrases {
		f.takePhrase(c, &sh, p)
	}
	f.shorts = append(f.shorts, placed{&sh, c})
}

func (f *finder) takePhrase(c candidate, sh *short, p phrase) {
	c.phrase, c.short = p, sh
	f.cands = append(f.cands, &c)
	f.ask(c.named())
	if len(p.name) > 1 && strings.HasSuffix(p.name[0].text, "ing") {
		f.ask(p.name[1:])
	}
}

// ask notes a name for which evidence is wanted.
func (f *finder) ask(name []token) {
	f.names[key(name)] = true
	f.heads[name[len(name)-1].one] = true
	if in := strings.ToLower(initials(name)); things[in] {
		f.inits[in] = true
	}
}

// announces reports whether the heading above a place announces roles or levels.
func (f *finder) announces(doc *knowledge.Document, outer []string) bool {
	over := doc.Title
	if len(outer) > 0 {
		over = outer[len(outer)-1]
	}
	return f.short(over).ofRoles
}
