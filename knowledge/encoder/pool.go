package encoder

import "math"

// pool writes the vector of a text: the mean of its tokens, of length one.
func pool(v, tokens []float32) {
	add(v, tokens)
	normalise(v)
}

// add adds up the tokens of a text.
func add(v, tokens []float32) {
	for ; len(tokens) > 0; tokens = tokens[len(v):] {
		for j, x := range tokens[:len(v)] {
			v[j] += x
		}
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
