//go:build ignore

// Command guides_generate writes guides.vectors: the vectors of the built-in guides and their asks, made
// by the embedded weights.
package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"os"

	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/library"
)

// anywhere makes vectors that can be used with any kernel: those of two kernels have cosines of at
// least 0.99.
type anywhere struct{ *encoder.Encoder }

func (anywhere) Kernel() string { return "" }

const file = "guides.vectors"

func main() {
	if err := write(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func write(ctx context.Context) error {
	e, err := encoder.Embedded()
	if err != nil {
		return err
	}
	g, err := library.Open(ctx, library.Config{Sources: []string{library.Builtin}}, slog.Default())
	if err != nil {
		return err
	}
	var passages []*knowledge.Passage
	var asks []string
	for _, d := range g.Documents() {
		for _, s := range d.Sections {
			asks = append(append(asks, s.Asks...), s.Misses...)
			for i := range s.Passages {
				passages = append(passages, &s.Passages[i])
			}
		}
	}
	if err := os.Remove(file); err != nil {
		return err
	}
	if err := vectors.New(passages, asks, file).Make(ctx, anywhere{e}, nil); err != nil {
		return err
	}
	return errors.Join(os.Chmod(file, 0o644), os.Remove(file+".lock"), g.Close())
}
