package score_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

func says(kind knowledge.AnswerKind, text string, cites ...knowledge.Citation) knowledge.Answer {
	return knowledge.Answer{Kind: kind, Lead: text, Citations: cites}
}

func TestVerdict(t *testing.T) {
	must := [][]string{{"crowns"}, {"31,400", "31 400"}}
	for name, c := range map[string]struct {
		q    score.Question
		a    knowledge.Answer
		want string
	}{
		"right":                         {score.Question{Expect: "answer", Must: must}, says(knowledge.Answered, "31,400 crowns"), ""},
		"another of the group":          {score.Question{Expect: "answer", Must: must}, says(knowledge.Answered, "31 400 Crowns"), ""},
		"one group of two":              {score.Question{Expect: "answer", Must: must}, says(knowledge.Answered, "many crowns"), "lacks 31,400 | 31 400"},
		"three of a long group":         {score.Question{Expect: "answer", Must: [][]string{{"a1", "b1", "c1", "d1"}}}, says(knowledge.Answered, "x"), "lacks a1 | b1 | c1"},
		"refused":                       {score.Question{Expect: "answer", Must: must}, says(knowledge.Refuse, "no"), "refuse, expected answer"},
		"refused as expected":           {score.Question{Expect: "refuse", Must: must}, says(knowledge.Refuse, "no"), ""},
		"answered what it cannot":       {score.Question{Expect: "refuse"}, says(knowledge.Answered, "yes"), "answer, expected refuse"},
		"accepted instead":              {score.Question{Expect: "refuse", Accept: []string{"clarify"}}, says(knowledge.Clarify, "which?"), ""},
		"accepted answer has its must":  {score.Question{Expect: "clarify", Accept: []string{"answer"}, Must: must}, says(knowledge.Answered, "both"), "lacks crowns"},
		"accepted help needs no must":   {score.Question{Expect: "refuse", Accept: []string{"help"}, Must: must}, says(knowledge.Help, "hello"), ""},
		"expected help has its must":    {score.Question{Expect: "help", Must: must}, says(knowledge.Help, "hello"), "lacks crowns"},
		"says what it must not":         {score.Question{Expect: "answer", MustNot: []string{"72,500"}}, says(knowledge.Answered, "72,500"), `says "72,500"`},
		"refuses with what it must not": {score.Question{Expect: "refuse", MustNot: []string{"Norway"}}, says(knowledge.Refuse, "not NORWAY"), `says "Norway"`},
		"must not comes first":          {score.Question{Expect: "refuse", MustNot: []string{"x"}}, says(knowledge.Answered, "x"), `says "x"`},
		"as long as allowed":            {score.Question{Expect: "answer", Kind: "fact"}, says(knowledge.Answered, strings.Repeat("é", 1000)), ""},
		"one too long":                  {score.Question{Expect: "answer", Kind: "fact"}, says(knowledge.Answered, strings.Repeat("é", 1001)), "too long: 1001 characters"},
		"a list as long as any":         {score.Question{Expect: "answer", Kind: "list"}, says(knowledge.Answered, strings.Repeat("é", knowledge.MaxAnswer)), ""},
		"a comparison too long":         {score.Question{Expect: "answer", Kind: "comparison"}, says(knowledge.Answered, strings.Repeat("é", knowledge.MaxAnswer+1)), "too long: 2001 characters"},
		"a long refusal is no matter":   {score.Question{Expect: "refuse"}, says(knowledge.Refuse, strings.Repeat("é", knowledge.MaxAnswer+1)), ""},
	} {
		if got := score.Verdict(c.q, c.a, true); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestVerdictReadsAll expects points, cells and labels to be read, not only the lead.
func TestVerdictReadsAll(t *testing.T) {
	a := knowledge.Answer{Kind: knowledge.Answered, Columns: []string{"Pilot"}, Points: []knowledge.Point{
		{Label: "Danger", Cells: []knowledge.Cell{{Text: "the rope ladder"}}}}, Also: []knowledge.Point{{Text: "wet feet"}}}
	q := score.Question{Expect: "answer", Must: [][]string{{"danger"}, {"rope ladder"}, {"wet feet"}}}
	if got := score.Verdict(q, a, false); got != "" {
		t.Error(got)
	}
	q.MustNot = []string{"ladder"}
	if got := score.Verdict(q, a, false); got != `says "ladder"` {
		t.Errorf("%q", got)
	}
}

// TestVerdictOnSections expects the first citation to be a gold section.
func TestVerdictOnSections(t *testing.T) {
	q := score.Question{Expect: "answer", Gold: []score.Gold{{Doc: "keeper", Section: "Pay and “perks”"}, {Doc: "pilot", Section: "Work > Pay"}, {Doc: "tides"}}}
	for name, c := range map[string]struct {
		cites []knowledge.Citation
		right bool
	}{
		"the section":         {[]knowledge.Citation{{Doc: "keeper.md", Section: "Pay and \"perks\""}}, true},
		"inside another":      {[]knowledge.Citation{{Doc: "pilot.txt", Section: "Work > PAY"}}, true},
		"all of a document":   {[]knowledge.Citation{{Doc: "tides.md", Section: "Springs"}}, true},
		"second only":         {[]knowledge.Citation{{Doc: "pilot.txt", Section: "Duties"}, {Doc: "pilot.txt", Section: "Pay"}}, false},
		"of another document": {[]knowledge.Citation{{Doc: "a-pilot.txt", Section: "Pay"}}, false},
		"around it":           {[]knowledge.Citation{{Doc: "pilot.txt", Section: "Pay > Bonus"}}, false},
		"beginning like it":   {[]knowledge.Citation{{Doc: "pilot.txt", Section: "Payment"}}, false},
		"the other one's":     {[]knowledge.Citation{{Doc: "keeper.md", Section: "Pay"}}, false},
		"nothing cited":       {nil, false},
	} {
		a := says(knowledge.Answered, "x", c.cites...)
		if got := score.Verdict(q, a, true); (got == "") != c.right {
			t.Errorf("%s: %q", name, got)
		}
		if got := score.Verdict(q, a, false); got != "" {
			t.Errorf("%s: %q, though sections do not matter", name, got)
		}
	}
	q.Gold = nil
	if got := score.Verdict(q, says(knowledge.Answered, "x"), true); got != "" {
		t.Errorf("without gold: %q", got)
	}
}
