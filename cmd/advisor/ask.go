package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"careeradvisor/cmd/advisor/output"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
)

func newAsk() *cobra.Command {
	var asJSON, asLines, explain bool
	var after []string
	cmd := &cobra.Command{
		Use:   `ask "QUESTION"`,
		Short: "Answer one question in the terminal",
		Long: `Answers one question and prints the answer with its sources.

With --jsonl it reads questions from standard input, one line
{"id","q","context":[…],"heard"} each, and prints one line
{"id","kind","text","citations","confidence","millis"} per question, in the same order.

New documents are read first, at a few hundred texts a second; that happens only once.`,
		Example: `  advisor ask "PM vs TPM?"
  advisor ask --after "What is a TPM?" "and the salary?"`,
		Args: func(_ *cobra.Command, args []string) error {
			if asLines && (len(args) > 0 || asJSON || len(after) > 0) {
				return usageError{errText("--jsonl reads its questions from standard input and takes nothing else")}
			}
			if !asLines && len(args) == 0 {
				return usageError{errText(`ask needs a question: advisor ask "PM vs TPM?"`)}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return withDocuments(cmd, func(g *library.Generation) error {
				if err := readNew(cmd, g); err != nil {
					return err
				}
				q := knowledge.Question{Text: strings.Join(args, " "), Earlier: after}
				switch {
				case asLines:
					return output.Lines(cmd.Context(), g.Engine, cmd.InOrStdin(), cmd.OutOrStdout())
				case asJSON:
					return output.JSON(cmd.Context(), g.Engine, q, cmd.OutOrStdout())
				}
				return askOne(cmd, g, q, explain)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.Flags().BoolVar(&asLines, "jsonl", false, "read questions from standard input, one JSON object per line")
	cmd.Flags().BoolVar(&explain, "explain", false, "explain how the answer was found")
	cmd.Flags().StringArrayVar(&after, "after", nil, "an earlier question of the thread, oldest first (repeatable)")
	return cmd
}

// errText is an error that is just its text.
type errText string

func (e errText) Error() string { return string(e) }

// readNew makes the vectors of documents that have none yet. Without them only words are compared,
// which finds less, and nothing in an answer would show that.
func readNew(cmd *cobra.Command, g *library.Generation) error {
	err := g.MakeVectors(cmd.Context(), encoding(cmd.ErrOrStderr(), "Reading new documents: ", time.Now))
	if err != nil && cmd.Context().Err() == nil {
		fmt.Fprintln(cmd.ErrOrStderr(), "I could not read all of the documents, so I may miss something:", err)
		return nil
	}
	return err
}

// askOne prints the answer for people.
func askOne(cmd *cobra.Command, g *library.Generation, q knowledge.Question, explain bool) error {
	a, err := g.Engine.Answer(cmd.Context(), q)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	output.Answer(out, a, output.StyleOf(out))
	if !explain {
		return nil
	}
	if a.Why != nil {
		output.Why(out, *a.Why)
	}
	return output.Near(out, g, q.Text)
}
