package meaning

import (
	"math"
	"testing"
)

func TestDot(t *testing.T) {
	for _, c := range []struct {
		v, w Vector
		want float32
	}{
		{nil, nil, 0},
		{nil, Vector{1}, 0},
		{Vector{1, 0}, Vector{0, 1}, 0},
		{Vector{1, 2, 3, 4, 5, 6}, Vector{1, 1, 1, 1, 1, 1}, 21},
		{Vector{1, 2}, Vector{1, 2, 3}, 0}, // of another table
	} {
		if got := c.v.Dot(c.w); got != c.want {
			t.Errorf("%v · %v = %v, want %v", c.v, c.w, got, c.want)
		}
	}
}

func TestUnit(t *testing.T) {
	if v := unit(Vector{0, 0}); v != nil {
		t.Errorf("a vector without length became %v, want nil", v)
	}
	if v := unit(Vector{3, 4}); math.Abs(float64(v[0])-0.6) > 1e-6 || math.Abs(float64(v[1])-0.8) > 1e-6 {
		t.Errorf("(3, 4) became %v, want (0.6, 0.8)", v)
	}
}
