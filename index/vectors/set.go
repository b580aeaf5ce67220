package vectors

import (
	"sync/atomic"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder/nearest"
)

// Made says what made vectors. Vectors from different weights cannot be compared, and those from
// different kernels differ slightly.
type Made struct {
	Weights string // their SHA-256, in hexadecimal
	Kernel  string // "" if it does not matter
	Width   int    // numbers per vector
}

// fits reports whether vectors made by m may be used alongside those made by now.
func (m Made) fits(now Made) bool {
	return m.Weights == now.Weights && m.Width == now.Width && (m.Kernel == now.Kernel || m.Kernel == "")
}

// Set is a set of vectors with the positions and keys of their texts. It does not
// change, and its methods may be called concurrently until it is closed.
type Set struct {
	made   Made
	owners int // passages and asks, with vectors or without
	wanted int // texts that should have a vector

	rows   []int8
	scales []float32
	places []place
	keys   []key
	near   *nearest.Set

	more    atomic.Int32 // holders beside the first
	release func() error // of the memory; nil if the garbage collector does it
}

// hold keeps the set open until one more Close.
func (s *Set) hold() *Set {
	if s != nil {
		s.more.Add(1)
	}
	return s
}

// Close frees the memory of the set when its last holder closes it.
func (s *Set) Close() error {
	if s == nil || s.more.Add(-1) >= 0 || s.release == nil {
		return nil
	}
	return s.release()
}

// complete reports whether every text has its vector.
func (s *Set) complete() bool { return s != nil && len(s.keys) == s.wanted }

// row is one vector's numbers.
func (s *Set) row(n int32) []int8 { return s.rows[int(n)*s.made.Width:][:s.made.Width] }

// compare compares a vector with all vectors of the set: those of the passages, followed by those
// of the asks.
func (s *Set) compare(query []float32, passages, asks int) (likeness []knowledge.Likeness, cosines []float32) {
	likeness, cosines = make([]knowledge.Likeness, passages), make([]float32, asks)
	s.near.Compare(query, func(from int, some []float32) {
		for i, c := range some {
			at := s.places[from+i]
			if int(at.Of) >= passages {
				cosines[int(at.Of)-passages] = c
				continue
			}
			l := &likeness[at.Of]
			whole := l.End == 0 // it comes first
			if whole || c > l.Best {
				l.Best, l.Start, l.End = c, at.Start, at.End
			}
			if whole {
				l.Whole = c
			}
		}
	})
	return likeness, cosines
}
