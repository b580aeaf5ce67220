package score

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
)

// Answerer is the engine being measured.
type Answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// Options say what else a run demands of answers besides a right [Verdict]. The zero value demands
// nothing more.
type Options struct {
	Sections bool                                             // the first citation of an answer has to be a gold section
	Sources  Sources                                          // an answer has to be in them word for word; nil for any
	Wrong    func(q Question, a knowledge.Answer, why string) // is handed what is wrong, unless it is nil
}

// Run asks questions and counts the answers.
func Run(ctx context.Context, e Answerer, qs []Question, opts Options) (*Tally, error) {
	t := &Tally{}
	for _, q := range qs {
		a, err := e.Answer(ctx, q.asked())
		if err != nil {
			return nil, fmt.Errorf("score: question %s: %w", q.ID, err)
		}
		why := Verdict(q, a, opts.Sections)
		if err := opts.Sources.Check(a); err != nil {
			why = err.Error()
		}
		t.Count(q, a, why == "")
		if why != "" && opts.Wrong != nil {
			opts.Wrong(q, a, why)
		}
	}
	return t, nil
}
