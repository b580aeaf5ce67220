package score

import (
	"context"
	"fmt"
	"io"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

// Evaluate scores the answers that documents give to the questions in files and, for comparison,
// the top section of a plain search.
func Evaluate(ctx context.Context, w io.Writer, g *library.Generation, files []string, sections, failures bool) error {
	if err := g.MakeVectors(ctx, nil); err != nil {
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
