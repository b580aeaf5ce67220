package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// frequentDocs are the built-in guides and what somebody wrote on questions that are
// asked often.
func frequentDocs(t *testing.T) library {
	t.Helper()
	docs := open(t, "guides").docs
	for id, text := range map[string]string{
		"faq.md": "# Questions\n\n## Can I work from home?\n\nYes, two days a week. Ask first.\n\nNot in the first month.\n\n" +
			"## Where can I park?\n\nBehind the house.\n\n## What does it cost?\n\nNothing at all.\n\n" +
			"## Which days are free?\n\n| day | free |\n|---|---|\n| Sunday | yes |\n",
		"new.md": "# How do I apply internally?\n\nIt takes a month.\n\n1. Talk to your manager.\n2. Fill in the form.\n3. Wait for the call.\n\nYou hear from us in any case.\n",
		"pay.md": "# What does a TPM earn in Berlin?\n\nBetween 70,000 and 90,000 euros.\n",
	} {
		d, err := new(load.Parser).Parse(t.Context(), load.File{ID: id, Name: id, Data: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs[:len(docs):len(docs)], d)
	}
	lib, err := build(docs)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestAHeadingThatAsksTheSameAnswers(t *testing.T) {
	lib := frequentDocs(t)
	for question, want := range map[string]string{
		"Can I work from home?":                 "Yes, two days a week. Ask first.\nNot in the first month.",
		"can people work from home":             "Yes, two days a week. Ask first.\nNot in the first month.",
		"is remote work allowed?":               "Yes, two days a week. Ask first.\nNot in the first month.",
		"Where do I park?":                      "Behind the house.",
		"How can I apply for an internal role?": "It takes a month.\n1. Talk to your manager.\n2. Fill in the form.\n3. Wait for the call.\nYou hear from us in any case.",
		"TPM salary in Berlin?":                 "Between 70,000 and 90,000 euros.",
	} {
		a := lib.ask(t, question)
		if a.Kind != knowledge.Answered || a.Text() != want || len(a.Citations) != 1 {
			t.Errorf("%s: %s from %v:\n%s", question, a.Kind, a.Citations, a.Text())
		}
	}
	if a := lib.ask(t, "How do I apply internally?"); a.Shape != knowledge.Steps || len(a.Points) != 3 {
		t.Errorf("no steps: %+v", a)
	}
}

// TestAHeadingThatAsksSomethingElse: another place, role, table, or what a heading
// says only together with the one above it.
func TestAHeadingThatAsksSomethingElse(t *testing.T) {
	lib := frequentDocs(t)
	for question, not := range map[string]string{
		"What does a TPM earn in Paris?": "70,000",
		"What does a TPM earn?":          "70,000",
		"What does it cost to park?":     "Nothing at all.",
		"Can I work from the moon?":      "two days",
	} {
		if a := lib.ask(t, question); a.Kind == knowledge.Answered && strings.HasPrefix(a.Text()+"\n", not) {
			t.Errorf("%s: %s", question, a.Text())
		}
	}
	if a := lib.ask(t, "Which days are free?"); strings.Contains(a.Text(), "| ") {
		t.Errorf("a table as text: %s", a.Text())
	}
}
