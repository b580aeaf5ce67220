package vectors

import (
	"sync/atomic"

	"careeradvisor/knowledge/encoder/nearest"
)

// Made says what made vectors. Those of different weights cannot be compared, and
// those of different kernels differ a little.
type Made struct {
	Weights string // their SHA-256, in hexadecimal
	Kernel  string // "" where it does not matter
	Width   int    // numbers a vector
}

// fits reports whether vectors that m made may be used among those that now makes.
func (m Made) fits(now Made) bool {
	return m.Weights == now.Weights && m.Width == now.Width && (m.Kernel == now.Kernel || m.Kernel == "")
}

// Set is vectors with the places and keys of their texts. It does not change, and its
// methods may be called at the same time until it is closed.
type Set struct {
	made     Made
	passages int // of the documents, with vectors or without
	wanted   int // texts that should have a vector

	rows   []int8
	scales []float32
	places []place
	keys   []key
	near   *nearest.Set

	more    atomic.Int32 // holders beside the first
	release func() error // of the memory; nil where the collector does it
}

// hold keeps the set open until one more Close.
func (s *Set) hold() *Set {
	if s != nil {
		s.more.Add(1)
	}
	return s
}

// Close frees the set's memory when its last holder closes it.
func (s *Set) Close() error {
	if s == nil || s.more.Add(-1) >= 0 || s.release == nil {
		return nil
	}
	return s.release()
}

// complete reports whether no text lacks its vector.
func (s *Set) complete() bool { return s != nil && len(s.keys) == s.wanted }

// row is one vector's numbers.
func (s *Set) row(n int32) []int8 { return s.rows[int(n)*s.made.Width:][:s.made.Width] }

// Hit is a text of a passage.
type Hit struct {
	Passage    int // its number
	Start, End int // of the text in it, in bytes
	Cosine     float64
}

// nearest returns the at most k passages nearest to the query, the nearest first, each
// by its nearest text.
func (s *Set) nearest(query []float32, k int) (hits []Hit) {
	for rows := 2 * k; ; rows *= 4 {
		found := s.near.Nearest(query, rows, nil)
		hits = hits[:0]
		seen := make(map[int32]bool, k)
		for _, f := range found {
			if p := s.places[f.Row]; len(hits) < k && !seen[p.Passage] {
				seen[p.Passage] = true
				hits = append(hits, Hit{int(p.Passage), int(p.Start), int(p.End), float64(f.Cosine)})
			}
		}
		if len(hits) >= k || len(found) < rows {
			return hits
		}
	}
}
