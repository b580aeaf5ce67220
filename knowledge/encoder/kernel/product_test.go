package kernel

import (
	"math/rand/v2"
	"testing"
)

// lane is the most that the positive weights among the eight that meet in one 16-bit lane may add
// up to, and likewise the negative ones; see export/quantise.py.
const lane = 258

// obey lowers weights, in × out, until they keep the exporter's rule.
func obey(w []int8, in, out int) {
	for n := range out {
		for k := 0; k < in; k += block {
			for half := range 2 {
				left := [2]int{lane, lane}
				for i := range 8 {
					v := &w[(k+i/2*quad+half*2+i%2)*out+n]
					*v = max(*v, -127)
					if *v < 0 {
						*v = int8(-min(left[0], -int(*v)))
						left[0] += int(*v)
					} else {
						*v = int8(min(left[1], int(*v)))
						left[1] -= int(*v)
					}
				}
			}
		}
	}
}

// checkProduct compares a kernel's sums with plain ones, to the last bit.
func checkProduct(t *testing.T, k *Kernel, a []uint8, w []int8, rows, in, out int) {
	t.Helper()
	c := make([]int32, rows*out+1)
	c[rows*out] = 12345
	k.Product(c, a, panels(w, in, out), rows, in, out)
	for r := range rows {
		for n := range out {
			want := int32(0)
			for i := range in {
				want += int32(a[r*in+i]) * int32(w[i*out+n])
			}
			if c[r*out+n] != want {
				t.Fatalf("%s: %d × %d × %d: row %d, column %d is %d, want %d", k.Name, rows, in, out, r, n, c[r*out+n], want)
			}
		}
	}
	if c[rows*out] != 12345 {
		t.Fatalf("%s: %d × %d × %d: written beyond the end", k.Name, rows, in, out)
	}
}

func TestProduct(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(1, 2))
		for rows := 1; rows <= 100; rows++ {
			in, out := 16*(1+r.IntN(8)), 16*(1+rows%7)
			switch {
			case rows%3 == 0:
				in, out = 64*(1+rows%2), 96
			case rows%5 == 0: // more than are multiplied at a time
				in, out = 448, 64
			}
			a, w := make([]uint8, rows*in), make([]int8, in*out)
			for i := range a {
				a[i] = uint8(r.IntN(int(k.Levels) + 1))
			}
			for i := range w {
				w[i] = int8(r.IntN(255) - 127)
			}
			obey(w, in, out)
			checkProduct(t, k, a, w, rows, in, out)
		}
	})
}

// TestProductOfExtremes uses the greatest inputs and weights that there can be, in the widest
// layer.
func TestProductOfExtremes(t *testing.T) {
	const rows, in, out = 5, 1536, 64
	each(t, func(t *testing.T, k *Kernel) {
		for _, sign := range []int{1, -1} {
			a, w := make([]uint8, rows*in), make([]int8, in*out)
			for i := range a {
				a[i] = uint8(k.Levels)
			}
			for i := range w {
				w[i] = int8(sign * 127)
				if i%3 == 0 && i/out%2 == 0 {
					w[i] = int8(-sign * 127)
				}
			}
			obey(w, in, out)
			checkProduct(t, k, a, w, rows, in, out)
		}
	})
}

func FuzzProduct(f *testing.F) {
	f.Add(uint8(1), uint8(1), uint8(1), []byte{0, 127, 255, 1})
	f.Add(uint8(8), uint8(3), uint8(4), []byte{255})
	f.Add(uint8(17), uint8(2), uint8(6), []byte{127, 128, 129, 0, 254})
	f.Fuzz(func(t *testing.T, rowsOf, inOf, outOf uint8, data []byte) {
		if len(data) == 0 {
			return
		}
		rows, in, out := 1+int(rowsOf%100), 16*(1+int(inOf%32)), 16*(1+int(outOf%7))
		w := make([]int8, in*out)
		for i := range w {
			w[i] = int8(data[(i*7+i/len(data))%len(data)])
		}
		obey(w, in, out)
		for _, k := range All() {
			a := make([]uint8, rows*in)
			for i := range a {
				a[i] = min(data[(i*5+i/len(data))%len(data)], uint8(k.Levels))
			}
			checkProduct(t, k, a, w, rows, in, out)
		}
	})
}

func TestDots(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(3, 4))
		for _, n := range []int{16, 48, 384} {
			const rows = 9
			query, all, dst := make([]int16, n), make([]int8, rows*n), make([]int32, rows)
			for i := range query {
				query[i] = int16(r.IntN(65_535) - 32_767)
			}
			for i := range all {
				all[i] = int8(r.IntN(255) - 127)
			}
			for i := range n { // all at their ends
				all[i] = 127
				if query[i] < 0 {
					all[i] = -127
				}
			}
			k.Dots(dst, query, all)
			for i := range dst {
				want := int32(0)
				for j := range n {
					want += int32(query[j]) * int32(all[i*n+j])
				}
				if dst[i] != want {
					t.Errorf("%d numbers: row %d is %d, want %d", n, i, dst[i], want)
				}
			}
		}
	})
}
