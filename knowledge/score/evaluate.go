package score

import (
	"context"
	"fmt"
	"io"
	"time"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// Evaluate scores the answers that documents give to the questions of files, and beside them
// the top section of a plain search.
func Evaluate(ctx context.Context, w io.Writer, g *library.Generation, files []string, sections, failures bool) error {
	if err := g.MakeVectors(ctx); err != nil {
		return err
	}
	var qs []Question
	for _, name := range files {
		more, err := Read(name)
		if err != nil {
			return err
		}
		qs = append(qs, more...)
	}
	opts := Options{Sections: sections, Sources: SourcesOf(g.Index.Documents())}
	plain, err := Run(ctx, TopSection{Index: g.Index}, qs, opts)
	if err != nil {
		return err
	}
	if failures {
		opts.Wrong = func(q Question, a knowledge.Answer, why string) {
			fmt.Fprintf(w, "%s %.70q | %s | %.110q\n", q.ID, q.Q, why, a.Text())
		}
	}
	ours, err := Run(ctx, g.Engine, qs, opts)
	if err != nil {
		return err
	}
	Print(w, []string{"advisor", "top section"}, ours, plain)
	return nil
}

// EvaluateRanking scores the search engine alone, on a collection.
func EvaluateRanking(ctx context.Context, w io.Writer, folder string) error {
	c, err := LoadCollection(folder)
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
	s, err := Measure(ctx, c, x)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "nDCG@10 %.3f  MRR@10 %.3f  Success@1 %.3f  Recall@10 %.3f  p50 %.2f ms  p99 %.2f ms\n", s.NDCG, s.MRR, s.Success, s.Recall, s.P50, s.P99)
	return nil
}
