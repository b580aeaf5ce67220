package encoder

import "math"

// pool writes the vectors of the batch's texts: each the mean of its tokens, of
// length one.
func (w *workspace) pool(vectors [][]float32, width int) {
	from := 0
	for i, end := range w.ends {
		v := vectors[i]
		for ; from < end; from++ {
			for j, x := range w.x[from*width:][:width] {
				v[j] += x
			}
		}
		normalise(v)
	}
}

// normalise brings v to length one.
func normalise(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	per := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= per
	}
}
