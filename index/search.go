package index

import (
	"context"
	"fmt"
	"slices"

	"careeradvisor/index/rank"
	"careeradvisor/knowledge"
)

// How many hits a search returns.
const (
	defaultLimit = 10
	maxLimit     = 1000
)

// Search returns the passages that match q best, best first; equal scores are in reading order. A
// query without words, or with only words that occur nowhere, has no hits and no error; the end of
// ctx is an error. A word of q.Text that no passage has is treated as a typing error of a similar
// word that occurs, if there is one.
func (x *Index) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	if x.closed.Load() {
		return nil, errClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	found, err := x.ranker.Search(ctx, q, x.allowed(q.Docs), min(limit, maxLimit))
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	var hits []knowledge.Hit
	for _, h := range found {
		hits = append(hits, knowledge.Hit{Passage: *x.passages[h.Ordinal], Score: h.Score, Share: h.Share})
	}
	return hits, nil
}

// Terms returns the words of a text that are not stop words, with the number of
// passages that have them, as read in the language that knows most of them. A word that
// does not occur in any form, nor anything like it, has the count 0.
func (x *Index) Terms(text string) []knowledge.Term {
	if x.closed.Load() {
		return nil
	}
	return x.ranker.Terms(text)
}

// allowed is where passages may be found, in order; nil means everywhere.
func (x *Index) allowed(docs []string) []rank.Span {
	if len(docs) == 0 {
		return nil
	}
	spans := []rank.Span{}
	for _, id := range docs {
		spans = append(spans, x.spans[id]...)
	}
	slices.SortFunc(spans, func(a, b rank.Span) int { return a.Start - b.Start })
	return slices.Compact(spans)
}
