package answer_test

import (
	"slices"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// TestWhyReading shows what was understood of a question.
func TestWhyReading(t *testing.T) {
	for _, c := range []struct {
		docs, q, facet, intent string
		roles                  []string
		assumed                bool
	}{
		{"guides", "Salary of a TPM in India", "salary", "fact", []string{"Technical Product Manager"}, false},
		{"guides", "How do I become a TPM?", "path", "how-to", []string{"Technical Product Manager"}, false},
		{"guides", "TPM vs PM?", "difference", "compare", []string{"Technical Product Manager", "Product Manager"}, false},
		{"guides", "what is the salary?", "salary", "define", []string{"Technical Product Manager"}, true},
		{"guides", "What types of TPM are there?", "types", "list", []string{"Technical Product Manager"}, false},
		{"harbour", "Is a pilot well paid?", "salary", "yes/no", []string{"Harbour Pilot"}, false},
		{"harbour", "keeper vs pilot", "difference", "compare", []string{"Lighthouse Keeper", "Harbour Pilot"}, false},
	} {
		w := open(t, c.docs).ask(t, c.q).Why
		if w == nil {
			t.Errorf("%q: no explanation", c.q)
			continue
		}
		if w.Facet != c.facet || w.Intent != c.intent || !slices.Equal(w.Roles, c.roles) || w.Assumed != c.assumed {
			t.Errorf("%q: read as %s, %s, %v, assumed: %v", c.q, w.Facet, w.Intent, w.Roles, w.Assumed)
		}
	}
}

// TestWhyWeighed shows which words carried a question, what was weighed, and why
// it was said or not.
func TestWhyWeighed(t *testing.T) {
	lib := open(t, "guides")
	a := lib.ask(t, "does a TPM use Jira in sprint planning?")
	if a.Why == nil {
		t.Fatal("no explanation")
	}
	met := map[string]bool{}
	for _, term := range a.Why.Terms {
		met[term.Text] = term.Met
		if term.Weight <= 0 {
			t.Errorf("%q carries the question with %v", term.Text, term.Weight)
		}
	}
	if is, there := met["jira"]; !there || is {
		t.Errorf("jira should be a word that is not met: %v", met)
	}
	if !met["sprint"] {
		t.Errorf("sprint should be met: %v", met)
	}
	if len(a.Why.Signals) == 0 || len(a.Why.Considered) == 0 {
		t.Errorf("a refusal without signals or passages: %+v", a.Why)
	}
	for name, v := range a.Why.Signals {
		if v < 0 || v > 1 {
			t.Errorf("the signal %q is %v", name, v)
		}
	}
}

func TestWhyConsidered(t *testing.T) {
	lib := open(t, "guides")
	sources := score.SourcesOf(lib.docs)
	for _, q := range []string{"How are releases overseen?", "Which personality traits help a TPM with remote work?", "What does a TPM do about regulatory compliance?"} {
		a := lib.ask(t, q)
		if a.Why == nil || len(a.Why.Considered) < 2 {
			t.Errorf("%q: nothing to compare: %+v", q, a.Why)
			continue
		}
		said, last := 0, a.Why.Considered[0].Score
		for _, c := range a.Why.Considered {
			if c.Score > last {
				t.Errorf("%q: %v stands after %v", q, c.Score, last)
			}
			last = c.Score
			if c.Said == (c.Why != "") {
				t.Errorf("%q: said: %v, because %q", q, c.Said, c.Why)
			}
			if c.Said {
				said++
			}
			if err := sources.Check(knowledge.Answer{Kind: knowledge.Answered, Lead: c.Text, LeadCites: []int{0}, Citations: []knowledge.Citation{c.Citation}}); err != nil {
				t.Errorf("%q: %v", q, err)
			}
		}
		if a.Kind == knowledge.Answered && a.Shape == knowledge.Prose && said == 0 {
			t.Errorf("%q: none of what was weighed was said", q)
		}
	}
}

// TestSmallTalkNeedsNoWhy holds the promise of Answer.Why.
func TestSmallTalkNeedsNoWhy(t *testing.T) {
	for _, q := range []string{"", "hi", "thanks!", "what can you do?", "bye"} {
		if a := open(t, "guides").ask(t, q); a.Kind != knowledge.Help || a.Why != nil || a.Text() == "" {
			t.Errorf("%q: %s %q, explained: %v", q, a.Kind, a.Text(), a.Why != nil)
		}
	}
}
