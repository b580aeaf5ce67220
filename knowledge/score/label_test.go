package score

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

func TestLabel(t *testing.T) {
	in := func(section, text string) knowledge.Passage {
		return knowledge.Passage{Doc: "pilot.md", Section: []string{"Work", section}, Text: text}
	}
	passages := []knowledge.Passage{in("Pay", "90 coins"), in("Pay", "a boat"), in("Pay", "90 coins and a boat"), in("Leave", "90 coins and a boat"), in("Boat", "it is free")}
	for name, c := range map[string]struct {
		gold []Gold
		must [][]string
		want []float64
	}{
		"more is righter":       {[]Gold{{"pilot", "Pay"}}, [][]string{{"90", "ninety"}, {"boat"}}, []float64{0.25, 0.25, 0.5, 0, 0}},
		"some of a section":     {[]Gold{{"pilot", "Pay"}}, [][]string{{"coins"}}, []float64{0.5, 0, 0.5, 0, 0}},
		"in the heading":        {[]Gold{{"pilot", "Boat"}}, [][]string{{"boat"}}, []float64{0, 0, 0, 0, 1}},
		"none has it":           {[]Gold{{"pilot", "Pay"}}, [][]string{{"hat"}}, []float64{1. / 3, 1. / 3, 1. / 3, 0, 0}},
		"two sections":          {[]Gold{{"pilot", "Pay"}, {"pilot", "Work > Leave"}}, [][]string{{"boat"}}, []float64{0, 1. / 3, 1. / 3, 1. / 3, 0}},
		"in no gold section":    {[]Gold{{"keeper", "Pay"}}, [][]string{{"coins"}}, nil},
		"no gold section known": {nil, [][]string{{"coins"}}, nil},
	} {
		if diff := cmp.Diff(c.want, label(Question{Gold: c.gold, Must: c.must}, passages)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
