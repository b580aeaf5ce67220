package answer

import (
	"context"

	"careeradvisor/knowledge"
)

// Sample is what the engine weighs for one question, for package score to fit weights by.
type Sample struct {
	Passages []knowledge.Passage // the candidates, best first by the weights in use
	Features [][]float64         // of each
	Judged   int                 // of so many of the first the tokens were compared
	Signals  []float64           // of the answer that would be given
	Answer   knowledge.Answer    // what would be said, were it sure enough
	Heard    []float64           // signals of the message, were it heard; nil where nothing would be said
	Talk     float64             // cosine to the nearest utterance of small talk
}

// FeatureOfTokens is the place in [Sample.Features] of the one that only the first have.
const FeatureOfTokens = ofTokens

// Sample weighs a question without deciding.
func (e *Engine) Sample(ctx context.Context, q knowledge.Question) (s Sample, err error) {
	m := tidy(q.Text)
	fs, err := e.findBest(ctx, m, q.Earlier)
	if err != nil {
		return s, err
	}
	f := fs[0]
	for _, c := range f.gathered.candidates {
		s.Passages = append(s.Passages, *c.Passage)
		s.Features = append(s.Features, c.features[:])
	}
	s.Judged = min(judged, len(s.Passages))
	s.Signals = f.signals[:]
	if f.composed != nil {
		s.Answer = f.composed.answer()
		heard := e.hear(q.Text, m, f)
		s.Heard = heard[:]
	}
	s.Answer.Confidence = f.confidence
	_, s.Talk = e.talk.like(m.whole)
	return s, nil
}
