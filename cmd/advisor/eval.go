package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/score"
)

func newEval() *cobra.Command {
	var f evalFlags
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Score question sets; fit weights",
		Long: `Scores the answers to question sets: files with one JSON object per line, with id, q,
context, heard, kind, expect, accept, gold, must and must_not.

With --leave-one-out it takes sets as NAME=DOCS:FILE, where DOCS is a folder or builtin,
and scores each with weights fitted on the others; sets that share documents or questions
are left out together. With --fit it prints weights fitted on all of them, as Go source
for knowledge/weights/table.go. Vectors are made once and kept in the data dir.`,
		Example: `  advisor eval questions.jsonl
  advisor eval --leave-one-out guides=builtin:a.jsonl ours=docs:b.jsonl theirs=other/docs:c.jsonl`,
		Args: func(_ *cobra.Command, args []string) error { return f.check(args) },
		RunE: func(cmd *cobra.Command, args []string) error {
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
				return score.Evaluate(cmd.Context(), cmd.OutOrStdout(), g, args, f.sections, f.failures)
			})
		},
	}
	cmd.Flags().BoolVar(&f.sections, "sections", false, "count an answer as right only if it cites a gold section first")
	cmd.Flags().BoolVar(&f.failures, "failures", false, "print every wrong answer")
	cmd.Flags().BoolVar(&f.leaveOneOut, "leave-one-out", false, "score each set NAME=DOCS:FILE with weights fitted on the others")
	cmd.Flags().BoolVar(&f.fit, "fit", false, "print weights fitted on the sets NAME=DOCS:FILE")
	cmd.Flags().StringSliceVar(&f.unread, "unread", nil, "names of sets that are never fitted on and are printed separately")
	return cmd
}

// evalFlags say what is scored.
type evalFlags struct {
	sections, failures, leaveOneOut, fit bool
	unread                               []string
}

func (f *evalFlags) check(args []string) error {
	switch fits := f.leaveOneOut || f.fit; {
	case f.leaveOneOut && f.fit:
		return usageError{errText("eval takes either --leave-one-out or --fit, not both")}
	case fits && (f.sections || f.failures):
		return usageError{errText("--sections and --failures are only for question files")}
	case len(f.unread) > 0 && !fits:
		return usageError{errText("--unread is for --leave-one-out and --fit")}
	case len(args) == 0:
		return usageError{errText("eval needs question files")}
	}
	return nil
}

// evalFit fits weights on sets, or scores each by those fitted on the others.
func evalFit(cmd *cobra.Command, a *advisorConfig, args []string, f evalFlags) (err error) {
	o := score.Opener{Config: a.library(), Log: a.logger(cmd.ErrOrStderr())}
	defer func() { err = errors.Join(err, o.Close()) }()
	sets, err := o.Sets(cmd.Context(), args, f.unread)
	if _, ok := errors.AsType[score.UsageError](err); ok {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	if f.fit {
		w, err := score.Fit(cmd.Context(), sets)
		if err == nil {
			fmt.Fprint(cmd.OutOrStdout(), w.Source())
		}
		return err
	}
	r := score.NewReport(cmd.OutOrStdout())
	if err := score.LeaveOneOut(cmd.Context(), sets, r.Add); err != nil {
		return err
	}
	r.End()
	return nil
}
