package score

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/library"
	"careeradvisor/knowledge/weights"
)

// Opener opens the documents of sets, each folder once, until it is closed.
type Opener struct {
	Config library.Config // its sources are those of the set
	Log    *slog.Logger

	open map[string]*opened
}

// UsageError says what is wrong with how sets are named.
type UsageError string

func (e UsageError) Error() string { return string(e) }

type opened struct {
	*library.Generation
	memo *Memo
}

// Sets opens sets written as NAME=DOCS:FILE; those named in unread are never fitted on.
// A malformed argument is a [UsageError].
func (o *Opener) Sets(ctx context.Context, args, unread []string) (all []Set, err error) {
	for _, arg := range args {
		name, rest, _ := strings.Cut(arg, "=")
		at := strings.LastIndexByte(rest, ':')
		if name == "" || at < 1 || at == len(rest)-1 {
			return nil, UsageError(fmt.Sprintf("%q is not of the form NAME=DOCS:FILE", arg))
		}
		if slices.ContainsFunc(all, func(s Set) bool { return s.Name == name }) {
			return nil, UsageError(fmt.Sprintf("two sets are called %q", name))
		}
		s := Set{Name: name, Unread: slices.Contains(unread, name)}
		if s.Questions, err = Read(rest[at+1:]); err != nil {
			return nil, err
		}
		s.Documents, s.Source = absolute(rest[:at]), absolute(rest[at+1:])
		g, err := o.documents(ctx, s.Documents)
		if err != nil {
			return nil, err
		}
		s.Engine = func(w *weights.Table) Engine { return g.Engine.Weighing(w, g.memo) }
		all = append(all, s)
	}
	for _, name := range unread {
		if !slices.ContainsFunc(all, func(s Set) bool { return s.Name == name }) {
			return nil, UsageError(fmt.Sprintf("--unread names %q, but there is no such set", name))
		}
	}
	return all, nil
}

// absolute makes a path absolute, so that it is the same wherever it is used.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil && path != library.Builtin {
		return abs
	}
	return path
}

// documents opens a folder or the built-in guides with all their vectors, which have a folder of
// their own in the data dir.
func (o *Opener) documents(ctx context.Context, docs string) (*opened, error) {
	if g, ok := o.open[docs]; ok {
		return g, nil
	}
	from := o.Config
	from.Sources = []string{docs}
	from.DataDir = filepath.Join(from.DataDir, "eval", fmt.Sprintf("%x", sha256.Sum256([]byte(docs)))[:16])
	g, err := library.Open(ctx, from, o.Log)
	if err != nil {
		return nil, err
	}
	if o.open == nil {
		o.open = map[string]*opened{}
	}
	o.open[docs] = &opened{g, NewMemo(g.Encoder())}
	if err := g.MakeVectors(ctx, nil); err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The vectors of %s cannot be made.", docs), Cause: err}
	}
	return o.open[docs], nil
}

// Close closes all documents.
func (o *Opener) Close() (err error) {
	for _, g := range o.open {
		err = errors.Join(err, g.Close())
	}
	return err
}
