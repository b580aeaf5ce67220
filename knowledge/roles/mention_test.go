package roles_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// yard are the documents of a yard with roles of many kinds.
func yard(t testing.TB) *roles.Index {
	t.Helper()
	return roles.New(parse(t,
		[2]string{"roles/tech-lead.md", "# Tech Lead\n\nA tech lead owns the system.\n"},
		[2]string{"roles/lead-welder.md", "# Lead Welder\n\nA lead welder checks every seam.\n"},
		[2]string{"roles/harbour-pilot.md", "# Harbour Pilot\n\nA harbour pilot guides ships. Harbour pilots are also called channel pilots.\n"},
		[2]string{"roles/tpm.md", "# Technical Program Manager (TPM)\n\nA TPM drives programs.\n"},
		[2]string{"roles/engineer.md", "# Engineer\n\nAn engineer builds. Security engineers do so with care.\n"},
		[2]string{"roles/senior-engineer.md", "# Senior Engineer (IC5)\n\nA senior engineer designs.\n"},
		[2]string{"roles/developer.md", "# Developer\n\n## D3 - Developer 3\n\nDesigns.\n\n## D4 - Developer 4\n\nOwns.\n"},
		[2]string{"roles/scrum-master.md", "# ScrumMaster\n\nA ScrumMaster helps the team.\n"},
		[2]string{"welder.md", "# Welder\n\nA welder joins steel.\n\n## Junior welder\n\nA junior welder learns.\n\n## Senior welder\n\nA senior welder teaches.\n"},
		[2]string{"painter.md", "# Painter\n\nA painter paints. As a painter you climb.\n\n## Senior Painter 1\n\nPaints roofs.\n\n## Senior Painter 2\n\nPaints domes.\n"},
		[2]string{"yard.md", "# Levels\n\n- Dock Painter 1: paints hulls.\n- Dock Painter 2: paints masts.\n"},
		[2]string{"surveyors.md", "# Surveyor levels\n\n## Level 1: Surveyor I\n\nLearns.\n\n## Level 2: Surveyor I\n\nMeasures.\n\n## Level 3: Surveyor II\n\nPlans.\n\n## Level 4: Surveyor II\n\nSigns.\n"},
		[2]string{"instructor.md", "# Instructor\n\nAn instructor teaches. As an instructor, you prepare.\n"},
		[2]string{"trainer.md", "# Instructor Trainer\n\nAn instructor trainer teaches instructors.\n"},
		[2]string{"active.md", "# Active Instructor Trainer\n\nAn active instructor trainer is paid. As an active instructor trainer, you teach.\n"},
		[2]string{"ladder.md", "# Mobile Engineering Framework\n\n## Level 1\n\nLearns.\n\n## Level 2\n\nBuilds.\n"},
	))
}

// TestNamesInATextAreFound expects those whom a question names, in the order of the text.
func TestNamesInATextAreFound(t *testing.T) {
	x := yard(t)
	for q, want := range map[string]string{
		"What does a tech lead do?":                "Tech Lead",
		"what do TECH LEADS do":                    "Tech Lead",
		"What does a lead welder earn?":            "Lead Welder",
		"who pays the lead welder's mate":          "Lead Welder",
		"What do harbor pilots earn?":              "Harbour Pilot",
		"channel pilot pay":                        "Harbour Pilot",
		"What does the pilot earn?":                "Harbour Pilot",
		"harbuor pilot or hrabour pliot":           "Harbour Pilot",
		"what does a T.P.M. do?":                   "Technical Program Manager",
		"is a tpm above an engineer":               "Technical Program Manager, Engineer",
		"tehcnical program mangaer":                "Technical Program Manager",
		"What does a senior engineer do?":          "Senior Engineer",
		"IC5 pay":                                  "Senior Engineer",
		"What does a developer 4 do?":              "Developer 4",
		"developer level 3 and level 4 developers": "Developer 3, Developer 4",
		"Developer IV":                             "Developer 4",
		"what is a D3":                             "Developer 3",
		"developer 9":                              "Developer",
		"scrum master duties":                      "ScrumMaster",
		"the scrummaster":                          "ScrumMaster",
		"What does a level 2 mobile engineer do?":  "Level 2",
		"What does mobile engineering do?":         "Mobile Engineering",
		"a security engineer":                      "Engineer",
		"junior vs senior welder":                  "Junior Welder, Senior Welder",
		"from a junior to a senior welder":         "Junior Welder, Senior Welder",
		"junior welder versus senior welder":       "Junior Welder, Senior Welder",
		"what does a senior eng do":                "Senior Engineer",
		"Is a tech writer a data sci?":             "",
		"what does a level 2 surveyor do":          "Level 2: Surveyor I",
		"Surveyor Level 3":                         "Level 3: Surveyor II",
		"surveyor II":                              "Level 3: Surveyor II, Level 4: Surveyor II",
		"instructor vs instructor trainer":         "Instructor, Instructor Trainer",
		"what does the trainer do":                 "Instructor Trainer",
		"instructor or trainer":                    "Instructor, Instructor Trainer",
		"surveyor 2 pay":                           "Level 3: Surveyor II, Level 4: Surveyor II",
		"how do I become a senior painter":         "Senior Painter 1, Senior Painter 2",
		"what does a senior painter 2 do":          "Senior Painter 2",
		"What does a dock painter do?":             "Dock Painter 1, Dock Painter 2",
		"tech leads and harbour pilots":            "Tech Lead, Harbour Pilot",
		"How many days of leave do I have?":        "",
		"Who leads the test?":                      "",
		"I lead a team of two":                     "",
		"What is a test pilot?":                    "",
	} {
		m := x.In(q)
		if got := strings.Join(said(x, m.Subjects()), ", "); got != want {
			t.Errorf("%q names %q, want %q", q, got, want)
		}
		for _, n := range m.Named {
			if n.From < 0 || n.To > len(q) || n.From >= n.To {
				t.Errorf("%q: a name from %d to %d", q, n.From, n.To)
			}
		}
	}
}

func said(x *roles.Index, of []roles.Subject) []string {
	var out []string
	for _, s := range of {
		out = append(out, x.Name(s))
	}
	return out
}

// TestJobsThatAreMissingAreFound expects the jobs that a question names but the documents do not
// have, and no word that only looks like a job.
func TestJobsThatAreMissingAreFound(t *testing.T) {
	x := yard(t)
	for q, want := range map[string]string{
		"What does a data engineer do?":          "data engineer",
		"how do I become a nurse":                "nurse",
		"What do nurses earn?":                   "nurse",
		"and a nurse?":                           "nurse",
		"salary of a pastry chef":                "pastry chef",
		"tech lead vs engineering manager":       "engineering manager",
		"What is a test pilot?":                  "test pilot",
		"What does a senior engineer do?":        "",
		"senior vs staff engineer":               "senior engineer, staff engineer",
		"harbour pilot or an astronaut?":         "astronaut",
		"ballerina versus the tech lead":         "ballerina",
		"a tech lead and pay":                    "",
		"does a tech lead fly or nah?":           "",
		"should I be a pilot or a ballerina":     "ballerina",
		"How do I become a good engineer?":       "",
		"is a master degree worth it":            "",
		"should I do a master or an mba":         "",
		"I want to keep hackers out":             "",
		"how much does a mid level person get":   "",
		"which server do I use for the printer?": "",
		"What would experienced engineers do?":   "",
		"where is the password manager":          "password manager",
		"A newspaper reporter just wrote to me about our project, where do I pass this along?":   "",
		"someone wants me to switch on an add-on that renames layers, do I have to ask anybody?": "",
		"Recruiters will quiz me about crews that I worked with, which ones exactly?":            "",
		"What are the promotion criteria for data engineers in the northern office?":             "data engineer",
		"How much money does a data engineer usually earn after five years?":                     "data engineer",
		"how many years at sea does a test pilot need before the yard lets him work alone?":      "test pilot",
	} {
		var got []string
		for _, f := range x.In(q).Foreign {
			got = append(got, f.Name)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %q is missing, want %q", q, s, want)
		}
	}
}

// TestAnotherRoleIsNoEvidence expects text about another role or level to be kept from a question,
// but not text about the role itself or about nobody.
func TestAnotherRoleIsNoEvidence(t *testing.T) {
	x := yard(t)
	of := func(q string) []roles.Subject { return x.In(q).Subjects() }
	for _, c := range []struct {
		asked, about string
		want         bool
	}{
		{"tech lead", "tech lead", true},
		{"tech lead", "lead welder", false},
		{"tech lead", "", true},
		{"", "tech lead", true},
		{"tech lead, harbour pilot", "harbour pilot", true},
		{"developer 3", "developer 3", true},
		{"developer 3", "developer 4", false},
		{"developer 3", "developer", true},
		{"developer", "developer 3", true},        // of the same page
		{"engineer", "senior engineer", false},    // has a page of its own
		{"senior engineer", "engineer", true},     // what holds for all engineers
		{"senior engineer", "developer 3", false}, // of another role
	} {
		if got := x.Keeps(of(c.asked), of(c.about)); got != c.want {
			t.Errorf("a question on %q keeps what is about %q: %v, want %v", c.asked, c.about, got, c.want)
		}
	}
}

// TestALevelIsTurnedTo expects the level of a role that a rank alone names.
func TestALevelIsTurnedTo(t *testing.T) {
	x := yard(t)
	s := x.In("engineer").Subjects()[0]
	if got := x.Name(x.Turn(s, text.Words("and a senior one?"))); got != "Senior Engineer" {
		t.Errorf("turned to %q", got)
	}
	if got := x.Turn(s, text.Words("and the pay?")); got != s {
		t.Errorf("turned to %q", x.Name(got))
	}
}

// TestAListSaysWhatDocumentsDoNot reads a roles.yaml.
func TestAListSaysWhatDocumentsDoNot(t *testing.T) {
	docs := parse(t,
		[2]string{"people.md", "# People\n\n## Ann's day\n\nShe opens gates.\n\n## Server\n\nServes.\n"},
		[2]string{"wanderer.md", "# Out at night\n\nWalks.\n"},
	)
	list, err := roles.ParseList([]byte(`roles:
  - name: lock keeper
    aliases: [LK, gate keeper]
    sections: ["people.md > Ann's day", "people.md > gone"]
  - name: Night Wanderer
    documents: [wanderer.md]
    levels: [{name: Junior Wanderer, aliases: [W1]}]
not: [Server]
`))
	if err != nil {
		t.Fatal(err)
	}
	x := roles.New(docs, list)
	for q, want := range map[string]string{"what does a gate keeper do": "Lock Keeper", "W1": "Junior Wanderer", "the night wanderers": "Night Wanderer"} {
		if got := strings.Join(said(x, x.In(q).Subjects()), ", "); got != want {
			t.Errorf("%q names %q, want %q", q, got, want)
		}
	}
	if got := names(x, x.About("people.md", 1)); got != "Lock Keeper" {
		t.Errorf("the section is about %q", got)
	}
	if got := names(x, x.About("wanderer.md", 0)); got != "Night Wanderer" {
		t.Errorf("the document is about %q", got)
	}
	if got := x.Missing(); !reflect.DeepEqual(got, []string{"people.md > gone"}) {
		t.Errorf("missing: %q", got)
	}
	if len(x.Roles()) != 2 {
		t.Errorf("found %+v", x.Roles())
	}
}

// TestABadListIsNamed expects a sentence about a list that cannot be read.
func TestABadListIsNamed(t *testing.T) {
	for _, bad := range []string{"roles: 3", "role:\n  - name: x\n", "roles:\n  - aliases: [x]\n", "roles:\n  - name: x\n    levels: [{aliases: [y]}]\n", ":", strings.Repeat("#", 2<<20)} {
		_, err := roles.ParseList([]byte(bad))
		var e *knowledge.Error
		if !errors.As(err, &e) || !strings.Contains(e.Say, roles.ListName) {
			t.Errorf("%.40q: %v", bad, err)
		}
	}
	if l, err := roles.ParseList(nil); err != nil || len(l.Roles) > 0 {
		t.Errorf("an empty list: %v, %v", l, err)
	}
}

// TestTheSameDocumentsGiveTheSameRoles builds twice.
func TestTheSameDocumentsGiveTheSameRoles(t *testing.T) {
	one, two := yard(t), yard(t)
	if !reflect.DeepEqual(one.Roles(), two.Roles()) {
		t.Errorf("%+v\nand\n%+v", one.Roles(), two.Roles())
	}
}

// FuzzRoles reads documents and texts of any kind.
func FuzzRoles(f *testing.F) {
	f.Add("Developer", "D3 - Developer 3 (IC5)", "A developer (DEV) builds, also known as coder or .", "what does a developer 3 do?")
	f.Add("Developer", "D4 - Developer 4", "A developer builds.", "D3 vs D4 developer, technical or D4 developer 4?")
	f.Add("VP of", "The role of the", "As a 's, ’s ()", "T.P.M. o'")
	f.Fuzz(func(t *testing.T, title, heading, body, q string) {
		d := knowledge.Document{ID: "d/x.md", Title: title, Role: q, Sections: []knowledge.Section{{Path: []string{title, heading}, Passages: []knowledge.Passage{
			{ID: "1", Doc: "d/x.md", Kind: knowledge.Item, Label: heading, Text: heading + ": " + body},
			{ID: "2", Doc: "d/x.md", Kind: knowledge.Row, Columns: []string{title, "L3"}, Cells: []string{heading, body}, Text: body, Group: 1},
		}}}}
		x := roles.New([]knowledge.Document{d, {ID: "e.md", Title: body, Sections: []knowledge.Section{{Path: []string{heading}}}}})
		for _, s := range []string{title, heading, body, q} {
			end := 0
			for _, n := range x.In(s).Named {
				if n.From < end || n.From >= n.To || n.To > len(s) || len(n.Subjects) == 0 {
					t.Fatalf("%q: %+v", s, n)
				}
				end = n.To
			}
			x.Opens(s)
		}
	})
}
