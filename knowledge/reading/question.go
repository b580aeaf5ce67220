package reading

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// Reader reads questions about a set of documents. It does not change once it is made, and
// may be used by many goroutines at once.
type Reader struct {
	roles    *roles.Index
	terms    func(text string) []knowledge.Term // the words of a text that carry meaning, with how rare they are
	synonyms Synonyms
}

// New makes a reader that knows the roles of documents and how rare their words are.
func New(index *roles.Index, terms func(text string) []knowledge.Term, s Synonyms) *Reader {
	return &Reader{index, terms, s}
}

// Question is a question in the form in which it is looked up.
type Question struct {
	Text  string           // what is looked for
	Own   string           // the part of it that the person wrote
	Plain string           // Text without whom it names: what "they" do, earn, report
	Words string           // what is looked for by words
	Also  []string         // words that count for less: names, words of the previous question, synonyms
	Terms []knowledge.Term // the words that carry it

	Named   []roles.Subject // whom it names; each of them if several roles have the level
	Sides   []roles.Subject // the two or three that it sets side by side
	Foreign []string        // jobs that it names and the documents do not have
	Against bool            // it sets one of those beside another: "vs", "or"

	Contrasts bool // it sets things against one another
	Compares  bool // Text only compares those whom it names, and asks for nothing in particular
	Bare      bool // Text asks nothing but about the one whom it names: "What does a designer do?"
	Aspects   int  // how many words of Own carry meaning and name nobody
	Carried   bool // it is read with the previous question
	Quantity  Quantity

	own   phrase          // Own
	text  phrase          // Text
	stems map[string]bool // of Text, and of the names of roles that it has by initials or by another name
}

// parse finds whom a text names, after rewording it with words that the documents have.
func (r *Reader) parse(s string) *Question {
	q := &Question{Own: s}
	s, q.Also = r.inKnownWords(s)
	q.text = r.phrase(s)
	q.Named, q.Foreign = roles.Mentions{Named: q.text.names}.Subjects(), r.foreign(q.text)
	q.Against = slices.ContainsFunc(q.text.all.Foreign, q.text.isBeside)
	return q
}

// Alone reads a question by itself.
func (r *Reader) Alone(s string) *Question {
	q := r.parse(s)
	return r.finish(q, q.text)
}

// Abroad reads a question in a language whose grammar is not known.
func (r *Reader) Abroad(s string) *Question {
	return r.derive(&Question{Own: s, Terms: r.terms(s), text: r.phrase(s)})
}

// finish decides which words to search by: those that ask something, leaving out names. Names still
// count if a passage has them.
func (r *Reader) finish(q *Question, words phrase) *Question {
	q.Words = words.text
	if words.aspects() > 0 {
		q.Words, q.Also = words.rest(), append(q.Also, words.written()...)
	}
	q.Terms = slices.DeleteFunc(r.terms(q.Words), func(t knowledge.Term) bool { return contrasts[text.Stem(t.Text)] })
	return r.derive(q)
}

// derive fills in whatever follows from what is looked for and from what the person wrote.
func (r *Reader) derive(q *Question) *Question {
	p := q.text
	q.Text, q.Plain, q.Sides = p.text, p.text, p.sides()
	if len(p.names) == 1 && p.aspects() > 0 {
		q.Plain = p.with("they", p.names[0])
	}
	q.Compares, q.Bare = isJoint(p.rest()), len(p.names) == 1 && p.aspects() == 0
	if q.own = p; q.Own != p.text {
		q.own = r.phrase(q.Own)
	}
	q.Aspects, q.Contrasts, q.Quantity = q.own.aspects(), hasContrast(q.Own), quantityOf(q.Own)
	q.stems = text.StemsIn(p.text)
	for _, m := range p.all.Named {
		maps.Copy(q.stems, text.StemsIn(r.roles.Name(m.Subjects[0])))
	}
	return q
}

// Repeats reports whether a text only asks the question again, as a link to its answer does: two
// thirds of what the text asks about is in the question.
func (q *Question) Repeats(s string) bool {
	if !strings.Contains(s, "?") { // nearly all: a question is compared with thousands of texts
		return false
	}
	all, known := 0, 0
	for _, w := range text.Words(s) {
		if w.IsContent() {
			all++
			if q.stems[w.Stem] {
				known++
			}
		}
	}
	tells := func(sentence string) bool { return !strings.Contains(sentence, "?") }
	return all > 0 && 3*known >= 2*all && !slices.ContainsFunc(text.Sentences(s), tells)
}

// Learns reports whether a text has a word with meaning that the question does not.
func (q *Question) Learns(s string) bool {
	return slices.ContainsFunc(text.Words(s), func(w text.Word) bool { return w.IsContent() && !q.stems[w.Stem] })
}

// Has reports whether the whole of a heading, label, row or column is in the question, by one of its names.
func (q *Question) Has(label string) bool {
	return slices.ContainsFunc(outline.Names(label), func(name string) bool { return text.Content(name) > 0 && !q.Learns(name) })
}

// Unknown returns the words that are written like names and that no document has.
func (q *Question) Unknown() (out []string) {
	for _, w := range text.Words(q.Own) {
		at := slices.IndexFunc(q.Terms, func(t knowledge.Term) bool { return t.Text == w.Text })
		if w.Named && at >= 0 && q.Terms[at].Count == 0 && !slices.Contains(out, w.Raw) {
			out = append(out, w.Raw)
		}
	}
	return out
}

// Misses reports whether an answer with these stems lacks a name that the question has: "Chicago",
// "FY26". Initials don't count, since the answer may spell them out.
func (q *Question) Misses(stems map[string]bool) bool {
	ws := text.Words(q.Own)
	if !slices.ContainsFunc(ws, func(w text.Word) bool { return w.IsContent() && !w.Named }) {
		return false // "How Do I Request Parental Leave?"
	}
	return slices.ContainsFunc(ws, func(w text.Word) bool {
		bare := strings.TrimSuffix(strings.TrimSuffix(w.Raw, "s"), "'")
		isName := w.Named && w.Raw != w.Text && (bare != strings.ToUpper(bare) || text.HasDigit(bare))
		return isName && !stems[w.Stem] && slices.ContainsFunc(q.Terms, func(t knowledge.Term) bool { return t.Text == w.Text })
	})
}

// Met returns the share of the question's terms, weighted by rarity, whose stems a text has, and
// the share of those that no document has.
func (q *Question) Met(stems map[string]bool) (share, unknown float64) {
	all := 0.
	for _, t := range q.Terms {
		all += t.Weight
		switch {
		case stems[text.Stem(t.Text)]:
			share += t.Weight
		case t.Count == 0:
			unknown += t.Weight
		}
	}
	all = cmp.Or(all, 1) // of no terms, nothing is met
	return share / all, unknown / all
}
