package index_test

import (
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// suite tests everything that an index promises, whether it is kept in memory or on disk: what a
// [knowledge.Query] may have, and which [knowledge.Hit]s it gets back.
type suite struct {
	open func(t *testing.T, docs []knowledge.Document) *index.Index
}

// run runs the suite. The function open returns an index that holds docs and nothing
// else, and closes it with t.Cleanup.
func run(t *testing.T, open func(t *testing.T, docs []knowledge.Document) *index.Index) {
	s := suite{open}
	for _, c := range []struct {
		name string
		test func(*testing.T)
	}{
		{"finds by each field", s.finds},
		{"gives passages back whole", s.whole},
		{"knows upper case, accents and other scripts", s.scripts},
		{"reads documents in their languages", s.languages},
		{"keeps languages apart", s.apart},
		{"holds nothing", s.nothing},
		{"ranks phrases first", s.phrases},
		{"ranks headings first", s.headings},
		{"ranks rare words first", s.rareWords},
		{"counts further words less", s.also},
		{"breaks ties by reading order", s.ties},
		{"orders by score", s.scores},
		{"searches only the documents asked for", s.docs},
		{"limits hits", s.limit},
		{"finds nothing for empty queries", s.empty},
		{"survives any text", s.hostile},
		{"answers many at once", s.concurrent},
		{"stops with its context", s.cancelled},
	} {
		t.Run(c.name, c.test)
	}
}

// search fails the test if the index fails.
func search(t *testing.T, e *index.Index, q knowledge.Query) []knowledge.Hit {
	t.Helper()
	hits, err := e.Search(t.Context(), q)
	if err != nil {
		t.Fatalf("Search(%+v): %v", q, err)
	}
	return hits
}

// ids are the hits' passages, in order.
func ids(hits []knowledge.Hit) []string {
	list := []string{}
	for _, h := range hits {
		list = append(list, h.Passage.ID)
	}
	return list
}

// text is a query that has only words.
func text(words string) knowledge.Query { return knowledge.Query{Text: words} }
