package rank

import (
	"math"
	"testing"
)

// Bleve keeps the length of a field as it is; its norm is 1/√length.
func TestLengthIsExact(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 99, 1000, 12_345, 1_000_000} {
		norm := float64(float32(1 / math.Sqrt(float64(n))))
		if got := length(norm); got != float64(n) {
			t.Errorf("length of %d words comes back as %v", n, got)
		}
	}
	if got := length(0); got != 0 {
		t.Errorf("length without norm is %v", got)
	}
}

func TestIDFIsPositive(t *testing.T) {
	last := math.Inf(1)
	for n := range 11 {
		got := idf(n, 10)
		if got <= 0 || got >= last {
			t.Errorf("idf of a word in %d of 10 passages is %v after %v", n, got, last)
		}
		last = got
	}
}
