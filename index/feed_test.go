package index

import (
	"context"
	"testing"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/google/go-cmp/cmp"
)

// The number of segments that the passages end up in makes no difference to the hits.
func TestSegmentsDoNotMatter(t *testing.T) {
	docs := synthetic(200)
	one, err := New(docs)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	m := englishMapping(t)
	store, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	lengths, err := feed(context.Background(), store, m, docs, nil, 7, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	many, err := newIndex(store, docs, lengths)
	if err != nil {
		t.Fatal(err)
	}
	defer many.Close()
	for _, text := range syntheticQueries()[:50] {
		q := knowledge.Query{Text: text, Limit: 60}
		want, err1 := one.Search(context.Background(), q)
		got, err2 := many.Search(context.Background(), q)
		if diff := cmp.Diff(want, got); err1 != nil || err2 != nil || diff != "" {
			t.Fatalf("%q: %v, %v (-one +many):\n%s", text, err1, err2, diff)
		}
	}
}

func englishMapping(t *testing.T) mapping.IndexMapping {
	t.Helper()
	m, err := newMapping([]string{en.AnalyzerName})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// An index is never put together if its store lacks passages or has others.
func TestStoreMustFit(t *testing.T) {
	for name, docs := range map[string][]knowledge.Document{"more": synthetic(60), "fewer": synthetic(20), "none": nil} {
		m := englishMapping(t)
		store, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = feed(context.Background(), store, m, synthetic(40), nil, 1000, func(int, int) {})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := newIndex(store, docs, make([]rank.Lengths, len(docs))); err == nil {
			t.Errorf("%s documents than passages: no error", name)
		}
		store.Close()
	}
}
