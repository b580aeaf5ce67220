package answer_test

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

// TestOtherRolesAnswerToo asks of two invented roles what people ask of any, and
// wants what their documents say, whole and in order.
func TestOtherRolesAnswerToo(t *testing.T) {
	for _, c := range []struct {
		name, q string
		earlier []string
		shape   knowledge.Shape
		inOrder []string // stand in the text in this order
		points  int      // how many there are; 0 for any number
		never   string
	}{
		{name: "definition", q: "What is a lighthouse keeper?", shape: knowledge.Prose,
			inOrder: []string{"looks after the light, the fog signal and the buildings"}},
		{name: "comparison", q: "Lighthouse keeper vs harbour pilot?", shape: knowledge.Table, points: 5,
			inOrder: []string{"Place of work", "At a lighthouse station on the coast", "On the bridge of visiting ships",
				"Biggest danger", "Storm seas over the landing stage", "Falling from the rope ladder"}},
		{name: "the same comparison the other way round", q: "pilot v keeper", shape: knowledge.Table, points: 5,
			inOrder: []string{"Harbour Pilot: On the bridge of visiting ships", "Lighthouse Keeper: At a lighthouse station"}},
		{name: "how-to from Markdown", q: "How do I become a lighthouse keeper?", shape: knowledge.Steps, points: 4,
			inOrder: []string{"1. Pass the eyesight", "2. Complete the nine-month", "3. Serve a probationary year", "4. Sit the oral examination"}},
		{name: "how-to from plain text", q: "how to become a pilot", shape: knowledge.Steps, points: 4,
			inOrder: []string{"1. Hold a master mariner's certificate", "2. Train for eighteen months", "3. Draw the chart", "4. Receive a third-class licence"}},
		{name: "list", q: "list the duties of a pilot", shape: knowledge.List, points: 4,
			inOrder: []string{"• Boarding", "• Passage plan", "• Manoeuvring", "• Reporting"}},
		{name: "list of sections", q: "What are the levels of a lighthouse keeper?", shape: knowledge.List, points: 2,
			inOrder: []string{"• Assistant keeper", "• Principal keeper"}},
		{name: "fact of one role", q: "What does a lighthouse keeper earn?", shape: knowledge.Prose,
			inOrder: []string{"31,400 crowns a year"}, never: "72,500"},
		{name: "fact of the other", q: "what do pilots earn?", shape: knowledge.Prose,
			inOrder: []string{"72,500 crowns a year"}, never: "31,400"},
		{name: "follow-up", q: "and what do they earn?", earlier: []string{"What is a harbour pilot?"}, shape: knowledge.Prose,
			inOrder: []string{"72,500 crowns a year"}, never: "31,400"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := open(t, "harbour").ask(t, c.q, c.earlier...)
			text := a.Text()
			if a.Kind != knowledge.Answered || a.Shape != c.shape {
				t.Fatalf("%s in the shape %q, want an answer in %q:\n%s", a.Kind, a.Shape, c.shape, text)
			}
			if c.points > 0 && len(a.Points) != c.points {
				t.Errorf("%d points, want %d:\n%s", len(a.Points), c.points, text)
			}
			rest := text
			for _, want := range c.inOrder {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("%q is missing or out of order in\n%s", want, text)
				}
				rest = after
			}
			if c.never != "" && strings.Contains(text, c.never) {
				t.Errorf("says %q, which is another role's:\n%s", c.never, text)
			}
		})
	}
}

// TestOtherRolesKnowTheirLimits asks of the invented roles what nothing answers.
func TestOtherRolesKnowTheirLimits(t *testing.T) {
	for _, c := range []struct {
		q     string
		kind  knowledge.AnswerKind
		names []string // stand in the text
	}{
		{"what does a ship's cook earn?", knowledge.Refuse, []string{"cook"}},
		{"pilot salary in Norway?", knowledge.Refuse, []string{"norway"}},
		{"How tall is the lighthouse?", knowledge.Refuse, nil},
		{"what do they earn?", knowledge.Clarify, []string{"harbour pilot", "lighthouse keeper"}},
		{"What is a technical product manager?", knowledge.Refuse, []string{"harbour pilot", "lighthouse keeper"}},
	} {
		a := open(t, "harbour").ask(t, c.q)
		if a.Kind != c.kind {
			t.Errorf("%q: %s, want %s:\n%s", c.q, a.Kind, c.kind, a.Text())
		}
		for _, n := range c.names {
			if !strings.Contains(strings.ToLower(a.Text()), n) {
				t.Errorf("%q: does not name %q: %s", c.q, n, a.Text())
			}
		}
		if len(a.Citations) > 0 {
			t.Errorf("%q: cites %v without answering", c.q, a.Citations)
		}
	}
}

// TestNothingOfOneSetInAnother tells that the engine has no role by heart.
func TestNothingOfOneSetInAnother(t *testing.T) {
	lib := open(t, "harbour")
	for _, q := range []string{"hello", "help", "What is a keeper?", "pilot vs keeper", "tell me more", "what does a nurse earn?", "do they use Jira?"} {
		a := lib.ask(t, q)
		said := strings.ToLower(a.Text() + strings.Join(a.Suggestions, " "))
		for _, never := range []string{"technical product", "tpm", "product manager", "emeritus"} {
			if strings.Contains(said, never) {
				t.Errorf("%q: the harbour's documents know nothing of %q: %s", q, never, said)
			}
		}
	}
}

// TestAnswersGoWithTheirDocument takes one document away.
func TestAnswersGoWithTheirDocument(t *testing.T) {
	all := open(t, "harbour")
	rest := slices.DeleteFunc(slices.Clone(all.docs), func(d knowledge.Document) bool { return d.ID == "lighthouse-keeper.md" })
	if len(rest) != len(all.docs)-1 {
		t.Fatal("the keeper's document is not there to take away")
	}
	without, err := build(rest)
	if err != nil {
		t.Fatal(err)
	}
	for q, figure := range map[string]string{
		"What does a lighthouse keeper earn?":     "31,400",
		"How do I become a lighthouse keeper?":    "eyesight",
		"How long are the watches of a keeper?":   "six hours",
		"What tools does a lighthouse keeper use": "sextant",
	} {
		if a := all.ask(t, q); a.Kind != knowledge.Answered || !strings.Contains(a.Text(), figure) {
			t.Errorf("%q: with its document %s without %q:\n%s", q, a.Kind, figure, a.Text())
		}
		a := without.ask(t, q)
		if strings.Contains(a.Text(), figure) {
			t.Errorf("%q: without its document still says %q:\n%s", q, figure, a.Text())
		}
		for _, c := range a.Citations {
			if c.Doc == "lighthouse-keeper.md" {
				t.Errorf("%q: cites a document that is gone", q)
			}
		}
	}
	if a := without.ask(t, "What does a pilot earn?"); !strings.Contains(a.Text(), "72,500") {
		t.Errorf("the pilot's pay went too:\n%s", a.Text())
	}
}
