package rank

import "github.com/blevesearch/bleve/v2/analysis"

// language is the passages that are read with one analyzer: a collection of their own, for which a
// query is analysed and ranked separately.
type language struct {
	analyzer analysis.Analyzer
	fields   [Fields]string  // Bleve's names
	average  [Fields]float64 // mean tokens of a field over the passages
	passages int
	scale    float64 // of scores, so that a word in only one passage weighs the same in each language
	lexicon  lexicon
}

// newLanguage reads a collection; rarest is the idf of a word that is in a single passage.
func newLanguage(c Collection, rarest float64) *language {
	l := &language{analyzer: c.Analyzer, passages: c.Passages, lexicon: newLexicon(c.Documents)}
	l.scale = rarest / idf(1, max(l.passages, 1))
	for f := range Fields {
		l.fields[f] = f.Name(c.Name)
		l.average[f] = float64(c.Lengths[f]) / float64(max(l.passages, 1))
	}
	return l
}

// knownElsewhere reports whether a word, as written, is in the documents of a language other than
// l.
func (x *Ranker) knownElsewhere(l *language, written string) bool {
	for _, other := range x.languages {
		if other != l && other.lexicon.knows(written) {
			return true
		}
	}
	return false
}

// compare makes the scores of several languages comparable: those of each language are scaled, and
// weighted by how much of the query it knows, relative to the language that knows most. In its own
// language, a question's words are in the documents or are stop words; another language shares only
// a few, by accident.
func (x *Ranker) compare(s *scratch, read []terms) {
	if len(read) < 2 {
		return
	}
	most := 0.
	for _, t := range read {
		most = max(most, t.known())
	}
	first := 0
	for _, t := range read {
		factor := t.language.scale * t.known() / most
		for _, at := range s.found[first:t.found] {
			s.score[at] *= factor
		}
		for i := range t.words {
			t.words[i].idf *= factor
		}
		first = t.found
	}
}

// known is the share of the words of Query.Text that the language knows; it is never 0.
func (t terms) known() float64 {
	n := t.asked - t.kept // stop words
	for _, w := range t.words {
		if w.count > 0 {
			n += w.times
		}
	}
	return float64(n+1) / float64(t.asked+1)
}
