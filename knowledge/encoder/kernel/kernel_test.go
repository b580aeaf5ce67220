package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// each runs a test with every kernel that this processor supports.
func each(t *testing.T, test func(t *testing.T, k *Kernel)) {
	for _, k := range All() {
		t.Run(k.Name, func(t *testing.T) { test(t, k) })
	}
}

func random(r *rand.Rand, n int, scale float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * scale)
	}
	return x
}

func near(t *testing.T, what string, got []float32, want []float64, tolerance float64) {
	t.Helper()
	for i, w := range want {
		if d := math.Abs(float64(got[i]) - w); !(d <= tolerance) {
			t.Fatalf("%s: number %d of %d is %v, want %v within %v", what, i, len(want), got[i], w, tolerance)
		}
	}
}

func TestBestIsFirst(t *testing.T) {
	all := All()
	if Best().Name != all[0].Name || all[len(all)-1].Name != "portable Go" {
		t.Errorf("best is %s of %d, last is %s", Best().Name, len(all), all[len(all)-1].Name)
	}
	t.Logf("%d kernels, best is %s", len(all), all[0].Name)
}

func TestMatMul(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(1, 2))
		for rows := 1; rows < 60; rows += 1 + rows/14 {
			n, depth := 16*(1+rows%4), 1+r.IntN(70)
			row, next, ldb, ldc := depth+rows%5, 1, n+rows%3, n+rows%7
			if rows%2 == 0 { // a lies turned
				row, next = 1, rows+rows%5
			}
			a, b := random(r, (rows+5)*(depth+5), 1), random(r, depth*ldb, 1)
			c := make([]float32, rows*ldc)
			k.MatMul(c, ldc, a, row, next, b, ldb, rows, n, depth)
			for i := range rows {
				want := make([]float64, n)
				for j := range n {
					for d := range depth {
						want[j] += float64(a[i*row+d*next]) * float64(b[d*ldb+j])
					}
				}
				near(t, fmt.Sprintf("row %d of %d × %d × %d", i, rows, depth, n), c[i*ldc:], want, 1e-4)
			}
		}
	})
}

func TestTranspose(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(3, 4))
		for _, rows := range []int{1, 7, 8, 9, 40, 41} {
			const columns, lds = 32, 70
			ldd := (rows + 15) / 16 * 16
			src, dst := random(r, (rows+7)*lds, 1), make([]float32, columns*ldd)
			k.Transpose(dst, ldd, src, lds, rows, columns)
			for i := range rows {
				for j := range columns {
					if dst[j*ldd+i] != src[i*lds+j] {
						t.Fatalf("%d rows: %d, %d is not in its place", rows, i, j)
					}
				}
			}
		}
	})
}

func TestDequantise(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(5, 6))
		const n, step, low = 192, 0.013, -1.7
		sums, dst := make([]int32, n), make([]float32, n)
		scale, sum, bias := random(r, n, 0.001), random(r, n, 1), random(r, n, 1)
		want := make([]float64, n)
		for i := range sums {
			sums[i] = r.Int32N(2_000_000) - 1_000_000
			want[i] = float64(sums[i])*step*float64(scale[i]) + low*float64(sum[i]) + float64(bias[i])
		}
		k.Dequantise(dst, sums, scale, sum, bias, step, low)
		near(t, "row", dst, want, 1e-4)
	})
}

func TestQuantise(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(7, 8))
		for range 100 {
			x := random(r, 64*(1+r.IntN(6)), 3)
			dst := make([]uint8, len(x))
			step, low := k.Quantise(dst, x)
			if low != slices.Min(x) || float32(slices.Max(dst)) != k.Levels || slices.Min(dst) != 0 {
				t.Fatalf("from %v in steps of %v to %d, want from %v to %v", low, step, slices.Max(dst), slices.Min(x), k.Levels)
			}
			for i, v := range x {
				if d := math.Abs(float64(low + step*float32(dst[i]) - v)); d > float64(step)*0.501 {
					t.Fatalf("%v is taken for %v in steps of %v", v, low+step*float32(dst[i]), step)
				}
			}
		}
	})
}

func TestQuantiseWhatIsFlat(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		x, dst := make([]float32, 64), make([]uint8, 64)
		for i := range x {
			x[i], dst[i] = -2.5, 9
		}
		if step, low := k.Quantise(dst, x); step != 0 || low != -2.5 || slices.Max(dst) != 0 {
			t.Errorf("one number throughout is %v + %v × %v", low, step, dst)
		}
	})
}

func TestGELU(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		x, want := make([]float32, 0, 16_064), []float64(nil)
		for i := range cap(x) {
			v := float64(i-8000) / 1000 // -8 to 8
			x = append(x, float32(v))
			want = append(want, v/2*math.Erfc(-v/math.Sqrt2))
		}
		k.GELU(x)
		near(t, "from -8 in steps of 0.001", x, want, 5e-4)
		near(t, "from -4", x[4000:12_000], want[4000:12_000], 5e-5)
	})
}

func TestNorm(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(9, 10))
		const n = 384
		x, add, y := random(r, n, 2), random(r, n, 5), make([]float32, n)
		to, next := Affine{random(r, n, 1), random(r, n, 1)}, Affine{random(r, n, 1), random(r, n, 1)}
		mean, variance := 0.0, 0.0
		for i := range x {
			mean += (float64(x[i]) + float64(add[i])) / n
		}
		for i := range x {
			variance += math.Pow(float64(x[i])+float64(add[i])-mean, 2) / n
		}
		wantX, wantY := make([]float64, n), make([]float64, n)
		for i := range x {
			v := (float64(x[i]) + float64(add[i]) - mean) / math.Sqrt(variance+1e-12)
			wantX[i] = v*float64(to.Gain[i]) + float64(to.Shift[i])
			wantY[i] = v*float64(next.Gain[i]) + float64(next.Shift[i])
		}
		k.Norm(x, add, to, y, next)
		near(t, "x", x, wantX, 1e-5)
		near(t, "y", y, wantY, 1e-5)
	})
}

func TestSoftmax(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		r := rand.New(rand.NewPCG(11, 12))
		for rows := 1; rows < 70; rows++ {
			columns := 16 * (1 + rows%3)
			x := random(r, rows*columns, 200) // scores of e5 reach ±350
			nan := columns - 1
			x[nan] = float32(math.NaN()) // of a column that nobody reads: it must not reach others
			want := make([]float64, rows*columns)
			for j := range columns {
				most, sum := math.Inf(-1), 0.0
				for i := j; i < len(x); i += columns {
					most = max(most, float64(x[i]))
				}
				for i := j; i < len(x); i += columns {
					want[i] = math.Exp(float64(x[i]) - most)
					sum += want[i]
				}
				for i := j; i < len(x); i += columns {
					want[i] /= sum
				}
			}
			k.Softmax(x, rows, columns)
			for i := nan; i < len(x); i += columns {
				x[i], want[i] = 0, 0
			}
			near(t, fmt.Sprint(rows, " scores"), x, want, 2e-5)
		}
	})
}

func TestLengthsAreChecked(t *testing.T) {
	each(t, func(t *testing.T, k *Kernel) {
		for name, call := range map[string]func(){
			"product": func() { k.Product(make([]int32, 15), make([]uint8, 16), make([]int8, 256), 1, 16, 16) },
			"odd":     func() { k.Product(make([]int32, 16), make([]uint8, 8), make([]int8, 256), 1, 8, 16) },
			"matmul":  func() { k.MatMul(make([]float32, 16), 16, make([]float32, 3), 3, 1, make([]float32, 47), 16, 1, 16, 3) },
			"norm": func() {
				k.Norm(make([]float32, 64), make([]float32, 64), Affine{make([]float32, 64), make([]float32, 64)}, make([]float32, 63), Affine{make([]float32, 64), make([]float32, 64)})
			},
			"softmax": func() { k.Softmax(make([]float32, 31), 2, 16) },
			"dots":    func() { k.Dots(make([]int32, 2), make([]int16, 16), make([]int8, 31)) },
		} {
			func() {
				defer func() {
					if recover() == nil {
						t.Errorf("%s takes lengths that do not fit together", name)
					}
				}()
				call()
			}()
		}
	})
}
