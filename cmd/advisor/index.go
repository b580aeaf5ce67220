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
		Long: `Builds a new generation of the index from the documents of ADVISOR_KNOWLEDGE, whether
they have changed or not, and switches to it once it is complete. Other commands do
this by themselves when documents have changed. This one then makes vectors for
whatever is new, which takes longer; until they are ready, documents are found by words
alone. If it is stopped, it carries on from there next time.`,
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
	b, err := library.Build(cmd.Context(), c.library(), c.logger(cmd.ErrOrStderr()), progress(out), encoding(out, "", time.Now))
	if err != nil {
		return err
	}
	for _, o := range library.Omissions(b.LeftOut) {
		fmt.Fprintln(out, "left out:", o)
	}
	fmt.Fprintf(out, "%d documents, %d passages, %s in %s, %.1f s\n", b.Documents, b.Passages, b.Vectors, b.Generation, time.Since(start).Seconds())
	return nil
}

// progress prints how far a build has got, at every tenth.
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

// encoding says what vectors are for, and then prints every few seconds how many are made.
func encoding(w io.Writer, what string, now func() time.Time) func(library.Vectors) {
	const every = 5 * time.Second
	said := now()
	return func(v library.Vectors) {
		if at := now(); at.Sub(said) >= every && v.Done < v.Wanted {
			said = at
			fmt.Fprintln(w, what+v.String())
		}
	}
}
