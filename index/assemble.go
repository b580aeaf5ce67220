package index

import (
	"errors"
	"fmt"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
)

// newIndex takes a filled store over; it is closed with the index. Each has the
// lengths of a document.
func newIndex(store bleve.Index, docs []knowledge.Document, each []lengths) (*Index, error) {
	x := &Index{docs: docs, lengths: each, asks: asksOf(docs), store: store, scoring: standard, byID: map[string]int{}, spans: map[string][]span{}}
	for _, d := range docs {
		start := len(x.passages)
		for _, s := range d.Sections {
			for i := range s.Passages {
				x.byID[s.Passages[i].ID] = len(x.passages)
				x.passages = append(x.passages, &s.Passages[i])
			}
		}
		x.spans[d.ID] = append(x.spans[d.ID], span{start, len(x.passages)})
	}
	x.languages = x.newLanguages()
	x.vectors = x.newVectors("")
	x.scratch.New = func() any { return newScratch(len(x.passages)) }
	inner, err := store.Advanced()
	if err != nil {
		return nil, fmt.Errorf("index: reach into Bleve: %w", err)
	}
	if x.reader, err = inner.Reader(); err != nil {
		return nil, fmt.Errorf("index: read: %w", err)
	}
	if err := x.number(); err != nil {
		x.reader.Close()
		return nil, err
	}
	return x, nil
}

// number learns which document number Bleve gave to which passage: it analyses a
// batch on several cores, numbers in the order in which that finishes, and leaves
// out the numbers of what was deleted.
func (x *Index) number() error {
	ordinals := make(map[string]int32, len(x.passages))
	for _, d := range x.docs {
		for n := range countPassages([]knowledge.Document{d}) {
			ordinals[keyOf(d.ID, n)] = int32(len(ordinals))
		}
	}
	count, err := x.reader.DocCount()
	if err != nil {
		return fmt.Errorf("index: count: %w", err)
	}
	if int(count) != len(x.passages) || len(ordinals) != len(x.passages) {
		return fmt.Errorf("index: Bleve holds %d passages, the documents %d", count, len(x.passages))
	}
	x.numbers = make([]uint64, count)
	all, err := x.reader.DocIDReaderAll()
	if err != nil {
		return fmt.Errorf("index: list: %w", err)
	}
	defer all.Close()
	for range x.numbers {
		id, err := all.Next()
		if err != nil || id == nil {
			return errors.Join(errors.New("index: the list of passages ends early"), err)
		}
		name, err := x.reader.ExternalID(id)
		if err != nil {
			return fmt.Errorf("index: name a passage: %w", err)
		}
		ordinal, ok := ordinals[name]
		if !ok {
			return fmt.Errorf("index: Bleve holds a passage %q that no document has, or has it twice", name)
		}
		delete(ordinals, name)
		for uint64(len(x.ordinals)) <= id.Value() {
			x.ordinals = append(x.ordinals, -1)
		}
		x.ordinals[id.Value()] = ordinal
		x.numbers[ordinal] = id.Value()
	}
	return nil
}
