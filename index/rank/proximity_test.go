package rank

import (
	"math"
	"testing"
)

func TestTogether(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b []int32
		want float64
	}{
		{"never", nil, []int32{1}, 0},
		{"next to", []int32{4}, []int32{5}, 1},
		{"before", []int32{5}, []int32{4}, 1},
		{"one between", []int32{4}, []int32{6}, 0.25},
		{"as far as counts", []int32{1}, []int32{9}, 1. / 64},
		{"too far", []int32{1}, []int32{10}, 0},
		{"the nearest of several", []int32{10}, []int32{2, 8, 11, 12}, 1},
		{"twice", []int32{1, 21}, []int32{2, 19}, 1.25},
		{"one for two", []int32{1, 3}, []int32{2}, 2},
	} {
		if got := together(c.a, c.b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
