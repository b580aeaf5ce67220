package answer_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/score"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestScores keeps the scores of the question sets, and which questions are
// answered wrongly, in a golden file: a change that loses an answer shows in review.
func TestScores(t *testing.T) {
	var got bytes.Buffer
	for _, set := range sets {
		lib := open(t, set.docs)
		qs, err := score.Read(set.file)
		if err != nil {
			t.Fatal(err)
		}
		var all score.Tally
		fmt.Fprintf(&got, "# %s\n", set.file)
		for _, q := range qs {
			a := lib.ask(t, q.Q, q.Context...)
			why := score.Verdict(q, a, false)
			all.Count(q, a, why == "")
			if why != "" {
				fmt.Fprintf(&got, "wrong %s %s: %s\n", q.ID, q.Kind, why)
			}
		}
		all.Print(&got)
		fmt.Fprintln(&got)
	}
	const golden = "testdata/scores.golden"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("scores changed (accept with -update): %s", diff)
	}
}
