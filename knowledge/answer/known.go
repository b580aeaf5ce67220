package answer

import (
	"maps"
	"slices"

	"careeradvisor/knowledge/text"
)

// knownWords are the words of the documents and of the tables here, with how often
// each stands there.
func (e *Engine) knownWords() map[string]int {
	known := maps.Clone(e.corpus.vocab)
	sets := []map[string]bool{text.FunctionWords(), chatter, pointsBack}
	for _, row := range smallTalk {
		sets = append(sets, row.words)
	}
	for _, words := range sets {
		for w := range words {
			known[w]++
		}
	}
	for _, w := range e.index.Vocabulary() {
		known[w]++
	}
	for _, words := range e.synonyms.words {
		for _, w := range words {
			known[w]++
		}
	}
	for _, f := range e.facetTable.rows {
		for _, phrase := range slices.Concat(f.facet.ask, f.facet.near, f.facet.head, f.facet.say) {
			for _, w := range text.Words(phrase) {
				known[w.Text]++
			}
		}
	}
	return known
}
