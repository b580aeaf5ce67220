package library

import (
	"context"

	"careeradvisor/index"
	"careeradvisor/knowledge/load"
)

// If documents have more than fewBytes together, those in the first firstBytes answer while the
// rest is read; they take a few tenths of a second.
const (
	fewBytes   = 1 << 20
	firstBytes = fewBytes / 4
)

// first makes a generation of the first documents if there are many files; nil if there are few, or
// if nothing can be made of the first ones.
func (b *builder) first(ctx context.Context) (g *Generation, all int, err error) {
	files, _, err := readFiles(&b.config)
	if err != nil {
		return nil, 0, err
	}
	head := firstOf(files)
	if len(head) == len(files) {
		return nil, 0, nil
	}
	docs, _, err := b.parse(ctx, head, nil)
	if err != nil || len(docs) == 0 {
		return nil, 0, err
	}
	opts, _ := b.options()
	x, err := index.New(docs)
	if err != nil {
		return nil, 0, err
	}
	g = b.assemble(parts{index: x, options: opts})
	g.partial = true
	return g, len(files), nil
}

// firstOf returns the first files, at least one, if there are many; otherwise all of them.
func firstOf(files []load.File) []load.File {
	size, n := 0, 0
	for i, f := range files {
		if size += len(f.Data); size <= firstBytes || i == 0 {
			n = i + 1
		}
	}
	if size <= fewBytes {
		return files
	}
	return files[:n]
}
