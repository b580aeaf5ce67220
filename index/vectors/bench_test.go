package vectors

import (
	"math/rand/v2"
	"testing"

	"careeradvisor/knowledge/encoder/nearest"
)

// BenchmarkCompare compares a question with 45,000 passages, which have 65,000 texts, and with
// 1,000 asks.
func BenchmarkCompare(b *testing.B) {
	const width, passages, more, asks = 384, 45_000, 20_000, 1_000
	s := &Set{made: Made{Width: width}}
	for i := range passages {
		for range 1 + min(1, max(0, more-i)) {
			s.places = append(s.places, place{int32(i), 0, 10})
		}
	}
	for i := range asks {
		s.places = append(s.places, place{int32(passages + i), 0, 10})
	}
	r := rand.New(rand.NewPCG(1, 2))
	s.rows, s.scales = make([]int8, len(s.places)*width), make([]float32, len(s.places))
	for i := range s.rows {
		s.rows[i] = int8(r.Uint32())
	}
	for i := range s.scales {
		s.scales[i] = 1.0 / 1500
	}
	var err error
	if s.near, err = nearest.New(width, s.rows, s.scales); err != nil {
		b.Fatal(err)
	}
	query := make([]float32, width)
	for i := range query {
		query[i] = float32(r.NormFloat64())
	}
	b.ReportAllocs()
	for b.Loop() {
		s.compare(query, passages, asks)
	}
}
