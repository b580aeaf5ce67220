package score_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

func counted(rights ...bool) *score.Tally {
	t := new(score.Tally)
	for i, right := range rights {
		t.Count(score.Question{Kind: "fact", Expect: "answer"}, says(knowledge.Answered, strings.Repeat("é", 10*(i+1))), right)
	}
	t.Count(score.Question{Kind: "offtopic", Expect: "refuse"}, says(knowledge.Refuse, strings.Repeat("long", 100)), true)
	return t
}

func TestTallyPrint(t *testing.T) {
	var got bytes.Buffer
	counted(true, false, false).Print(&got)
	want := `all                     2 of    4   50.0 %
expect answer           1 of    3   33.3 %
expect refuse           1 of    1  100.0 %
kind fact               1 of    3   33.3 %
kind offtopic           1 of    1  100.0 %
median answer length 20 characters
`
	if diff := cmp.Diff(want, trimmed(got.String())); diff != "" {
		t.Error(diff)
	}
}

func TestTalliesSideBySide(t *testing.T) {
	var got bytes.Buffer
	score.Print(&got, []string{"words", "both"}, []*score.Tally{counted(false), counted(true)})
	lines := strings.Split(trimmed(got.String()), "\n")
	if f := strings.Fields(lines[0]); !cmp.Equal(f, []string{"words", "both"}) {
		t.Errorf("the first line is %q", lines[0])
	}
	if diff := cmp.Diff("all                     1 of    2   50.0 %      2 of    2  100.0 %", lines[1]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"words: median answer length 10 characters", "both: median answer length 10 characters", ""}, lines[len(lines)-3:]); diff != "" {
		t.Error(diff)
	}
}

// TestEmptyTally divides nothing by nothing.
func TestEmptyTally(t *testing.T) {
	var tally score.Tally
	var got bytes.Buffer
	tally.Print(&got)
	if got.Len() > 0 || tally.Share("all") != 0 {
		t.Errorf("%q, %v", got.String(), tally.Share("all"))
	}
	if c := counted(true, true, false); c.Share("kind fact") < 0.66 || c.Share("kind fact") > 0.67 || c.Share("kind none") != 0 {
		t.Errorf("shares %v and %v", c.Share("kind fact"), c.Share("kind none"))
	}
}

// trimmed is text without spaces at the ends of lines.
func trimmed(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}
