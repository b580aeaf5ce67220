package rank

import (
	"cmp"
	"container/heap"
	"slices"
)

// candidate is a passage in the running.
type candidate struct {
	ordinal int32
	score   float64
}

// compareCandidates puts better candidates first, and equal ones in reading order.
func compareCandidates(a, b candidate) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return cmp.Compare(a.ordinal, b.ordinal)
}

// bestOf keeps the n best found passages within spans, or anywhere if spans is
// nil. The result is in no particular order.
func bestOf(s *scratch, spans []Span, n int) []candidate {
	best := make(worstFirst, 0, min(n, len(s.found)))
	for _, at := range s.found {
		c := candidate{at, s.score[at]}
		if len(best) == n && compareCandidates(c, best[0]) >= 0 {
			continue
		}
		if spans != nil && !within(spans, int(at)) {
			continue
		}
		if len(best) < n {
			heap.Push(&best, c)
			continue
		}
		best[0] = c
		heap.Fix(&best, 0)
	}
	return best
}

// within reports whether one of the ordered spans holds the ordinal.
func within(spans []Span, at int) bool {
	_, found := slices.BinarySearchFunc(spans, at, func(s Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	return found
}

// worstFirst is a heap with the worst candidate on top.
type worstFirst []candidate

func (h worstFirst) Len() int           { return len(h) }
func (h worstFirst) Less(i, j int) bool { return compareCandidates(h[i], h[j]) > 0 }
func (h worstFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *worstFirst) Push(c any)        { *h = append(*h, c.(candidate)) }
func (h *worstFirst) Pop() any          { panic("none is taken out") }
