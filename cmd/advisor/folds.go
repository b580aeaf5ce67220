package main

import (
	"context"
	"fmt"
	"io"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/score"
)

// evalFolds scores by two-fold cross-validation: what confidence is made of is
// fitted on one half of the questions and scored on the other, both ways. Halves
// are those that the set names, or every other question.
func evalFolds(ctx context.Context, w io.Writer, e *answer.Engine, files []string, sections bool) error {
	var halves [2][]score.Question
	for _, name := range files {
		qs, err := score.Read(name)
		if err != nil {
			return err
		}
		for i, q := range qs {
			half := i % 2
			if q.Half > 0 {
				half = (q.Half - 1) % 2
			}
			halves[half] = append(halves[half], q)
		}
	}
	var both score.Tally
	for i := range halves {
		samples, err := collect(ctx, e, halves[1-i])
		if err != nil {
			return err
		}
		fitted := e.WithCalibration(answer.Fit(samples))
		var t score.Tally
		for _, q := range halves[i] {
			a, err := fitted.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
			if err != nil {
				return err
			}
			right := score.Verdict(q, a, sections) == ""
			t.Count(q, a, right)
			both.Count(q, a, right)
		}
		fmt.Fprintf(w, "fitted on half %d, scored on half %d: %d of %d, %.1f %%\n", 2-i, i+1, t.Right["all"], t.Total["all"], 100*t.Share("all"))
	}
	both.Print(w)
	return nil
}

// collect answers questions and keeps the signals of those that are either to be
// answered or to be refused, with no third way accepted.
func collect(ctx context.Context, e *answer.Engine, qs []score.Question) ([]answer.Sample, error) {
	var samples []answer.Sample
	for _, q := range qs {
		expect := knowledge.AnswerKind(q.Expect)
		if len(q.Accept) > 0 || expect != knowledge.Answered && expect != knowledge.Refuse {
			continue
		}
		a, err := e.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
		if err != nil {
			return nil, err
		}
		if a.Why != nil && a.Why.Signals != nil && a.Confidence > 0 {
			samples = append(samples, answer.Sample{Signals: a.Why.Signals, Answer: expect == knowledge.Answered})
		}
	}
	return samples, nil
}
