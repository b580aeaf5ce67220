package index

import (
	"context"
	"math"
	"testing"

	"careeradvisor/knowledge"
)

// near1 compares scores computed in different orders.
func near1(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestScoreByHand(t *testing.T) {
	x, err := New([]knowledge.Document{{ID: "a", Title: "Bread", Sections: []knowledge.Section{
		{Path: []string{"Oven temperature"}, Passages: []knowledge.Passage{{ID: "a#1", Text: "Oven: hot oven."}}},
		{Path: []string{"Flour"}, Passages: []knowledge.Passage{{ID: "a#2", Text: "Grind grain, sieve flour."}}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	hits, err := x.Search(context.Background(), knowledge.Query{Text: "oven"})
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	// The text has 3 words of 3.5 on average, the heading 2 of 1.5.
	text := 1 * 2 / (1 - 0.75 + 0.75*3/3.5)
	heading := 3 * 1 / (1 - 0.75 + 0.75*2/1.5)
	tf := text + heading
	want := math.Log(1+(2-1+0.5)/(1+0.5)) * tf * 2.2 / (1.2 + tf)
	if !near1(hits[0].Score, want) {
		t.Errorf("score %v, want %v", hits[0].Score, want)
	}
}

// Bleve keeps the length of a field as it is; its norm is 1/√length.
func TestLengthIsExact(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 99, 1000, 12_345, 1_000_000} {
		norm := float64(float32(1 / math.Sqrt(float64(n))))
		if got := length(norm); got != float64(n) {
			t.Errorf("length of %d words comes back as %v", n, got)
		}
	}
	if got := length(0); got != 0 {
		t.Errorf("length without norm is %v", got)
	}
}

func TestIDFIsPositive(t *testing.T) {
	last := math.Inf(1)
	for n := range 11 {
		got := idf(n, 10)
		if got <= 0 || got >= last {
			t.Errorf("idf of a word in %d of 10 passages is %v after %v", n, got, last)
		}
		last = got
	}
}
