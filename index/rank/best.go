package rank

import (
	"cmp"
	"slices"
)

// candidate is a passage in the running.
type candidate struct {
	ordinal int32
	score   float64
}

// compareCandidates orders the better first, equal ones by reading order.
func compareCandidates(a, b candidate) int {
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return cmp.Compare(a.ordinal, b.ordinal)
}

// bestOf keeps the n best found passages within spans, or anywhere if spans is
// nil, in a heap with the worst on top. The result is in no particular order.
func bestOf(s *scratch, spans []Span, n int) []candidate {
	heap := make([]candidate, 0, min(n, len(s.found)))
	for _, at := range s.found {
		c := candidate{at, s.score[at]}
		if len(heap) == n && compareCandidates(c, heap[0]) >= 0 {
			continue
		}
		if spans != nil && !within(spans, int(at)) {
			continue
		}
		if len(heap) < n {
			heap = append(heap, c)
			up(heap)
			continue
		}
		heap[0] = c
		down(heap)
	}
	return heap
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

// up moves the last candidate towards the top while it is the worse one.
func up(heap []candidate) {
	for i := len(heap) - 1; i > 0; {
		parent := (i - 1) / 2
		if compareCandidates(heap[i], heap[parent]) <= 0 {
			return
		}
		heap[i], heap[parent] = heap[parent], heap[i]
		i = parent
	}
}

// down moves the first candidate away from the top while it is the better one.
func down(heap []candidate) {
	for i := 0; ; {
		worst := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(heap); c++ {
			if compareCandidates(heap[c], heap[worst]) > 0 {
				worst = c
			}
		}
		if worst == i {
			return
		}
		heap[i], heap[worst] = heap[worst], heap[i]
		i = worst
	}
}
