package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/score"
)

func newEval() *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Score question sets, or ranking alone; fit weights",
		Long: `Scores the answers to question sets: files with one JSON object a line, of id, q,
context, heard, kind, expect, accept, gold, must and must_not.

With --leave-one-out it takes sets as NAME=DOCS:FILE, where DOCS is a folder or builtin,
and scores each by weights that are fitted on the others; sets that share documents or
questions are left out together. With --fit it prints the weights fitted on all of them,
as Go source of knowledge/answer/weights.go. Vectors are made once and kept in the data
dir. With --retrieval it scores ranking alone on a folder with corpus.jsonl,
queries.jsonl and qrels.tsv.`,
		Example: `  advisor eval questions.jsonl
  advisor eval --leave-one-out guides=builtin:a.jsonl ours=docs:b.jsonl theirs=other/docs:c.jsonl`,
		Args: func(_ *cobra.Command, args []string) error { return f.check(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.retrieval != "" {
				return evalRanking(cmd.Context(), cmd.OutOrStdout(), f.retrieval)
			}
			c, err := readConfig()
			if err != nil {
				return err
			}
			if f.fit || f.leaveOneOut {
				return evalFit(cmd, &c.Advisor, args, f)
			}
			from := c.Advisor.library()
			from.WithoutAnswers = true
			return withDocumentsOf(cmd, &c.Advisor, from, func(g *library.Generation) error {
				return evalQuestions(cmd.Context(), cmd.OutOrStdout(), g, args, f)
			})
		},
	}
	cmd.Flags().BoolVar(&f.sections, "sections", false, "the first citation has to be a gold section")
	cmd.Flags().BoolVar(&f.failures, "failures", false, "print every wrong answer")
	cmd.Flags().BoolVar(&f.leaveOneOut, "leave-one-out", false, "score each of the sets NAME=DOCS:FILE by weights fitted on the others")
	cmd.Flags().BoolVar(&f.fit, "fit", false, "print weights fitted on the sets NAME=DOCS:FILE")
	cmd.Flags().StringSliceVar(&f.unread, "unread", nil, "names of sets that are never fitted on, and printed apart")
	cmd.Flags().StringVar(&f.retrieval, "retrieval", "", "score ranking on this folder")
	return cmd
}

// evalFlags say what is scored.
type evalFlags struct {
	sections, failures, leaveOneOut, fit bool
	unread                               []string
	retrieval                            string
}

func (f *evalFlags) check(args []string) error {
	modes := 0
	for _, on := range []bool{f.leaveOneOut, f.fit, f.retrieval != ""} {
		if on {
			modes++
		}
	}
	switch {
	case modes > 1:
		return usageError{errText("eval does one thing: --leave-one-out, --fit or --retrieval")}
	case modes == 1 && (f.sections || f.failures):
		return usageError{errText("--sections and --failures are for question files alone")}
	case len(f.unread) > 0 && !f.leaveOneOut && !f.fit:
		return usageError{errText("--unread is for --leave-one-out and --fit")}
	case (f.retrieval == "") == (len(args) == 0):
		return usageError{errText("eval needs question files, or --retrieval and a folder")}
	}
	return nil
}

// evalQuestions scores the engine, and beside it the top section of a plain search.
func evalQuestions(ctx context.Context, w io.Writer, g *library.Generation, files []string, f evalFlags) error {
	if err := g.MakeVectors(ctx); err != nil {
		return err
	}
	var qs []score.Question
	for _, name := range files {
		more, err := score.Read(name)
		if err != nil {
			return err
		}
		qs = append(qs, more...)
	}
	opts := score.Options{Sections: f.sections, Sources: score.SourcesOf(g.Index.Documents())}
	plain, err := score.Run(ctx, score.TopSection{Index: g.Index}, qs, opts)
	if err != nil {
		return err
	}
	if f.failures {
		opts.Wrong = func(q score.Question, a knowledge.Answer, why string) {
			fmt.Fprintf(w, "%s %.70q | %s | %.110q\n", q.ID, q.Q, why, a.Text())
		}
	}
	ours, err := score.Run(ctx, g.Engine, qs, opts)
	if err != nil {
		return err
	}
	score.Print(w, []string{"advisor", "top section"}, ours, plain)
	return nil
}

// evalRanking scores the search engine alone.
func evalRanking(ctx context.Context, w io.Writer, folder string) error {
	c, err := score.LoadCollection(folder)
	if err != nil {
		return err
	}
	start := time.Now()
	x, err := index.New(c.Documents)
	if err != nil {
		return err
	}
	defer x.Close()
	fmt.Fprintf(w, "%s: %d documents indexed in %.2f s, %d queries\n", c.Name, len(c.Documents), time.Since(start).Seconds(), len(c.Queries))
	s, err := score.Measure(ctx, c, x)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "nDCG@10 %.3f  MRR@10 %.3f  Success@1 %.3f  Recall@10 %.3f  p50 %.2f ms  p99 %.2f ms\n", s.NDCG, s.MRR, s.Success, s.Recall, s.P50, s.P99)
	return nil
}
