package main

import (
	"context"
	"encoding/json"
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
		Long: `Answers one question and prints the answer with its sources. With --jsonl it
reads questions from standard input, a line {"id","q","context":[…]} each, and
prints a line {"id","kind","text","citations","confidence","millis"} for each, in
the same order.`,
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
				if asLines {
					return askLines(cmd.Context(), g.Engine, cmd.InOrStdin(), cmd.OutOrStdout())
				}
				q := knowledge.Question{Text: strings.Join(args, " "), Earlier: after}
				if err := askOne(cmd, g.Engine, q, asJSON, explain); err != nil || asJSON || !explain {
					return err
				}
				return output.Near(cmd.OutOrStdout(), g, q.Text)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.Flags().BoolVar(&asLines, "jsonl", false, "read questions from standard input, one JSON object a line")
	cmd.Flags().BoolVar(&explain, "explain", false, "say how the answer came about")
	cmd.Flags().StringArrayVar(&after, "after", nil, "an earlier question of the thread, oldest first (repeatable)")
	return cmd
}

// errText is an error that is its text.
type errText string

func (e errText) Error() string { return string(e) }

// answerer is the engine, as the commands use it.
type answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// reply is an answer as JSON. Its first six fields are the contract of --jsonl.
type reply struct {
	ID          string               `json:"id,omitempty"`
	Kind        knowledge.AnswerKind `json:"kind"`
	Text        string               `json:"text"`
	Citations   []cited              `json:"citations"`
	Confidence  float64              `json:"confidence"`
	Millis      float64              `json:"millis"`
	Question    string               `json:"question,omitempty"`
	Suggestions []string             `json:"suggestions,omitempty"`
}

// cited is a citation as it is printed.
type cited struct {
	Doc     string `json:"doc"`
	Section string `json:"section"`
	Title   string `json:"title"`
}

func replyTo(ctx context.Context, e answerer, q knowledge.Question) (reply, knowledge.Answer, error) {
	start := time.Now()
	a, err := e.Answer(ctx, q)
	if err != nil {
		return reply{}, a, err
	}
	r := reply{Kind: a.Kind, Text: a.Text(), Citations: []cited{}, Confidence: round(a.Confidence, 100)}
	for _, c := range a.Citations {
		r.Citations = append(r.Citations, cited{c.Doc, c.Section, c.Title})
	}
	r.Millis = round(float64(time.Since(start).Microseconds())/1000, 1000)
	return r, a, nil
}

func round(f, to float64) float64 { return float64(int(f*to+0.5)) / to }

func askOne(cmd *cobra.Command, e answerer, q knowledge.Question, asJSON, explain bool) error {
	r, a, err := replyTo(cmd.Context(), e, q)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	if asJSON {
		r.Question, r.Suggestions = q.Text, a.Suggestions
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	output.Answer(out, a, output.StyleOf(out))
	if explain && a.Why != nil {
		output.Why(out, *a.Why)
	}
	return nil
}
