package rank_test

import (
	"context"
	"math"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// near1 compares scores that were computed in different orders.
func near1(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestScoreByHand(t *testing.T) {
	x, err := index.New([]knowledge.Document{{ID: "a", Title: "Bread", Sections: []knowledge.Section{
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
	// The text has 3 words where the average is 3.5, and the heading 2 where it is 1.5.
	text := 1 * 2 / (1 - 0.75 + 0.75*3/3.5)
	heading := 3 * 1 / (1 - 0.75 + 0.75*2/1.5)
	tf := text + heading
	want := math.Log(1+(2-1+0.5)/(1+0.5)) * tf * 2.2 / (1.2 + tf)
	if !near1(hits[0].Score, want) {
		t.Errorf("score %v, want %v", hits[0].Score, want)
	}
}
