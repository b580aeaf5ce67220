package score

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"careeradvisor/knowledge"
)

// cutoff is how many hits of each query are judged.
const cutoff = 10

// Scores are a search engine's figures on a collection, means over its queries.
type Scores struct {
	NDCG    float64 // nDCG@10 as trec_eval has it: gain is the grade, discount log2(rank + 1)
	MRR     float64 // reciprocal rank of the first right document within 10
	Success float64 // share of queries whose first hit is right
	Recall  float64 // share of the right documents that are within 10
	P50     float64 // milliseconds a query, median
	P99     float64 // milliseconds a query, 99th percentile
}

// Measure runs a collection's queries, one after another, against an engine that
// searches its documents.
func Measure(ctx context.Context, c Collection, engine Searcher) (Scores, error) {
	var s Scores
	var millis []float64
	for _, q := range c.Queries {
		start := time.Now()
		hits, err := engine.Search(ctx, knowledge.Query{Text: q.Text, Limit: cutoff})
		if err != nil {
			return Scores{}, fmt.Errorf("score: query %s: %w", q.ID, err)
		}
		millis = append(millis, float64(time.Since(start).Nanoseconds())/1e6)
		ranking := make([]string, len(hits))
		for i, h := range hits {
			ranking[i] = h.Passage.Doc
		}
		s.judge(ranking, q.Grades)
	}
	s.mean(len(c.Queries))
	slices.Sort(millis)
	s.P50, s.P99 = percentile(millis, 0.5), percentile(millis, 0.99)
	return s, nil
}

// judge adds one query's ranking, document IDs best first, to the sums.
func (s *Scores) judge(ranking []string, grades map[string]int) {
	var gain float64
	right := 0
	for i, id := range ranking[:min(len(ranking), cutoff)] {
		grade := grades[id]
		if grade <= 0 {
			continue
		}
		if right == 0 {
			s.MRR += 1 / float64(i+1)
		}
		if i == 0 {
			s.Success++
		}
		right++
		gain += float64(grade) / math.Log2(float64(i+2))
	}
	s.NDCG += gain / idealGain(grades)
	s.Recall += float64(right) / float64(len(grades))
}

// idealGain is the gain of the best possible ranking.
func idealGain(grades map[string]int) (gain float64) {
	var sorted []int
	for _, g := range grades {
		sorted = append(sorted, g)
	}
	slices.Sort(sorted)
	slices.Reverse(sorted)
	for i, g := range sorted[:min(len(sorted), cutoff)] {
		gain += float64(g) / math.Log2(float64(i+2))
	}
	return gain
}

// mean turns sums over n queries into means.
func (s *Scores) mean(n int) {
	for _, sum := range []*float64{&s.NDCG, &s.MRR, &s.Success, &s.Recall} {
		*sum /= float64(max(n, 1))
	}
}

// percentile of sorted values, by nearest rank.
func percentile(sorted []float64, share float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := int(math.Ceil(share*float64(len(sorted)))) - 1
	return sorted[max(at, 0)]
}
