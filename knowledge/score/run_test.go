package score_test

import (
	"context"
	"errors"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// parrot repeats what it is asked, as if a document said it.
type parrot struct{ err error }

func (p parrot) Answer(_ context.Context, q knowledge.Question) (knowledge.Answer, error) {
	return knowledge.Answer{Kind: knowledge.Answered, Points: []knowledge.Point{{Text: q.Text, Cites: []int{0}}},
		Citations: []knowledge.Citation{{Doc: "a.md", Section: "Pay"}}}, p.err
}

func TestRun(t *testing.T) {
	qs := []score.Question{{ID: "1", Q: "90 coins", Expect: "answer", Gold: []score.Gold{{Doc: "a", Section: "Pay"}}},
		{ID: "2", Q: "40 coins", Expect: "answer", Gold: []score.Gold{{Doc: "b"}}}, {ID: "3", Q: "coins", Expect: "refuse"}}
	sources := score.SourcesOf([]knowledge.Document{{ID: "a.md", Sections: []knowledge.Section{{Path: []string{"Pay"}, Passages: []knowledge.Passage{{Text: "90 coins"}}}}}})
	for _, c := range []struct {
		opts  score.Options
		wrong string
		right int
	}{
		{score.Options{}, "3", 2},
		{score.Options{Sections: true}, "23", 1},
		{score.Options{Sources: sources}, "23", 1},
	} {
		wrong := ""
		c.opts.Wrong = func(q score.Question, a knowledge.Answer, why string) { wrong += q.ID }
		tally, err := score.Run(t.Context(), parrot{}, qs, c.opts)
		if err != nil || tally.Right["all"] != c.right || tally.Total["all"] != 3 || wrong != c.wrong {
			t.Errorf("%+v: %v, wrong are %q, %v", c.opts, tally, wrong, err)
		}
	}
	down := errors.New("down")
	if _, err := score.Run(t.Context(), parrot{down}, qs, score.Options{}); !errors.Is(err, down) {
		t.Errorf("an engine that fails: %v", err)
	}
}
