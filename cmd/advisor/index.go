package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/knowledge/library"
)

func newIndex() *cobra.Command {
	return &cobra.Command{
		Use:   "index",
		Short: "Build the index of ADVISOR_KNOWLEDGE in the data dir",
		Long: `Builds a new generation of the index from the documents of ADVISOR_KNOWLEDGE and
makes it the current one when it is complete, whether they have changed or not. The
other commands do the same by themselves when the documents have changed.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := readConfig()
			if err != nil {
				return err
			}
			return buildIndex(cmd, &c.Advisor)
		},
	}
}

func buildIndex(cmd *cobra.Command, c *advisorConfig) error {
	out := cmd.OutOrStdout()
	start := time.Now()
	g, err := library.Build(cmd.Context(), c.library(), c.logger(cmd.ErrOrStderr()), progress(out))
	if err != nil {
		return err
	}
	for _, o := range library.Omissions(g.LeftOut) {
		fmt.Fprintln(out, "left out:", o)
	}
	fmt.Fprintf(out, "%d documents, %d passages in %s, %.1f s\n", len(g.Documents()), g.Passages(), g.Index.Generation(), time.Since(start).Seconds())
	return g.Close()
}

// progress prints how far a build is, at every tenth.
func progress(w io.Writer) func(done, total int) {
	last := 0
	return func(done, total int) {
		if total == 0 || done*10/total == last || done == total {
			return
		}
		last = done * 10 / total
		fmt.Fprintf(w, "%d of %d passages\n", done, total)
	}
}
