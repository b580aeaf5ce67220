package score

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
)

// Answerer is what is measured: an engine.
type Answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// Run asks questions and counts the answers. It hands each that is wrong to wrong,
// with the reason, unless that is nil. With sections, the first citation of an
// answer has to be a gold section.
func Run(ctx context.Context, e Answerer, qs []Question, sections bool, wrong func(q Question, a knowledge.Answer, why string)) (*Tally, error) {
	t := &Tally{}
	for _, q := range qs {
		a, err := e.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
		if err != nil {
			return nil, fmt.Errorf("score: question %s: %w", q.ID, err)
		}
		why := Verdict(q, a, sections)
		t.Count(q, a, why == "")
		if why != "" && wrong != nil {
			wrong(q, a, why)
		}
	}
	return t, nil
}
