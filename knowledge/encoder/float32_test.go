package encoder

import (
	"cmp"
	"os"
	"slices"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

// TestAgainstFloat32 compares vectors and rankings of a whole collection with those
// of float32 arithmetic, which export/collection.py writes; ENCODER_REFERENCE names
// the file.
func TestAgainstFloat32(t *testing.T) {
	name := os.Getenv("ENCODER_REFERENCE")
	if name == "" {
		t.Skip("SKIPPED: ENCODER_REFERENCE does not name a file of export/collection.py.")
	}
	questions, passages := readCollection(t, name)
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			e, agree := full(t, k), 0.90
			if k.Levels == 255 {
				agree = 0.92
			}
			vectors := e.Passages(texts(passages))
			mean, least := spread(sample(vectors, 500), sample(passages, 500))
			if mean < 0.998 || least < 0.99 {
				t.Errorf("cosine to float32: mean %.5f, least %.5f; want 0.998 and 0.99", mean, least)
			}
			same := 0
			for _, q := range questions {
				want := nearest(q.Vector, len(passages), func(i int) []float32 { return passages[i].Vector })
				got := nearest(e.Query(q.Text), len(passages), func(i int) []float32 { return vectors[i] })
				for _, i := range got {
					if slices.Contains(want, i) {
						same++
					}
				}
			}
			share := float64(same) / float64(10*len(questions))
			if share < agree {
				t.Errorf("%.3f of the ten nearest are those of float32, want %v", share, agree)
			}
			t.Logf("%d passages, %d questions: cosine mean %.5f, least %.5f; of the ten nearest %.3f the same",
				len(passages), len(questions), mean, least, share)
		})
	}
}

func readCollection(t *testing.T, name string) (questions, passages []golden) {
	for _, g := range readGolden(t, name) {
		if g.Question {
			questions = append(questions, g)
		} else {
			passages = append(passages, g)
		}
	}
	return questions, passages
}

// sample returns about n of all, evenly spaced.
func sample[T any](all []T, n int) []T {
	var some []T
	for i := 0; i < len(all); i += max(1, len(all)/n) {
		some = append(some, all[i])
	}
	return some
}

func spread(vectors [][]float32, all []golden) (mean, least float64) {
	least = 1
	for i, v := range vectors {
		c := cosine(v, all[i].Vector)
		mean, least = mean+c/float64(len(vectors)), min(least, c)
	}
	return mean, least
}

// nearest are the numbers of the ten of n vectors that are nearest to v.
func nearest(v []float32, n int, vector func(i int) []float32) []int {
	order, cosines := make([]int, n), make([]float64, n)
	for i := range n {
		order[i], cosines[i] = i, cosine(v, vector(i))
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(cosines[j], cosines[i]) })
	return order[:10]
}
