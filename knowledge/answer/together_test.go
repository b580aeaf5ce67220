package answer_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// TestAskedTogether asks one engine from many goroutines and wants the answers
// that it gives one at a time. Each starts at another question.
func TestAskedTogether(t *testing.T) {
	lib, err := build(open(t, "harbour").docs) // nothing in it is warm
	if err != nil {
		t.Fatal(err)
	}
	qs := []knowledge.Question{
		{Text: "What is a lighthouse keeper?"}, {Text: "pilot vs keeper"}, {Text: "How do I become a pilot?"}, {Text: "what do they earn?"},
		{Text: "and the pay?", Earlier: []string{"What is a harbour pilot?"}}, {Text: "what does a nurse earn?"}, {Text: "hello"},
		{Text: "how tal is teh lighthous?"}, {Text: "list the duties of a keeper"}, {Text: "Which licence is for tankers?"},
	}
	const askers = 24
	got := make([][]knowledge.Answer, askers)
	errs := make([]error, askers)
	var wg sync.WaitGroup
	for i := range askers {
		wg.Go(func() {
			got[i] = make([]knowledge.Answer, len(qs))
			for k := range qs {
				n := (i + k) % len(qs)
				a, err := lib.engine.Answer(t.Context(), qs[n])
				if err != nil {
					errs[i] = err
				}
				got[i][n] = a
			}
		})
	}
	wg.Wait()
	for n, q := range qs {
		alone, err := open(t, "harbour").engine.Answer(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range askers {
			if errs[i] != nil {
				t.Fatal(errs[i])
			}
			if diff := cmp.Diff(alone, got[i][n]); diff != "" {
				t.Fatalf("%q, asked with others: %s", q.Text, diff)
			}
		}
	}
}
