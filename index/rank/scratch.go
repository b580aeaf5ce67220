package rank

import bleveindex "github.com/blevesearch/bleve_index_api"

// scratch is one search's working memory, used again by later searches. Between
// searches tf and score are all zero.
type scratch struct {
	tf      []float64 // by ordinal: tf' of the word at hand
	touched []int32   // ordinals whose tf is not 0
	score   []float64 // by ordinal
	share   []float64 // by ordinal: idf of the words of the query's text that it has
	found   []int32   // ordinals whose score is not 0

	posting   bleveindex.TermFieldDoc
	sought    bleveindex.IndexInternalID
	positions positions
}

func newScratch(passages int) *scratch {
	return &scratch{tf: make([]float64, passages), score: make([]float64, passages), share: make([]float64, passages)}
}

func (s *scratch) add(ordinal int32, tf float64) {
	if s.tf[ordinal] == 0 {
		s.touched = append(s.touched, ordinal)
	}
	s.tf[ordinal] += tf
}

// settle turns the frequencies of the word at hand into scores.
func (s *scratch) settle(c *scoring, weight, share float64) {
	for _, at := range s.touched {
		if s.score[at] == 0 {
			s.found = append(s.found, at)
		}
		s.score[at] += weight * c.saturate(s.tf[at])
		s.share[at] += share
		s.tf[at] = 0
	}
	s.touched = s.touched[:0]
}

func (s *scratch) clear() {
	for _, at := range s.touched {
		s.tf[at] = 0
	}
	for _, at := range s.found {
		s.score[at], s.share[at] = 0, 0
	}
	s.touched, s.found = s.touched[:0], s.found[:0]
}
