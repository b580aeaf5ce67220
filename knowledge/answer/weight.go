package answer

import (
	"math"

	"careeradvisor/knowledge/text"
)

// weightOf is how much a word carries the question: rare words of the documents
// most, common English words little, whether the documents have them or not.
func (e *Engine) weightOf(w text.Word, asks, verb bool) float64 {
	switch {
	case isCount(w.Text):
		return chatterWeight
	case (chatter[w.Text] || !e.corpus.knows(w.Stem) && chatterStems[w.Stem]) && !asks:
		return chatterWeight
	case e.corpus.knows(w.Stem):
		return e.corpus.idf(w.Stem) * math.Sqrt(e.rarity(w)) // tamed, since the idf tells rarity too
	case w.Named:
		return e.unknownWeight / unknownShare
	case verb:
		return e.unknownWeight * e.rarity(w) * asVerb
	}
	return e.unknownWeight * e.rarity(w)
}

// isCount tells a small number, which sets a scene ("8 people", "10 years") and is
// seldom what a question hangs on; figures of four digits are years or amounts.
func isCount(w string) bool {
	if len(w) > 3 {
		return false
	}
	for _, r := range w {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// rarity is how little a word belongs to everyday English, up to 1. "Happen"
// and "decide" carry less of a question than "portfolio".
func (e *Engine) rarity(w text.Word) float64 {
	if e.meaning == nil {
		return 1
	}
	rank, ok := e.meaning.Rank(w.Text)
	if !ok {
		return 1
	}
	for _, step := range rarities {
		if rank <= step.rank {
			return step.share
		}
	}
	return 1
}
