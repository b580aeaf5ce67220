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
	var sections, failures bool
	var retrieval string
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Score question sets, or ranking alone",
		Long: `Scores the answers to question sets: files with one JSON object a line, of id, q,
context, kind, expect, accept, gold, must and must_not. With --retrieval it scores
ranking alone on a folder with corpus.jsonl, queries.jsonl and qrels.tsv.`,
		Args: func(_ *cobra.Command, args []string) error {
			if (retrieval == "") == (len(args) == 0) {
				return usageError{errText("eval needs question files, or --retrieval and a folder")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if retrieval != "" {
				return evalRanking(cmd.Context(), cmd.OutOrStdout(), retrieval)
			}
			c, err := readConfig()
			if err != nil {
				return err
			}
			from := c.Advisor.library()
			from.WithoutAnswers = true
			return withDocumentsOf(cmd, &c.Advisor, from, func(g *library.Generation) error {
				return evalQuestions(cmd.Context(), cmd.OutOrStdout(), g, args, sections, failures)
			})
		},
	}
	cmd.Flags().BoolVar(&sections, "sections", false, "the first citation has to be a gold section")
	cmd.Flags().BoolVar(&failures, "failures", false, "print every wrong answer")
	cmd.Flags().StringVar(&retrieval, "retrieval", "", "score ranking on this folder")
	return cmd
}

// evalQuestions scores the engine, and beside it the top section of a plain search.
func evalQuestions(ctx context.Context, w io.Writer, g *library.Generation, files []string, sections, failures bool) error {
	var qs []score.Question
	for _, name := range files {
		more, err := score.Read(name)
		if err != nil {
			return err
		}
		qs = append(qs, more...)
	}
	opts := score.Options{Sections: sections, Sources: score.SourcesOf(g.Index.Documents())}
	plain, err := score.Run(ctx, score.TopSection{Index: g.Index}, qs, opts)
	if err != nil {
		return err
	}
	if failures {
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
