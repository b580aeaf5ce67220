package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/score"
)

// evalFit fits weights on sets, or scores each by those fitted on the others.
func evalFit(cmd *cobra.Command, a *advisorConfig, args []string, f evalFlags) (err error) {
	o := opener{config: a, cmd: cmd, open: map[string]*opened{}}
	defer func() { err = errors.Join(err, o.close()) }()
	sets, err := o.sets(cmd.Context(), args, f.unread)
	if err != nil {
		return err
	}
	if f.fit {
		w, err := score.Fit(cmd.Context(), sets)
		if err == nil {
			fmt.Fprintln(cmd.OutOrStdout(), "var fitted = "+w.Source())
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

// opener opens the documents of sets, those of several once.
type opener struct {
	config *advisorConfig
	cmd    *cobra.Command
	open   map[string]*opened
}

type opened struct {
	*library.Generation
	memo *score.Memo
}

// sets opens sets that are written NAME=DOCS:FILE.
func (o *opener) sets(ctx context.Context, args, unread []string) (all []score.Set, err error) {
	for _, arg := range args {
		name, rest, _ := strings.Cut(arg, "=")
		at := strings.LastIndexByte(rest, ':')
		if name == "" || at < 1 || at == len(rest)-1 {
			return nil, usageError{errText(fmt.Sprintf("%q is no NAME=DOCS:FILE", arg))}
		}
		if slices.ContainsFunc(all, func(s score.Set) bool { return s.Name == name }) {
			return nil, usageError{errText(fmt.Sprintf("two sets are called %q", name))}
		}
		s := score.Set{Name: name, Unread: slices.Contains(unread, name)}
		if s.Questions, err = score.Read(rest[at+1:]); err != nil {
			return nil, err
		}
		s.Documents, s.Source = absolute(rest[:at]), absolute(rest[at+1:])
		g, err := o.documents(ctx, s.Documents)
		if err != nil {
			return nil, err
		}
		s.Engine = func(w *answer.Weights) score.Engine { return g.Engine.Weighing(w, g.memo) }
		all = append(all, s)
	}
	for _, name := range unread {
		if !slices.ContainsFunc(all, func(s score.Set) bool { return s.Name == name }) {
			return nil, usageError{errText(fmt.Sprintf("--unread names %q, and no set is called so", name))}
		}
	}
	return all, nil
}

// absolute is a path that is the same wherever it is named from.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil && path != library.Builtin {
		return abs
	}
	return path
}

// documents opens a folder or the built-in guides, with all their vectors, which are kept
// in a folder of their own in the data dir.
func (o *opener) documents(ctx context.Context, docs string) (*opened, error) {
	if g, ok := o.open[docs]; ok {
		return g, nil
	}
	from := o.config.library()
	from.Sources = []string{docs}
	from.DataDir = filepath.Join(from.DataDir, "eval", fmt.Sprintf("%x", sha256.Sum256([]byte(docs)))[:16])
	g, err := library.Open(ctx, from, o.config.logger(o.cmd.ErrOrStderr()))
	if err != nil {
		return nil, err
	}
	o.open[docs] = &opened{g, score.NewMemo(g.Reader())}
	if err := g.MakeVectors(ctx); err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The vectors of %s cannot be made.", docs), Cause: err}
	}
	return o.open[docs], nil
}

func (o *opener) close() (err error) {
	for _, g := range o.open {
		err = errors.Join(err, g.Close())
	}
	return err
}
