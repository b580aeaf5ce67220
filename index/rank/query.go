package rank

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// Limits on one query, which keep any text's search short.
const (
	maxQueryBytes = 16 << 10 // of its text that are looked at
	maxWords      = 64       // distinct words of Text, and again of Also
	maxPairs      = 128      // neighbours among them
)

// word is one distinct term of a query.
type word struct {
	term    string  // as analysed
	written string  // as written, in lower case
	weight  float64 // 1 for a word of Text
	times   int     // that it is in Text
	count   int     // passages that have it
	idf     float64
}

// pair is two words that follow one another in the query, ignoring stop words.
type pair struct {
	first, second int // indexes into words
	weight        float64
}

// terms is a query as a language reads it.
type terms struct {
	language *language
	words    []word
	pairs    []pair
	asked    int     // words of Text, counting repetitions and stop words
	kept     int     // those that are not stop words
	all      float64 // idf of the words of Text together
	found    int     // passages in this and earlier languages that have any of the words
}

// parse analyses a query's text. A word of Text that occurs again in Also counts once, as a word of
// Text; the parameter also is the weight of words of Also.
func (l *language) parse(q knowledge.Query, also float64) terms {
	p := parser{terms: terms{language: l}, place: map[string]int{}, left: maxQueryBytes}
	p.add(q.Text, 1, maxWords)
	limit := len(p.words) + maxWords
	for _, text := range q.Also {
		p.add(text, also, limit)
	}
	return p.terms
}

// parser collects the terms of one query.
type parser struct {
	terms
	place map[string]int // term -> index in words
	left  int            // bytes that may still be looked at
}

func (p *parser) add(text string, weight float64, limit int) {
	if len(text) > p.left {
		text = strings.ToValidUTF8(text[:p.left], "")
	}
	p.left -= len(text)
	if text == "" {
		return
	}
	text = Separate(text)
	before := -1
	for _, token := range p.language.analyzer.Analyze([]byte(text)) {
		term := string(token.Term)
		at, known := p.place[term]
		if !known {
			if len(p.words) >= limit {
				return
			}
			at = len(p.words)
			p.place[term] = at
			written := strings.ToLower(text[token.Start:token.End])
			p.words = append(p.words, word{term: term, written: written, weight: weight})
		}
		if weight == 1 {
			p.words[at].times++
			p.kept++
			p.asked = token.Position
		}
		if before >= 0 && before != at && len(p.pairs) < maxPairs && !p.paired(before, at) {
			p.pairs = append(p.pairs, pair{before, at, weight})
		}
		before = at
	}
}

func (p *parser) paired(first, second int) bool {
	return slices.ContainsFunc(p.pairs, func(q pair) bool { return q.first == first && q.second == second })
}
