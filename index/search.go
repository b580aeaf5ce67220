package index

import (
	"context"
	"fmt"
	"slices"

	"careeradvisor/knowledge"
)

// Search returns the passages that match q best, best first; equal scores are in
// reading order. A query without words, or without any that occur, has no hits and no
// error; the end of ctx is an error. A word of q.Text that no passage has is treated as
// a typing error of a similar word that occurs, if there is one.
func (x *Index) Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error) {
	if x.closed.Load() {
		return nil, errClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	defer s.clear()
	best, all, err := x.rank(ctx, s, q)
	if err != nil {
		return nil, fmt.Errorf("index: search: %w", err)
	}
	var hits []knowledge.Hit
	for _, c := range best {
		hits = append(hits, knowledge.Hit{Passage: *x.passages[c.ordinal], Score: c.score, Share: s.share[c.ordinal] / max(all, 1e-9)})
	}
	return hits, nil
}

// rank scores all passages by their words, and the best of them again by the
// words' nearness, which costs many times more. all is the idf of the words of q.Text
// together, in the language that knows them best.
func (x *Index) rank(ctx context.Context, s *scratch, q knowledge.Query) (best []candidate, all float64, err error) {
	read := make([]terms, len(x.languages))
	for i, l := range x.languages {
		read[i] = l.parse(q, x.scoring.also)
		if err := x.score(ctx, s, &read[i]); err != nil {
			return nil, 0, err
		}
		all = max(all, read[i].all)
	}
	x.compare(s, read)
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	limit = min(limit, maxLimit)
	best = bestOf(s, x.allowed(q.Docs), max(limit, nearCandidates))
	for _, t := range read {
		if err := x.addNearness(ctx, s, t, best); err != nil {
			return nil, 0, err
		}
	}
	slices.SortFunc(best, compareCandidates)
	return best[:min(limit, len(best))], all, nil
}

// score adds every word's contribution to s, and fills in the words' counts. A word
// that another language has is no typing error in this one.
func (x *Index) score(ctx context.Context, s *scratch, t *terms) error {
	l, repairs := t.language, 0
	for i := range t.words {
		w := &t.words[i]
		if err := x.walk(ctx, s, l, w.term); err != nil {
			return err
		}
		if len(s.touched) == 0 && w.weight == 1 && repairs < maxRepairs && !x.knownElsewhere(l, w.written) {
			repairs++
			if !t.mend(i) {
				w.idf = idf(0, l.passages)
				t.all += w.idf
				continue
			}
			if err := x.walk(ctx, s, l, w.term); err != nil {
				return err
			}
		}
		w.count = len(s.touched)
		w.idf = idf(w.count, l.passages)
		share := 0.
		if w.weight == 1 {
			share = w.idf
			t.all += w.idf
		}
		s.settle(&x.scoring, w.weight*w.idf, share)
	}
	t.found = len(s.found)
	return nil
}

// allowed is where passages may be found, in order; nil is everywhere.
func (x *Index) allowed(docs []string) []span {
	if len(docs) == 0 {
		return nil
	}
	spans := []span{}
	for _, id := range docs {
		spans = append(spans, x.spans[id]...)
	}
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	return slices.Compact(spans)
}
