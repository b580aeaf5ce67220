package index

import (
	"errors"
	"fmt"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
)

// newIndex takes over a filled store, which is closed with the index. Each holds the lengths of the
// documents, document by document.
func newIndex(store bleve.Index, docs []knowledge.Document, each []rank.Lengths) (*Index, error) {
	x := &Index{docs: docs, lengths: each, asks: asksOf(docs), store: store, byID: map[string]int{}, spans: map[string][]rank.Span{}}
	for _, d := range docs {
		start := len(x.passages)
		for _, s := range d.Sections {
			for i := range s.Passages {
				x.byID[s.Passages[i].ID] = len(x.passages)
				x.passages = append(x.passages, &s.Passages[i])
			}
		}
		x.spans[d.ID] = append(x.spans[d.ID], rank.Span{Start: start, End: len(x.passages)})
	}
	x.vectors = x.newVectors("")
	inner, err := store.Advanced()
	if err != nil {
		return nil, fmt.Errorf("index: reach into Bleve: %w", err)
	}
	if x.reader, err = inner.Reader(); err != nil {
		return nil, fmt.Errorf("index: read: %w", err)
	}
	numbers, err := x.number()
	if err != nil {
		x.reader.Close()
		return nil, err
	}
	x.ranker = rank.New(x.reader, numbers, x.collections())
	return x, nil
}

// collections groups the documents by the analyzers that they are read with.
func (x *Index) collections() (all []rank.Collection) {
	for _, name := range analyzersOf(x.docs) {
		c := rank.Collection{Name: name, Analyzer: x.store.Mapping().AnalyzerNamed(name)}
		for i, d := range x.docs {
			if analyzerOf(d.Language) != name {
				continue
			}
			c.Documents = append(c.Documents, d)
			for f, n := range x.lengths[i] {
				c.Lengths[f] += n
			}
		}
		c.Passages = countPassages(c.Documents)
		all = append(all, c)
	}
	return all
}

// number learns which document number Bleve gave to which passage: Bleve analyses a batch on
// several cores, numbers passages as they finish, and skips the numbers of deleted ones.
func (x *Index) number() ([]uint64, error) {
	ordinals := make(map[string]int, len(x.passages))
	for _, d := range x.docs {
		for n := range countPassages([]knowledge.Document{d}) {
			ordinals[keyOf(d.ID, n)] = len(ordinals)
		}
	}
	count, err := x.reader.DocCount()
	if err != nil {
		return nil, fmt.Errorf("index: count: %w", err)
	}
	if int(count) != len(x.passages) || len(ordinals) != len(x.passages) {
		return nil, fmt.Errorf("index: Bleve holds %d passages, the documents %d", count, len(x.passages))
	}
	numbers := make([]uint64, count)
	all, err := x.reader.DocIDReaderAll()
	if err != nil {
		return nil, fmt.Errorf("index: list: %w", err)
	}
	defer all.Close()
	for range numbers {
		id, err := all.Next()
		if err != nil || id == nil {
			return nil, errors.Join(errors.New("index: the list of passages ends early"), err)
		}
		name, err := x.reader.ExternalID(id)
		if err != nil {
			return nil, fmt.Errorf("index: name a passage: %w", err)
		}
		ordinal, ok := ordinals[name]
		if !ok {
			return nil, fmt.Errorf("index: Bleve holds the passage %q twice, or no document has it", name)
		}
		delete(ordinals, name)
		numbers[ordinal] = id.Value()
	}
	return numbers, nil
}
