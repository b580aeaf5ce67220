package answer

import (
	"context"
	"maps"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// notEnglish are the documents in other languages, by ID.
func notEnglish(docs []knowledge.Document) map[string]knowledge.Document {
	all := map[string]knowledge.Document{}
	for _, d := range docs {
		if d.Language != "" {
			all[d.ID] = d
		}
	}
	return all
}

// inItsLanguage answers a question by the documents in its language, where that is
// not English. How such a question asks is not understood: it is answered by the
// passage that the search finds first of those with half of its words. ok is false for
// a question that may be English, and for one that the search finds nothing for.
func (e *Engine) inItsLanguage(ctx context.Context, q knowledge.Question) (a knowledge.Answer, ok bool, err error) {
	if len(e.abroad) == 0 {
		return a, false, nil
	}
	hits, err := e.search.Search(ctx, knowledge.Query{Text: text.Plain(q.Text), Limit: maxAbroad})
	if err != nil || len(hits) == 0 || e.abroad[hits[0].Passage.Doc].Language == "" {
		return a, false, err
	}
	var found []knowledge.Passage
	have := gist{}
	for _, h := range hits {
		if p := h.Passage; e.abroad[p.Doc].Language == e.abroad[hits[0].Passage.Doc].Language && p.Kind != knowledge.Code {
			found = append(found, p)
			have.add(everyWord(p))
		}
	}
	for _, p := range found {
		asked := askedBeside(e.abroad[p.Doc], q.Text, have)
		if first := firstProse(e.abroad[p.Doc]); asked.empty() && first != nil {
			p = *first // it asks what the subject is
		}
		if share := asked.sharedBy(everyWord(p)); share >= halfMet {
			return e.quote(&p, share), true, nil
		}
	}
	refuse := knowledge.Answer{Kind: knowledge.Refuse, Shape: knowledge.Prose, Lead: "My documents don't answer that.", Why: &knowledge.Explanation{Read: q.Text}}
	return refuse, !mayBeEnglish(q.Text), nil
}

// mayBeEnglish reports whether a third of a text's words are those that hold English
// together.
func mayBeEnglish(s string) bool {
	words, n := text.Texts(text.Words(s)), 0
	for _, w := range words {
		if text.IsFunction(w) {
			n++
		}
	}
	return n > 0 && 3*n >= len(words)
}

const (
	maxAbroad = 20  // passages that are looked at
	halfMet   = 0.5 // share of a question's words that its answer has
)

// firstProse is a document's first paragraph, nil where it has none.
func firstProse(d knowledge.Document) *knowledge.Passage {
	for _, p := range d.Passages() {
		if p.Kind == knowledge.Paragraph {
			return &p
		}
	}
	return nil
}

// everyWord is the text of a passage with what stands over it.
func everyWord(p knowledge.Passage) string {
	return strings.Join(append(append([]string{p.Text}, p.Section...), p.Columns...), " ")
}

// quote answers with a passage: with its list, or its row of a table.
func (e *Engine) quote(p *knowledge.Passage, confidence float64) knowledge.Answer {
	b, shape := e.newBuilder(), knowledge.Prose
	at := []int{b.cite(e.corpus.of(p))}
	place, _ := e.corpus.outline.Find(p.ID)
	switch {
	case place.Sheet != nil && len(p.Columns) > 1:
		shape, b.a.Columns = knowledge.Table, p.Columns[1:]
		row := knowledge.Point{Label: place.Sheet.RowName(place.Row)}
		for _, c := range p.Cells[1:] {
			row.Cells = append(row.Cells, knowledge.Cell{Text: c, Cites: at})
		}
		b.add(row)
	case place.Item != nil && (p.Kind == knowledge.Item || p.Kind == knowledge.Step):
		shape = knowledge.List
		if place.Item.List.Ordered {
			shape = knowledge.Steps
		}
		b.a.Points = b.items(place.Item.List.Items, maxList)
	default:
		b.add(knowledge.Point{Text: p.Text, Cites: at, Inside: b.announced(e.corpus.of(p), p.Text)})
	}
	a := b.answer(shape, confidence)
	a.Why = &knowledge.Explanation{Considered: []knowledge.Considered{{Citation: e.corpus.cite(e.corpus.of(p)), Text: p.Text, Said: true}}}
	return a
}

// gist is the words of a text in any language, as far as they can be told without
// knowing it: those of four letters and more, as shorter ones are grammar nearly
// everywhere, in lower case and without accents; and pairs of neighbouring characters
// of Chinese and Japanese, which put no blanks between words. Hiragana is grammar.
type gist struct{ words, pairs map[string]bool }

// shortestWord is how many letters a word has that says something.
const shortestWord = 4

func (g *gist) add(s string) {
	if g.words == nil {
		g.words, g.pairs = map[string]bool{}, map[string]bool{}
	}
	var word []rune
	var before rune // the character right before, of a script without blanks
	end := func() {
		if len(word) >= shortestWord {
			g.words[string(word)] = true
		}
		word, before = word[:0], 0
	}
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent
		case unicode.In(r, unicode.Han, unicode.Katakana) || r == 'ー':
			pair := before
			end()
			if before = r; pair != 0 {
				g.pairs[string([]rune{pair, r})] = true
			}
		case unicode.Is(unicode.Hiragana, r) || !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end()
		default:
			before = 0
			word = append(word, r)
		}
	}
	end()
}

// askedBeside is what a question asks beside the subject of a document. Of several
// pairs of characters those that no passage has say nothing: most of them stand across
// two words.
func askedBeside(d knowledge.Document, question string, have gist) gist {
	var g, subject gist
	g.add(question)
	subject.add(strings.Join(append([]string{d.Title, d.Role}, d.Aliases...), " "))
	maps.DeleteFunc(g.words, func(w string, _ bool) bool { return subject.hasWord(w) })
	maps.DeleteFunc(g.pairs, func(p string, _ bool) bool { return subject.pairs[p] })
	for p := range g.pairs {
		if have.pairs[p] {
			maps.DeleteFunc(g.pairs, func(p string, _ bool) bool { return !have.pairs[p] })
			break
		}
	}
	return g
}

func (g gist) empty() bool { return len(g.words)+len(g.pairs) == 0 }

// sharedBy is the share of the words that a text has; 1 of none.
func (g gist) sharedBy(s string) float64 {
	if g.empty() {
		return 1
	}
	in, met := gist{}, 0
	in.add(s)
	for w := range g.words {
		if in.hasWord(w) {
			met++
		}
	}
	for p := range g.pairs {
		if in.pairs[p] {
			met++
		}
	}
	return float64(met) / float64(len(g.words)+len(g.pairs))
}

// hasWord reports whether a text has a word, perhaps with another ending.
func (g gist) hasWord(word string) bool {
	if g.words[word] {
		return true
	}
	for w := range g.words {
		if sameStart(w, word) {
			return true
		}
	}
	return false
}

// sameStart reports whether two words begin alike, but for endings of up to three
// letters.
func sameStart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= shortestWord && n >= max(len(x), len(y))-3
}
