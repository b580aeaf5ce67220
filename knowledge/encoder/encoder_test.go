package encoder

import (
	"slices"
	"testing"

	"careeradvisor/knowledge/encoder/kernel"
)

func TestGoldenTiny(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			checkGolden(t, tiny(t, k), "testdata/golden-tiny.jsonl", 1, 0.9999, 0.9997)
		})
	}
}

func TestGolden(t *testing.T) {
	for _, k := range kernel.All() {
		t.Run(k.Name, func(t *testing.T) {
			every := 1
			if all := kernel.All(); k.Name == all[len(all)-1].Name {
				every = 4 // it takes seconds over what the others do in tenths of a second
			}
			checkGolden(t, full(t, k), "testdata/golden.jsonl", every, 0.999, 0.998)
		})
	}
}

// checkGolden compares ids one by one, and vectors by their cosines, since quantisation moves each
// vector a little, and each kernel moves it differently.
func checkGolden(t *testing.T, e *Encoder, name string, every int, mean, least float64) {
	var all []golden
	for i, g := range readGolden(t, name) {
		if i%every == 0 {
			all = append(all, g)
		}
	}
	vectors := e.Passages(texts(all))
	sum, worst := 0.0, 1.0
	for i, g := range all {
		if ids := e.tokens.Append(nil, passagePrefix+g.Text, e.model.positions); !slices.Equal(ids, g.IDs) {
			t.Errorf("ids of %q:\n got %v\nwant %v", g.Text, ids, g.IDs)
		}
		c := cosine(vectors[i], g.Vector)
		if sum, worst = sum+c, min(worst, c); c < least {
			t.Errorf("%q: cosine %.4f to the float32 vector, want %v", g.Text, c, least)
		}
	}
	if sum /= float64(len(all)); sum < mean {
		t.Errorf("mean cosine %.4f to the float32 vectors, want %v", sum, mean)
	}
	t.Logf("cosine to float32: mean %.5f, least %.5f", sum, worst)
}
