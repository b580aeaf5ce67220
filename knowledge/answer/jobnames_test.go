package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/score"
)

// TestNamesOfRolesAskNothing has roles whose names are made of words by which people
// ask: a "comparison analyst" compares nothing.
func TestNamesOfRolesAskNothing(t *testing.T) {
	for _, name := range []string{"Comparison Analyst", "Level Designer", "Path Planner", "Salary Clerk", "Interview Coach", "Career Change Consultant"} {
		var files []load.File
		for i, role := range []string{name, "Bridge Inspector"} {
			files = append(files, load.File{ID: fmt.Sprintf("%d.md", i), Data: fmt.Appendf(nil, "---\nrole: %s\n---\n# %s\n\nA %s looks after bridges and reads the plans.\n", role, role, strings.ToLower(role))})
		}
		docs, left := new(load.Parser).ParseAll(t.Context(), files, nil)
		if len(left) > 0 {
			t.Fatal(left)
		}
		lib, err := build(docs)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range []string{"%s or bridge inspector?", "bridge inspector vs %s", "from bridge inspector to %s", "can a bridge inspector become a %s?", "%s and bridge inspector", "list %s and bridge inspector"} {
			a := lib.ask(t, fmt.Sprintf(q, strings.ToLower(name)))
			if err := score.SourcesOf(docs).Check(a); err != nil {
				t.Errorf("%s: %v", q, err)
			}
		}
		a := lib.ask(t, "What is a "+name+"?")
		if a.Kind != knowledge.Answered || !strings.Contains(a.Text(), strings.ToLower(name)+" looks after bridges") || a.Why.Intent != "define" {
			t.Errorf("what is a %s: %s, asked by %s:\n%s", name, a.Kind, a.Why.Intent, a.Text())
		}
	}
}
