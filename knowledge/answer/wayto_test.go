package answer_test

import (
	"slices"
	"strings"
	"testing"
)

// TestWayTo: of two roles that a question on the way names, the order of the words
// tells which is to be reached.
func TestWayTo(t *testing.T) {
	const keeper, pilot = "Lighthouse Keeper", "Harbour Pilot"
	for _, c := range []struct {
		q, facet, says string
		roles          []string
	}{
		{"Can a harbour pilot become a lighthouse keeper?", "path", "nine-month keeper's course", []string{keeper}},
		{"can a keeper become a pilot?", "path", "time at a lighthouse does not count", []string{pilot}},
		{"How do I get from pilot to keeper?", "path", "nine-month keeper's course", []string{keeper}},
		{"how to switch to harbour pilot from lighthouse keeper", "path", "", []string{pilot}},
		{"as a pilot, how would I become a keeper?", "path", "nine-month keeper's course", []string{keeper}},
		{"should I become a keeper or a pilot?", "difference", "Place of work", []string{keeper, pilot}},
		{"become either a pilot or a keeper?", "difference", "Place of work", []string{pilot, keeper}},
		{"How do I become a pilot?", "path", "eighteen months", []string{pilot}},
	} {
		a := open(t, "harbour").ask(t, c.q)
		if a.Why == nil || a.Why.Facet != c.facet || !slices.Equal(a.Why.Roles, c.roles) {
			t.Errorf("%q is read as %+v", c.q, a.Why)
		}
		if !strings.Contains(a.Text(), c.says) {
			t.Errorf("%q: %s", c.q, a.Text())
		}
	}
}
