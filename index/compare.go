package index

import (
	"context"
	"fmt"
	"slices"
	"time"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Compare runs a collection's queries, one after another, against this package
// and against Bleve as shipped (English analysis, its own BM25, a match query on
// title and text), in this order.
func Compare(ctx context.Context, c Collection) ([]Scores, error) {
	ours, err := measureOurs(ctx, c)
	if err != nil {
		return nil, err
	}
	shipped, err := measureShipped(ctx, c)
	if err != nil {
		return nil, err
	}
	return []Scores{ours, shipped}, nil
}

func measureOurs(ctx context.Context, c Collection) (Scores, error) {
	start := time.Now()
	x, err := New(c.Documents)
	if err != nil {
		return Scores{}, err
	}
	defer x.Close()
	s := Scores{Engine: "advisor", Build: time.Since(start).Seconds()}
	return s, s.run(ctx, c, func(text string) ([]string, error) {
		hits, err := x.Search(ctx, knowledge.Query{Text: text, Limit: cutoff})
		ranking := make([]string, len(hits))
		for i, h := range hits {
			ranking[i] = h.Passage.Doc
		}
		return ranking, err
	})
}

func measureShipped(ctx context.Context, c Collection) (Scores, error) {
	start := time.Now()
	store, err := shipped(c.Documents)
	if err != nil {
		return Scores{}, err
	}
	defer store.Close()
	s := Scores{Engine: "bleve bm25", Build: time.Since(start).Seconds()}
	return s, s.run(ctx, c, func(text string) ([]string, error) {
		title, body := bleve.NewMatchQuery(text), bleve.NewMatchQuery(text)
		title.SetField("title")
		body.SetField("text")
		found, err := store.SearchInContext(ctx, bleve.NewSearchRequestOptions(
			bleve.NewDisjunctionQuery(title, body), cutoff, 0, false))
		if err != nil {
			return nil, fmt.Errorf("index: bleve: %w", err)
		}
		ranking := make([]string, len(found.Hits))
		for i, h := range found.Hits {
			ranking[i] = h.ID
		}
		return ranking, nil
	})
}

// shipped fills a Bleve index the way its documentation shows.
func shipped(docs []knowledge.Document) (bleve.Index, error) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = en.AnalyzerName
	m.ScoringModel = bleveindex.BM25Scoring
	store, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index: bleve: %w", err)
	}
	for chunk := range slices.Chunk(docs, memoryBatch) {
		batch := store.NewBatch()
		for _, d := range chunk {
			fields := map[string]any{"title": d.Title, "text": d.Sections[0].Passages[0].Text}
			if err = batch.Index(d.ID, fields); err != nil {
				break
			}
		}
		if err == nil {
			err = store.Batch(batch)
		}
		if err != nil {
			store.Close()
			return nil, fmt.Errorf("index: bleve: %w", err)
		}
	}
	return store, nil
}

// run asks every query and fills the figures in.
func (s *Scores) run(ctx context.Context, c Collection, search func(text string) ([]string, error)) error {
	var millis []float64
	for _, q := range c.Queries {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("index: compare: %w", err)
		}
		start := time.Now()
		ranking, err := search(q.Text)
		if err != nil {
			return fmt.Errorf("index: compare: query %s: %w", q.ID, err)
		}
		millis = append(millis, float64(time.Since(start).Nanoseconds())/1e6)
		s.judge(ranking, q.Grades)
	}
	s.mean(len(c.Queries))
	slices.Sort(millis)
	s.P50, s.P99 = percentile(millis, 0.5), percentile(millis, 0.99)
	return nil
}
