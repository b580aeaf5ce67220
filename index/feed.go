package index

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
)

// keyOf names a passage in Bleve: the n-th of a document.
func keyOf(doc string, n int) string { return doc + "#" + strconv.Itoa(n) }

// feed indexes every passage of the documents and reports each batch. Kept lists the documents that
// are in the store already, by their place in docs. It stops between batches when ctx ends.
func feed(ctx context.Context, store bleve.Index, m mapping.IndexMapping, docs []knowledge.Document, kept map[int]rank.Lengths, size int, progress func(done, total int)) ([]rank.Lengths, error) {
	f := feeder{store: store, mapping: m, batch: store.NewBatch(), lengths: make([]rank.Lengths, len(docs))}
	total := countPassages(docs)
	for i, d := range docs {
		if l, ok := kept[i]; ok {
			f.lengths[i] = l
			f.done += countPassages(docs[i : i+1])
			continue
		}
		n := 0
		for _, s := range d.Sections {
			for _, p := range s.Passages {
				if err := f.add(i, keyOf(d.ID, n), fieldsOf(d, s, p)); err != nil {
					return nil, fmt.Errorf("index: passage %s: %w", p.ID, err)
				}
				n++
				if f.batch.Size() < size {
					continue
				}
				if err := f.flush(ctx); err != nil {
					return nil, err
				}
				progress(f.done, total)
			}
		}
	}
	err := f.flush(ctx)
	progress(f.done, total)
	return f.lengths, err
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
	pending []pending
	done    int            // passages
	lengths []rank.Lengths // of each document
}

// pending is a passage of a batch.
type pending struct {
	doc int
	*document.Document
}

func (f *feeder) add(doc int, key string, fields map[string]any) error {
	d := document.NewDocument(key)
	if err := f.mapping.MapDocument(d, fields); err != nil {
		return err
	}
	f.done++
	f.pending = append(f.pending, pending{doc, d})
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
	for _, p := range f.pending {
		for _, v := range p.Fields { // analysed by Bleve just now
			for part := range rank.Fields {
				if v.Options().IncludeTermVectors() && strings.HasPrefix(v.Name(), part.Name("")) { // that it is ranked by
					f.lengths[p.doc][part] += v.AnalyzedLength()
				}
			}
		}
	}
	f.batch.Reset()
	f.pending = f.pending[:0]
	return nil
}
