package meaning

import "math"

// Vector is the direction in which a text's meaning lies: of length one, or the
// zero Vector (nil) of a text without a known word.
type Vector []float32

// Dot is the cosine of the angle between v and w: 1 for the same meaning, about 0
// for unrelated ones, and 0 where either is the zero Vector.
func (v Vector) Dot(w Vector) float32 {
	if len(v) != len(w) {
		return 0
	}
	var a, b, c, d float32 // four sums, since each waits for its own last addition only
	for len(v) >= 4 && len(w) >= 4 {
		a += v[0] * w[0]
		b += v[1] * w[1]
		c += v[2] * w[2]
		d += v[3] * w[3]
		v, w = v[4:], w[4:]
	}
	for i := range v {
		a += v[i] * w[i]
	}
	return a + b + c + d
}

// unit brings v to length one in place; a vector without length becomes nil.
func unit(v Vector) Vector {
	square := v.Dot(v)
	if square == 0 {
		return nil
	}
	scale := float32(1 / math.Sqrt(float64(square)))
	for i := range v {
		v[i] *= scale
	}
	return v
}
