package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

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
ranking alone on a folder with corpus.jsonl, queries.jsonl and qrels.tsv, beside
Bleve as shipped.`,
		Args: func(_ *cobra.Command, args []string) error {
			if (retrieval == "") == (len(args) == 0) {
				return usageError{errText("eval needs question files, or --retrieval and a folder")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if retrieval != "" {
				return evalRetrieval(cmd.Context(), cmd.OutOrStdout(), retrieval)
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
	engines := []answerer{g.Engine, topSection{g.Index}}
	tallies := []*score.Tally{{}, {}}
	for _, name := range files {
		qs, err := score.Read(name)
		if err != nil {
			return err
		}
		for _, q := range qs {
			for i, e := range engines {
				a, err := e.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
				if err != nil {
					return err
				}
				why := score.Verdict(q, a, sections)
				tallies[i].Count(q, a, why == "")
				if why != "" && failures && i == 0 {
					fmt.Fprintf(w, "%s %.70q | %s | %.110q\n", q.ID, q.Q, why, a.Text())
				}
			}
		}
	}
	score.Print(w, []string{"advisor", "top section"}, tallies)
	return nil
}

func evalRetrieval(ctx context.Context, w io.Writer, folder string) error {
	c, err := index.LoadCollection(folder)
	if err != nil {
		return err
	}
	scores, err := index.Compare(ctx, c)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d documents, %d queries\n", c.Name, len(c.Documents), len(c.Queries))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "engine\tnDCG@10\tMRR@10\tSuccess@1\tRecall@10\tbuild s\tp50 ms\tp99 ms")
	for _, s := range scores {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.2f\t%.2f\t%.2f\n", s.Engine, s.NDCG, s.MRR, s.Success, s.Recall, s.Build, s.P50, s.P99)
	}
	return t.Flush()
}
