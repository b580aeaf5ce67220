package index

import (
	"context"
	"fmt"
	"time"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// memoryBatch is how many passages are indexed at once in memory. There every batch remains a
// segment of its own, and every search has to look in every segment, so batches are large.
const memoryBatch = 20_000

// New indexes documents in memory.
func New(docs []knowledge.Document) (*Index, error) {
	m, err := newMapping(analyzersOf(docs))
	if err != nil {
		return nil, fmt.Errorf("index: map fields: %w", err)
	}
	store, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index: start in memory: %w", err)
	}
	lengths, err := feed(context.Background(), store, m, docs, nil, memoryBatch, func(int, int) {})
	if err != nil {
		store.Close()
		return nil, err
	}
	x, err := newIndex(store, docs, lengths)
	if err != nil {
		store.Close()
		return nil, err
	}
	x.created = time.Now()
	return x, nil
}
