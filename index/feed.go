package index

import (
	"context"
	"fmt"
	"strconv"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
)

// tokens counts, by Bleve's name of a field, the tokens of all passages together.
type tokens map[string]int

// feed indexes every passage under its ordinal and reports each batch. It stops
// between batches when ctx ends.
func feed(ctx context.Context, store bleve.Index, m mapping.IndexMapping, docs []knowledge.Document, size int, progress func(done, total int)) (tokens, error) {
	f := feeder{store: store, mapping: m, batch: store.NewBatch(), tokens: tokens{}}
	total := countPassages(docs)
	for _, d := range docs {
		for _, s := range d.Sections {
			for _, p := range s.Passages {
				if err := f.add(fieldsOf(d, s, p)); err != nil {
					return nil, fmt.Errorf("index: passage %s: %w", p.ID, err)
				}
				if f.batch.Size() < size {
					continue
				}
				if err := f.flush(ctx); err != nil {
					return nil, err
				}
				progress(f.next, total)
			}
		}
	}
	err := f.flush(ctx)
	progress(f.next, total)
	return f.tokens, err
}

func countPassages(docs []knowledge.Document) (n int) {
	for _, d := range docs {
		for _, s := range d.Sections {
			n += len(s.Passages)
		}
	}
	return n
}

// feeder hands passages to Bleve in batches and counts their tokens.
type feeder struct {
	store   bleve.Index
	mapping mapping.IndexMapping
	batch   *bleve.Batch
	pending []*document.Document
	next    int // ordinal of the next passage
	tokens  tokens
}

func (f *feeder) add(fields map[string]any) error {
	d := document.NewDocument(strconv.Itoa(f.next))
	if err := f.mapping.MapDocument(d, fields); err != nil {
		return err
	}
	f.next++
	f.pending = append(f.pending, d)
	return f.batch.IndexAdvanced(d)
}

func (f *feeder) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("index: build stopped: %w", err)
	}
	if len(f.pending) == 0 {
		return nil
	}
	if err := f.store.Batch(f.batch); err != nil {
		return fmt.Errorf("index: write a batch: %w", err)
	}
	for _, d := range f.pending {
		for _, v := range d.Fields { // analysed by Bleve just now
			if v.Options().IncludeTermVectors() { // it is ranked by
				f.tokens[v.Name()] += v.AnalyzedLength()
			}
		}
	}
	f.batch.Reset()
	f.pending = f.pending[:0]
	return nil
}
