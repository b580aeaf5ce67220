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
	tally := counted(true, false, false)
	tally.Count(score.Question{Kind: "fact", Expect: "answer", Gold: []score.Gold{{Doc: "pilot"}}},
		says(knowledge.Answered, "so", knowledge.Citation{Doc: "pilot.md"}, knowledge.Citation{Doc: "keeper.md"}), true)
	tally.Count(score.Question{Kind: "fact", Expect: "answer"}, says(knowledge.Refuse, "no"), false)
	tally.Count(score.Question{Kind: "fact", Expect: "answer", Accept: []string{"refuse"}}, says(knowledge.Refuse, "no"), true)
	score.Print(&got, nil, tally)
	want := `all                       4 of    7   57.1 %
expect answer             3 of    6   50.0 %
expect refuse             1 of    1  100.0 %
kind fact                 3 of    6   50.0 %
kind offtopic             1 of    1  100.0 %
wrong when answering      2 of    4   50.0 %
refused of answerable     1 of    6   16.7 %
median answer length 20 characters
focus 0.50 of an answer's citations are gold
`
	if diff := cmp.Diff(want, trimmed(got.String())); diff != "" {
		t.Error(diff)
	}
}

func TestTalliesSideBySide(t *testing.T) {
	var got bytes.Buffer
	score.Print(&got, []string{"words", "both"}, counted(false), counted(true))
	lines := strings.Split(trimmed(got.String()), "\n")
	if f := strings.Fields(lines[0]); !cmp.Equal(f, []string{"words", "both"}) {
		t.Errorf("the first line is %q", lines[0])
	}
	if diff := cmp.Diff("all                       1 of    2   50.0 %      2 of    2  100.0 %", lines[1]); diff != "" {
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
	score.Print(&got, nil, &tally)
	if strings.Contains(got.String(), "NaN") {
		t.Error(got.String())
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
