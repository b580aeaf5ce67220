package score_test

import (
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// TestSources checks answers against a document.
func TestSources(t *testing.T) {
	s := score.SourcesOf([]knowledge.Document{{ID: "pilot.md", Sections: []knowledge.Section{
		{Path: []string{"Pay"}, Passages: []knowledge.Passage{{Text: "A pilot earns 90 coins. So it is."}}},
		{Path: []string{"Pay", "Bonus"}, Passages: []knowledge.Passage{{Text: "A free boat"}, {Text: "and a hat"}}}}}})
	cites := []knowledge.Citation{{Doc: "pilot.md", Section: "Pay"}, {Doc: "pilot.md", Section: "Pay > Bonus"}}
	says := func(text string, at ...int) []knowledge.Point { return []knowledge.Point{{Text: text, Cites: at}} }
	for name, c := range map[string]struct {
		a    knowledge.Answer
		good bool
	}{
		"a sentence":               {knowledge.Answer{Points: says("A pilot earns 90 coins.", 0)}, true},
		"in one of two":            {knowledge.Answer{Points: says("and a hat", 0, 1)}, true},
		"other words":              {knowledge.Answer{Points: says("A pilot earns 40 coins.", 0)}, false},
		"another section":          {knowledge.Answer{Points: says("and a hat", 0)}, false},
		"across passages":          {knowledge.Answer{Points: says("A free boat and a hat", 1)}, false},
		"without a source":         {knowledge.Answer{Points: says("and a hat")}, false},
		"a lead of the document's": {knowledge.Answer{Lead: "So it is.", LeadCites: []int{0}}, true},
		"a lead that is not":       {knowledge.Answer{Lead: "So be it.", LeadCites: []int{0}}, false},
		"a lead of our own":        {knowledge.Answer{Lead: "So they say:"}, true},
		"a cell":                   {knowledge.Answer{Points: []knowledge.Point{{Cells: []knowledge.Cell{{Text: "A free hat", Cites: []int{1}}}}}}, false},
		"said after":               {knowledge.Answer{Also: says("a bat", 1)}, false},
		"inside a point":           {knowledge.Answer{Points: []knowledge.Point{{Label: "Pay", Inside: says("a bat", 1)}}}, false},
		"a label":                  {knowledge.Answer{Points: []knowledge.Point{{Label: "anything"}}}, true},
	} {
		c.a.Kind, c.a.Citations = knowledge.Answered, cites
		if err := s.Check(c.a); (err == nil) != c.good {
			t.Errorf("%s: %v", name, err)
		}
		if c.a.Kind = knowledge.Refuse; s.Check(c.a) != nil {
			t.Errorf("%s: a refusal has no sources", name)
		}
	}
}
