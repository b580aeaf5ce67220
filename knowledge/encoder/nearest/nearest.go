// Package nearest compares a vector with every vector of a set, so none of the nearest is ever
// missed. Vectors take one byte per number: a million of 384 numbers take 384 MB, and comparing
// takes as long as reading them from memory.
//
// It promises the same cosines whatever the processor; they are within 0.01 of the exact ones, most
// within 0.001. A [Set] shares the memory that it is given, which may be a file's, and may be used
// from many goroutines as long as nobody writes there.
//
// It must not know what the vectors represent.
package nearest

import (
	"fmt"
	"math"

	"careeradvisor/knowledge/encoder/kernel"
)

// maxWidth limits a vector's length, so that no sum of products overflows.
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

// Set is vectors of one width.
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

// Len is the number of vectors in the set.
func (s *Set) Len() int { return len(s.scales) }

// batch is how many rows are compared before their cosines are handed out.
const batch = 512

// Compare hands out the cosines of all vectors with query, batch by batch in the order of their
// rows; from is the number of the first row. There are none if the query has another width.
func (s *Set) Compare(query []float32, each func(from int, cosines []float32)) {
	if len(query) != s.width {
		return
	}
	words, per := widen(query)
	var products [batch]int32
	var cosines [batch]float32
	for from := 0; from < s.Len(); from += batch {
		n := min(batch, s.Len()-from)
		s.kernel.Dots(products[:n], words, s.rows[from*s.width:])
		for i, p := range products[:n] {
			cosines[i] = float32(p) * per * s.scales[from+i]
		}
		each(from, cosines[:n])
	}
}

// widen writes a query with 16 bits per number; multiplied by per, they are its direction.
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
