package rank

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestBestOf(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		s := newScratch(random.IntN(60))
		var all []candidate
		for _, at := range random.Perm(len(s.score)) {
			s.score[at] = float64(random.IntN(8)) // many ties
			s.found = append(s.found, int32(at))
			if at < 5 || at >= 20 && at < 50 {
				all = append(all, candidate{int32(at), s.score[at]})
			}
		}
		n := 1 + random.IntN(20)
		got := bestOf(s, []Span{{0, 5}, {20, 50}}, n)
		slices.SortFunc(got, compareCandidates)
		slices.SortFunc(all, compareCandidates)
		want := all[:min(n, len(all))]
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(candidate{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("best %d (-want +got):\n%s", n, diff)
		}
	}
}
