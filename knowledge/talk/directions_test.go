package talk

import (
	"flag"
	"math"
	"os"
	"testing"

	"careeradvisor/knowledge/encoder"
)

var update = flag.Bool("update", false, "write the vectors of the utterances anew")

// TestDirections compares the vectors in the binary with those that its weights make of the
// utterances.
func TestDirections(t *testing.T) {
	e, err := encoder.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	all := New(e.Query).said
	if *update {
		var out []byte
		for _, u := range all {
			out = append(out, signed(e.Query(u.text))...)
		}
		if err := os.WriteFile("utterances.vectors", out, 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("written; run the test again")
	}
	if len(directions) != len(all)*e.Width() {
		t.Fatalf("%d numbers for %d utterances", len(directions), len(all))
	}
	for i, u := range all {
		if cosine := likeness(e.Query(u.text), directions[i*e.Width():]); cosine < 0.99 {
			t.Errorf("the vector of %q has a cosine of %.3f to what the weights make of it", u.text, cosine)
		}
	}
}

// signed scales a vector to signed bytes.
func signed(v []float32) []byte {
	most, out := float32(0), make([]byte, len(v))
	for _, x := range v {
		most = max(most, x, -x)
	}
	for i, x := range v {
		out[i] = byte(int8(math.Round(float64(x / most * math.MaxInt8))))
	}
	return out
}
