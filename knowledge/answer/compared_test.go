package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// bakery speaks of one role, and of another only beside it.
const bakery = `# Pastry Chef: a guide

## What a pastry chef is

A pastry chef makes cakes, tarts and chocolate. A pastry chef usually reports to a bread baker with ten years in the house.

## A day of a pastry chef

A pastry chef's day begins at nine and ends at six.

## Duties

- **Sugar baker**: The pastry chef boils sugar and pulls it into ribbons.
- **Night bread baking**: The pastry chef helps at the ovens before feast days.

## Pastry chef and bread baker compared

A bread baker makes loaves and rolls, and knows flour best. A pastry chef decorates more than a bread baker does.

| | Bread baker | Pastry chef |
|---|---|---|
| Hours | From two in the morning | From nine in the morning |
| Material | Flour, water and salt | Sugar, butter and cocoa |
`

// TestARoleThatIsOnlyCompared is asked about: what stands in the documents of the
// other role is not said of it.
func TestARoleThatIsOnlyCompared(t *testing.T) {
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: "bakery.md", Name: "bakery.md", Data: []byte(bakery)})
	if err != nil {
		t.Fatal(err)
	}
	lib, err := build([]knowledge.Document{d})
	if err != nil {
		t.Fatal(err)
	}
	const is = "A bread baker makes loaves and rolls, and knows flour best.\n" +
		"• Hours: From two in the morning\n• Material: Flour, water and salt"
	for q, want := range map[string]string{
		"What is a bread baker?":                 is,
		"what does a bread baker do":             is,
		"tell me about bread bakers":             is,
		"Who does the bread baker report to?":    "",
		"What is a typical day of a bread baker": "",
		"Does a bread baker decorate?":           "A pastry chef decorates more than a bread baker does.",
		"does a bread baker use flour?":          "flour",
		"Who does a pastry chef report to?":      "reports to a bread baker",
	} {
		a := lib.ask(t, q)
		text := a.Text()
		if answered := a.Kind == knowledge.Answered; answered != (want != "") || !strings.Contains(text, want) {
			t.Errorf("%q: %s\n%s", q, a.Kind, text)
		}
		if strings.Contains(q, "bread") && (strings.Contains(text, "feast days") || strings.Contains(text, "begins at nine")) {
			t.Errorf("%q is answered by what another does:\n%s", q, text)
		}
	}
	for q, want := range map[string]string{
		"what is a product manager":                               "A traditional product manager is customer-facing",
		"who does the PM report to":                               "",
		"what is a typical day for a PM":                          "",
		"how much does a senior product manager make in new york": "",
		"is it hard to switch from engineer to PM":                "",
	} {
		a := open(t, "guides").ask(t, q)
		if answered := a.Kind == knowledge.Answered; answered != (want != "") || !strings.HasPrefix(a.Text(), want) {
			t.Errorf("%q: %s\n%s", q, a.Kind, a.Text())
		}
	}
}

// TestANameIsNoDeed: that documents say "manager" does not mean that they speak of managing.
func TestANameIsNoDeed(t *testing.T) {
	for q, want := range map[string]string{
		"Does a TPM manage people?": "manage cross-functional",
		"what does a TPM manage":    "manage cross-functional",
	} {
		if a := open(t, "guides").ask(t, q); !strings.Contains(a.Points[0].Text, want) {
			t.Errorf("%q: %s", q, a.Text())
		}
	}
}
