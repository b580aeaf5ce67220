package answer

import (
	"context"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/shape"
)

// Sample is what the engine weighs for one question; package score fits weights to it.
type Sample struct {
	Passages []knowledge.Passage // the candidates, best first by the weights in use
	Features [][]float64         // of each
	Judged   int                 // how many of the first were compared token by token
	Signals  []float64           // of the answer that would be given
	Answer   knowledge.Answer    // what would be said if the engine were sure enough
	Heard    []float64           // signals of the message if it were overheard; nil if nothing would be said
}

// Sample weighs a question without deciding.
func (e *Engine) Sample(ctx context.Context, q knowledge.Question) (s Sample, err error) {
	m := reading.Tidy(q.Text)
	fs, err := e.findBest(ctx, m, q.Earlier)
	if err != nil {
		return s, err
	}
	f := fs[0]
	for _, c := range f.evidence.Candidates {
		s.Passages = append(s.Passages, *c.Passage)
		s.Features = append(s.Features, c.Features[:])
	}
	s.Judged = len(f.evidence.First())
	s.Signals = f.signals[:]
	if f.draft != nil {
		s.Answer = shape.Answer(f.draft)
		heard := e.talk.Heard(q.Text, f.confidence)
		s.Heard = heard[:]
	}
	s.Answer.Confidence = f.confidence
	return s, nil
}
