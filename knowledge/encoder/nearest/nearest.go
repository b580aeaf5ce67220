// Package nearest finds a vector's nearest among many, by comparing it with every
// one. Vectors are kept in a byte a number: a million of 384 numbers take 384 MB,
// and as long to compare as memory takes to read them.
//
// It promises the same hits whatever the processor, in order of their cosines and
// then of their rows; cosines are within 0.01 of those of the vectors that were
// added, most within 0.001. A [Set] shares the memory that it is given, which may
// be a file's, and may be used from many goroutines as long as nobody writes there.
//
// It must not know what the vectors are of.
package nearest

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"careeradvisor/knowledge/encoder/kernel"
)

// maxWidth bounds a vector's numbers, so that no sum of products overflows.
const maxWidth = 512

// Append quantises a vector to a row of bytes, and a scale that brings the row back
// to length one.
func Append(rows []int8, scales []float32, vector []float32) ([]int8, []float32) {
	var most, squares float64
	for _, x := range vector {
		most = max(most, math.Abs(float64(x)))
	}
	for _, x := range vector {
		v := 0.0
		if most > 0 {
			v = math.RoundToEven(float64(x) / most * math.MaxInt8)
		}
		squares += v * v
		rows = append(rows, int8(v))
	}
	if squares == 0 {
		return rows, append(scales, 0)
	}
	return rows, append(scales, float32(1/math.Sqrt(squares)))
}

// Set is vectors of one width that can be searched.
type Set struct {
	width  int
	rows   []int8
	scales []float32
	kernel *kernel.Kernel
}

// New makes a set of what Append has written, and shares its memory.
func New(width int, rows []int8, scales []float32) (*Set, error) {
	if width < 16 || width > maxWidth || width%16 != 0 {
		return nil, fmt.Errorf("vectors of %d numbers cannot be compared; of 16 to %d in sixteens they can", width, maxWidth)
	}
	if len(rows) != width*len(scales) {
		return nil, fmt.Errorf("%d bytes are not %d vectors of %d", len(rows), len(scales), width)
	}
	return &Set{width, rows, scales, kernel.Best()}, nil
}

// Len is how many vectors the set has.
func (s *Set) Len() int { return len(s.scales) }

// Hit is a vector of the set.
type Hit struct {
	Row    int // its number, from 0
	Cosine float32
}

// batch is how many rows are compared before the best of them are looked at.
const batch = 512

// Nearest returns the at most k vectors nearest to query, the nearest first, of
// those which keep allows; nil allows all.
func (s *Set) Nearest(query []float32, k int, keep func(row int) bool) []Hit {
	if k < 1 || len(query) != s.width {
		return nil
	}
	words, per := widen(query)
	var products [batch]int32
	var hits []Hit
	for from := 0; from < s.Len(); from += batch {
		n := min(batch, s.Len()-from)
		s.kernel.Dots(products[:n], words, s.rows[from*s.width:])
		for i, p := range products[:n] {
			h := Hit{from + i, float32(p) * per * s.scales[from+i]}
			if len(hits) == k && h.Cosine <= hits[k-1].Cosine || keep != nil && !keep(h.Row) {
				continue
			}
			hits = insert(hits, h, k)
		}
	}
	return hits
}

// insert puts a hit in its place among at most k.
func insert(hits []Hit, h Hit, k int) []Hit {
	at, _ := slices.BinarySearchFunc(hits, h, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Cosine, a.Cosine), cmp.Compare(a.Row, b.Row))
	})
	if len(hits) == k {
		hits = hits[:k-1]
	}
	return slices.Insert(hits, at, h)
}

// widen writes a query in 16 bits a number; times per they are its direction.
func widen(query []float32) (words []int16, per float32) {
	var most, squares float64
	for _, x := range query {
		most = max(most, math.Abs(float64(x)))
		squares += float64(x) * float64(x)
	}
	words = make([]int16, len(query))
	if !(most > 0) || math.IsInf(squares, 1) {
		return words, 0
	}
	for i, x := range query {
		words[i] = int16(math.RoundToEven(float64(x) / most * math.MaxInt16))
	}
	return words, float32(most / math.MaxInt16 / math.Sqrt(squares))
}
