package index

import (
	"errors"
	"fmt"
	"strconv"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
)

// newIndex takes a filled store over; it is closed with the index.
func newIndex(store bleve.Index, docs []knowledge.Document, t tokens) (*Index, error) {
	x := &Index{docs: docs, store: store, scoring: standard, spans: map[string][]span{}}
	for _, d := range docs {
		start := len(x.passages)
		for _, s := range d.Sections {
			for i := range s.Passages {
				x.passages = append(x.passages, &s.Passages[i])
			}
		}
		x.spans[d.ID] = append(x.spans[d.ID], span{start, len(x.passages)})
	}
	x.languages = x.newLanguages(t)
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
// batch on several cores and numbers in the order in which that finishes.
func (x *Index) number() error {
	count, err := x.reader.DocCount()
	if err != nil {
		return fmt.Errorf("index: count: %w", err)
	}
	if int(count) != len(x.passages) {
		return fmt.Errorf("index: Bleve holds %d passages, the documents %d", count, len(x.passages))
	}
	x.ordinals = make([]int32, count)
	x.numbers = make([]uint64, count)
	seen := make([]bool, count)
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
		ord, err := strconv.Atoi(name)
		if err != nil || ord < 0 || ord >= len(seen) || seen[ord] || id.Value() >= count {
			return fmt.Errorf("index: Bleve holds a passage %q that no document has", name)
		}
		seen[ord] = true
		x.ordinals[id.Value()] = int32(ord)
		x.numbers[ord] = id.Value()
	}
	return nil
}
