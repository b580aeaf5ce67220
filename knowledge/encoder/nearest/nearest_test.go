package nearest

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func random(r *rand.Rand, width int) []float32 {
	v := make([]float32, width)
	for i := range v {
		v[i] = float32(r.NormFloat64())
	}
	return v
}

func cosine(v, w []float32) float64 {
	var vw, vv, ww float64
	for i := range v {
		vw += float64(v[i]) * float64(w[i])
		vv += float64(v[i]) * float64(v[i])
		ww += float64(w[i]) * float64(w[i])
	}
	return vw / math.Sqrt(vv*ww)
}

func set(t testing.TB, width int, vectors [][]float32) *Set {
	t.Helper()
	var rows []int8
	var scales []float32
	for _, v := range vectors {
		rows, scales = Append(rows, scales, v)
	}
	s, err := New(width, rows, scales)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// cosines are those of all vectors of a set.
func cosines(s *Set, query []float32) (all []float32) {
	s.Compare(query, func(from int, some []float32) {
		if from != len(all) {
			panic("out of order")
		}
		all = append(all, some...)
	})
	return all
}

func TestCompare(t *testing.T) {
	const width, n = 64, 3*batch + 7
	r := rand.New(rand.NewPCG(1, 2))
	query := random(r, width)
	var vectors [][]float32
	for range n {
		vectors = append(vectors, random(r, width))
	}
	vectors[1234] = query
	got := cosines(set(t, width, vectors), query)
	if len(got) != n {
		t.Fatalf("%d cosines of %d vectors", len(got), n)
	}
	for i, v := range vectors {
		if want := cosine(query, v); math.Abs(float64(got[i])-want) > 0.01 {
			t.Errorf("vector %d: cosine %.4f, want %.4f", i, got[i], want)
		}
	}
	if got[1234] < 0.999 {
		t.Errorf("the query itself has cosine %.4f", got[1234])
	}
}

func TestNothingToCompare(t *testing.T) {
	if got := cosines(set(t, 16, nil), make([]float32, 16)); len(got) != 0 {
		t.Errorf("a set without vectors has %v", got)
	}
	s := set(t, 16, [][]float32{make([]float32, 16), {0: 1, 15: 0}})
	if s.Len() != 2 {
		t.Errorf("%d vectors, want 2", s.Len())
	}
	for name, q := range map[string][]float32{"no direction": make([]float32, 16), "no number": {0: float32(math.NaN()), 15: 0}, "no end": {0: float32(math.Inf(1)), 15: 0}} {
		if got := cosines(s, q); !slices.Equal(got, []float32{0, 0}) {
			t.Errorf("%s: cosines %v, want 0", name, got)
		}
	}
	if got := cosines(s, make([]float32, 32)); got != nil {
		t.Errorf("a vector of another width has %v", got)
	}
}

func TestSizesThatDoNotFit(t *testing.T) {
	for _, c := range []struct{ width, rows, scales int }{{0, 0, 0}, {20, 20, 1}, {528, 528, 1}, {16, 17, 1}, {16, 0, 1}} {
		if _, err := New(c.width, make([]int8, c.rows), make([]float32, c.scales)); err == nil {
			t.Errorf("%d bytes for %d vectors of %d are taken", c.rows, c.scales, c.width)
		}
	}
}

// BenchmarkCompare is one look at a million vectors.
func BenchmarkCompare(b *testing.B) {
	const width, n = 384, 1_000_000
	rows, scales := make([]int8, n*width), make([]float32, n)
	state := uint64(1)
	for i := range rows {
		state = state*6364136223846793005 + 1442695040888963407
		rows[i] = int8(state >> 56)
	}
	for i := range scales {
		scales[i] = 1.0 / 1500
	}
	s, err := New(width, rows, scales)
	if err != nil {
		b.Fatal(err)
	}
	query, least := random(rand.New(rand.NewPCG(5, 6)), width), time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		s.Compare(query, func(int, []float32) {})
		least = min(least, time.Since(start))
	}
	b.ReportMetric(least.Seconds()*1e3, "ms-at-best")
}
