package nearest

import (
	"cmp"
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

func TestNearest(t *testing.T) {
	const width, n, k = 64, 3000, 10
	r := rand.New(rand.NewPCG(1, 2))
	query := random(r, width)
	var vectors [][]float32
	for range n {
		vectors = append(vectors, random(r, width))
	}
	vectors[1234] = query
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(cosine(query, vectors[j]), cosine(query, vectors[i])) })

	hits := set(t, width, vectors).Nearest(query, k, nil)
	if len(hits) != k || hits[0].Row != 1234 {
		t.Fatalf("the nearest of %d are %v, the first should be 1234", len(hits), hits)
	}
	for i, h := range hits {
		if want := cosine(query, vectors[h.Row]); math.Abs(float64(h.Cosine)-want) > 0.01 {
			t.Errorf("hit %d: cosine %.4f, want %.4f", i, h.Cosine, want)
		}
		if i > 0 && h.Cosine > hits[i-1].Cosine {
			t.Errorf("hit %d is nearer than the one before", i)
		}
		if !slices.Contains(order[:k+2], h.Row) {
			t.Errorf("hit %d is row %d, which is not among the nearest", i, h.Row)
		}
	}
}

func TestKeep(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	query := random(r, 32)
	s := set(t, 32, [][]float32{query, random(r, 32), query, random(r, 32), query})
	rows := func(hits []Hit) (rows []int) {
		for _, h := range hits {
			rows = append(rows, h.Row)
		}
		return rows
	}
	if got := rows(s.Nearest(query, 3, nil)); !slices.Equal(got, []int{0, 2, 4}) {
		t.Errorf("of equals the first come first: got %v", got)
	}
	if got := rows(s.Nearest(query, 1, nil)); !slices.Equal(got, []int{0}) {
		t.Errorf("one of equals is the first: got %v", got)
	}
	if got := rows(s.Nearest(query, 5, func(row int) bool { return row%2 == 0 && row > 0 })); !slices.Equal(got, []int{2, 4}) {
		t.Errorf("got %v, want what is kept only", got)
	}
}

func TestNothingToFind(t *testing.T) {
	empty := set(t, 16, nil)
	if hits := empty.Nearest(make([]float32, 16), 3, nil); len(hits) != 0 {
		t.Errorf("a set without vectors has %v", hits)
	}
	s := set(t, 16, [][]float32{make([]float32, 16), {0: 1, 15: 0}})
	if s.Len() != 2 {
		t.Errorf("%d vectors, want 2", s.Len())
	}
	for name, q := range map[string][]float32{"no direction": make([]float32, 16), "no number": {0: float32(math.NaN()), 15: 0}, "no end": {0: float32(math.Inf(1)), 15: 0}} {
		for _, h := range s.Nearest(q, 2, nil) {
			if h.Cosine != 0 {
				t.Errorf("%s: cosine %v, want 0", name, h.Cosine)
			}
		}
	}
	if hits := s.Nearest(make([]float32, 32), 2, nil); hits != nil {
		t.Errorf("a vector of another width has %v", hits)
	}
	if hits := s.Nearest(make([]float32, 16), 0, nil); hits != nil {
		t.Errorf("none are asked for, %v found", hits)
	}
}

func TestSizesThatDoNotFit(t *testing.T) {
	for _, c := range []struct{ width, rows, scales int }{{0, 0, 0}, {20, 20, 1}, {528, 528, 1}, {16, 17, 1}, {16, 0, 1}} {
		if _, err := New(c.width, make([]int8, c.rows), make([]float32, c.scales)); err == nil {
			t.Errorf("%d bytes for %d vectors of %d are taken", c.rows, c.scales, c.width)
		}
	}
}

// BenchmarkNearest is a search among a million vectors.
func BenchmarkNearest(b *testing.B) {
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
		s.Nearest(query, 50, nil)
		least = min(least, time.Since(start))
	}
	b.ReportMetric(least.Seconds()*1e3, "ms-at-best")
}
