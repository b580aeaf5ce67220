package main

import (
	"context"
	"fmt"
	"io"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/score"
)

// evalFolds scores by two-fold cross-validation: what confidence is made of is
// fitted on one half of the questions and scored on the other, both ways.
func evalFolds(ctx context.Context, w io.Writer, e *answer.Engine, files []string, sections bool) error {
	halves, err := readHalves(files)
	if err != nil {
		return err
	}
	var both score.Tally
	for i := range halves {
		t, err := scoreFold(ctx, e, halves[1-i], halves[i], sections)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "fitted on half %d, scored on half %d: %d of %d, %.1f %%\n", 2-i, i+1, t.Right["all"], t.Total["all"], 100*t.Share("all"))
		both.Add(t)
	}
	both.Print(w)
	return nil
}

// evalAblation scores, by two-fold cross-validation, what words alone, synonyms
// and vectors are worth.
func evalAblation(ctx context.Context, w io.Writer, g *library.Generation, files []string, sections bool) error {
	halves, err := readHalves(files)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-24s %8s %8s %8s\n", "", "all", "answer", "refuse")
	for _, variant := range []struct {
		name string
		opts answer.Options
	}{
		{"words", answer.Options{Literal: true}},
		{"+ synonyms", answer.Options{Synonyms: g.Options.Synonyms}},
		{"+ synonyms + vectors", g.Options},
	} {
		e := answer.New(g.Index.Documents(), g.Index, variant.opts)
		var both score.Tally
		for i := range halves {
			t, err := scoreFold(ctx, e, halves[1-i], halves[i], sections)
			if err != nil {
				return err
			}
			both.Add(t)
		}
		fmt.Fprintf(w, "%-24s %6.1f %% %6.1f %% %6.1f %%\n", variant.name, 100*both.Share("all"), 100*both.Share("expect answer"), 100*both.Share("expect refuse"))
	}
	return nil
}

// readHalves reads question sets into two halves: those that a set names, or every
// other question.
func readHalves(files []string) (halves [2][]score.Question, err error) {
	for _, name := range files {
		qs, err := score.Read(name)
		if err != nil {
			return halves, err
		}
		for i, q := range qs {
			half := i % 2
			if q.Half > 0 {
				half = (q.Half - 1) % 2
			}
			halves[half] = append(halves[half], q)
		}
	}
	return halves, nil
}

// scoreFold fits on the questions of one half and scores those of the other.
func scoreFold(ctx context.Context, e *answer.Engine, fit, test []score.Question, sections bool) (*score.Tally, error) {
	samples, err := collect(ctx, e, fit)
	if err != nil {
		return nil, err
	}
	fitted := e.WithCalibration(answer.Fit(samples))
	t := &score.Tally{}
	for _, q := range test {
		a, err := fitted.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
		if err != nil {
			return nil, err
		}
		t.Count(q, a, score.Verdict(q, a, sections) == "")
	}
	return t, nil
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
