package answer_test

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// parse makes a library of texts, each a file's name and what stands in it.
func parse(t *testing.T, files [][2]string) library {
	t.Helper()
	var fs []load.File
	for _, f := range files {
		fs = append(fs, load.File{ID: f[0], Data: []byte(f[1])})
	}
	docs, bad := new(load.Parser).ParseAll(t.Context(), fs, nil)
	if len(bad) > 0 {
		t.Fatal(bad[0])
	}
	lib, err := build(docs)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

const (
	inspector = "Bridge Inspector\n\nA bridge inspector looks at bridges.\n\nWhat a Bridge Inspector Does\n\nThe bridge inspector climbs and taps.\n"
	boatMan   = "Boat Inspector\n\nA boat inspector looks at boats.\n\nWhat a Boat Inspector Does\n\nThe boat inspector dives.\n"
)

// TestRolesAreFound finds the names of roles in documents of many makes.
func TestRolesAreFound(t *testing.T) {
	for _, c := range []struct {
		name  string
		files [][2]string
		role  string
		alias []string // it has these
		not   []string // and not these
	}{
		{name: "front matter, of any noun", files: [][2]string{{"a.md", "---\nrole: Night Wanderer\naliases: [rambler]\n---\n# Out at night\n\nA night wanderer walks.\n"}},
			role: "Night Wanderer", alias: []string{"rambler", "NW"}},
		{name: "title of a plain text", files: [][2]string{{"a.txt", inspector}}, role: "Bridge Inspector", alias: []string{"BI"}},
		{name: "headings where the title has none", files: [][2]string{{"a.md",
			"# High up\n\n## What a bridge inspector does\n\nThe inspector climbs.\n\n## How to become a bridge inspector\n\nLearn to climb.\n"}}, role: "Bridge Inspector"},
		{name: "a title that hires", files: [][2]string{{"a.md", "# Hiring bridge inspectors\n\nA bridge inspector climbs.\n"}}, role: "Bridge Inspector"},
		{name: "an alias in brackets", files: [][2]string{{"a.txt", inspector + "\nEvery bridge inspector (BRIN) has a hammer.\n"}}, role: "Bridge Inspector", alias: []string{"BRIN"}},
		{name: "a section of other names", files: [][2]string{{"a.md", "# Bridge Inspector\n\nClimbs.\n\n## Also known as\n\nspan checker, deck warden\n"}},
			role: "Bridge Inspector", alias: []string{"span checker", "deck warden"}},
		{name: "a sentence of another name", files: [][2]string{{"a.txt", inspector + "\nA bridge inspector is also called a span inspector.\n"}},
			role: "Bridge Inspector", alias: []string{"span inspector"}},
		{name: "initials that two share", files: [][2]string{{"a.txt", inspector}, {"b.txt", boatMan}}, role: "Boat Inspector", not: []string{"BI"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			roles := parse(t, c.files).engine.Roles()
			i := slices.IndexFunc(roles, func(r knowledge.Role) bool { return r.Name == c.role })
			if i < 0 {
				t.Fatalf("no %s among %v", c.role, roles)
			}
			for _, a := range c.alias {
				if !slices.Contains(roles[i].Aliases, a) {
					t.Errorf("no alias %q in %q", a, roles[i].Aliases)
				}
			}
			for _, a := range c.not {
				if slices.Contains(roles[i].Aliases, a) {
					t.Errorf("%q is no name of it alone", a)
				}
			}
		})
	}
}

func TestNoRoleIsFoundWhereNoneIs(t *testing.T) {
	lib := parse(t, [][2]string{{"tides.md", "# Tides\n\nThe sea rises twice a day.\n\n## Springs\n\nAt new moon it rises more.\n"}})
	if roles := lib.engine.Roles(); len(roles) > 0 {
		t.Errorf("found %v", roles)
	}
	if a := lib.ask(t, "How often does the sea rise?"); !strings.Contains(a.Text(), "twice a day") {
		t.Errorf("without roles it answers nothing: %s", a.Text())
	}
}

// TestRolesSetBeside finds roles that are only compared with those of a document.
func TestRolesSetBeside(t *testing.T) {
	const row = "|---|---|---|\n| Height | Over the river | Under the hill |\n"
	for name, section := range map[string]string{
		"in the heading": "## Bridge inspector vs tunnel guard\n\nThe bridge inspector sees the sky, the tunnel guard does not.\n",
		"in the columns": "## How the two compare: differences\n\n| | Bridge inspector | Tunnel guard |\n" + row,
	} {
		lib := parse(t, [][2]string{{"a.md", "# Bridge Inspector\n\nA bridge inspector looks at bridges.\n\n" + section}})
		roles := lib.engine.Roles()
		i := slices.IndexFunc(roles, func(r knowledge.Role) bool { return r.Name == "Tunnel Guard" })
		switch {
		case i < 1:
			t.Errorf("%s: no Tunnel Guard after the first of %v", name, roles)
		case len(roles[i].Docs) > 0:
			t.Errorf("%s: %v is about no tunnel guard", name, roles[i].Docs)
		}
	}
	if roles := open(t, "guides").engine.Roles(); len(roles) != 2 || roles[1].Name != "Product Manager" {
		t.Errorf("the guides are about one role and set another beside it: %v", roles)
	}
}

// TestRolesAreRecognised wants the same role behind every way of naming it.
func TestRolesAreRecognised(t *testing.T) {
	for role, qs := range map[string][]string{
		"Harbour Pilot": {"What does a harbour pilot earn?", "what do harbour pilots earn", "the pilot's pay", "what do pilots earn?", "channel pilot pay",
			"What do channel pilots earn?", "HARBOUR PILOT SALARY", "harbor pilot wages?"},
		"Lighthouse Keeper": {"What does a lighthouse keeper earn?", "keepers: salary?", "light keeper pay", "What are light keepers paid?"},
	} {
		for _, q := range qs {
			a := open(t, "harbour").ask(t, q)
			if a.Why == nil || !slices.Equal(a.Why.Roles, []string{role}) || a.Kind != knowledge.Answered {
				t.Errorf("%q: %s, want an answer about the %s: %s", q, a.Kind, role, a.Text())
			}
		}
	}
}

// TestOtherJobs refuses jobs that no document is about, and asks back where the
// initials are those of one that is.
func TestOtherJobs(t *testing.T) {
	for _, c := range []struct {
		q    string
		kind knowledge.AnswerKind
		says string
	}{
		{"what does an engineering manager earn?", knowledge.Refuse, "“engineering manager”"},
		{"how do I become a nurse", knowledge.Refuse, "“nurse”"},
		{"What do software engineers do?", knowledge.Refuse, "“software engineer”"},
		{"TPM vs data scientist?", knowledge.Refuse, "“data scientist”"},
		{"What is a technical program manager?", knowledge.Clarify, "not the technical program manager"},
		{"what do technical project managers do", knowledge.Clarify, "not the technical project manager"},
	} {
		a := open(t, "guides").ask(t, c.q)
		if a.Kind != c.kind || !strings.Contains(a.Text(), c.says) {
			t.Errorf("%q: %s, want %s that says %q: %s", c.q, a.Kind, c.kind, c.says, a.Text())
		}
		if len(a.Suggestions) == 0 {
			t.Errorf("%q: no way on is offered", c.q)
		}
	}
}
