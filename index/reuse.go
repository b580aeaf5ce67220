package index

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// begin makes the store of a build in a folder. If an older generation has most of what it will
// hold, it starts as a copy of that generation's store without the rest; kept lists the documents
// in it by their place in docs. Search results do not depend on this.
func (b *builder) begin(work string, m mapping.IndexMapping) (store bleve.Index, kept map[int]rank.Lengths, err error) {
	if kept, gone := b.compare(); len(kept) > 0 {
		if store, err = b.without(work, gone); err == nil {
			return store, kept, nil
		}
		if err := os.RemoveAll(work); err != nil { // the old one may have been damaged in the meantime
			return nil, nil, err
		}
	}
	store, err = bleve.NewUsing(work, m, scorch.Name, scorch.Name, map[string]any{"bolt_timeout": storeTimeout})
	return store, nil, err
}

// without is a copy of the old generation's store that lacks what is gone.
func (b *builder) without(work string, gone []string) (bleve.Index, error) {
	folder := filepath.Join(b.dir, b.old.name)
	m, err := readManifest(folder)
	if err == nil {
		err = m.verify(folder)
	}
	if err == nil {
		err = os.CopyFS(work, os.DirFS(filepath.Join(folder, storeFolder)))
	}
	if err != nil {
		return nil, err
	}
	store, err := bleve.OpenUsing(work, map[string]any{"bolt_timeout": storeTimeout})
	if err != nil {
		return nil, err
	}
	batch := store.NewBatch()
	for _, key := range gone {
		batch.Delete(key)
	}
	if err := store.Batch(batch); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}

// compare finds the documents that an older generation has unchanged, and the keys of all other
// passages in it. It finds none if there are too few to be worth reusing.
func (b *builder) compare() (kept map[int]rank.Lengths, gone []string) {
	if b.old == nil || b.old.name == "" || !slices.Equal(analyzersOf(b.old.docs), analyzersOf(b.docs)) {
		return nil, nil
	}
	at := map[string]int{}
	for i, d := range b.old.docs {
		at[d.ID] = i
	}
	kept, stay := map[int]rank.Lengths{}, map[string]bool{}
	passages := 0
	for i, d := range b.docs {
		if o, ok := at[d.ID]; ok && d.Sum != "" && d.Sum == b.old.docs[o].Sum {
			kept[i], stay[d.ID] = b.old.lengths[o], true
			passages += countPassages(b.docs[i : i+1])
		}
	}
	if 2*passages < countPassages(b.docs) {
		return nil, nil
	}
	for i, d := range b.old.docs {
		if !stay[d.ID] {
			gone = append(gone, keysOf(d, countPassages(b.old.docs[i:i+1]))...)
		}
	}
	return kept, gone
}

// keysOf are the keys of a document's passages.
func keysOf(d knowledge.Document, passages int) []string {
	keys := make([]string, passages)
	for n := range keys {
		keys[n] = keyOf(d.ID, n)
	}
	return keys
}
