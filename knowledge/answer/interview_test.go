package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// names are the names of areas.
func names(areas []knowledge.Area) []string {
	var out []string
	for _, a := range areas {
		out = append(out, a.Name)
	}
	return out
}

// areasStand checks that what is said of areas stands word for word where it is cited.
func areasStand(t *testing.T, areas []knowledge.Area, docs []knowledge.Document) {
	t.Helper()
	sources := score.SourcesOf(docs)
	for _, a := range areas {
		if a.Ask == "" || len(a.Says) == 0 || len(a.Cited) == 0 {
			t.Errorf("nothing asked or said: %+v", a)
		}
		if err := sources.Check(knowledge.Answer{Kind: knowledge.Answered, Points: a.Says, Citations: a.Cited}); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}

func TestInterviewOfGuides(t *testing.T) {
	lib := open(t, "guides")
	for _, typed := range []string{"", "TPM", "technical product managers", "techncal product manager"} {
		name, areas := lib.engine.Interview(typed)
		want := []string{
			"Relevant experience", "Strategy and decision-making", "Time management", "Problem-solving", "Conflict management",
			"Experience with UX design teams", "Experience with engineering development teams",
			"Experience with teams for technology architecture and technical design",
		}
		if diff := cmp.Diff(want, names(areas)); name != "Technical Product Manager" || diff != "" {
			t.Errorf("%q: %s: %s", typed, name, diff)
		}
		areasStand(t, areas, lib.docs)
		for _, a := range areas {
			if a.Name == "Problem-solving" && (len(a.Says) != 2 || !strings.Contains(a.Says[1].Text, "solve a problem")) {
				t.Errorf("what else is said of solving problems: %+v", a.Says)
			}
			if (a.Name == "Relevant experience" || a.Name == "Time management") && len(a.Says) != 1 {
				t.Errorf("%s: more is said: %+v", a.Name, a.Says)
			}
		}
	}
	if name, areas := lib.engine.Interview("PM"); name != "Product Manager" || areas != nil {
		t.Errorf("a role that is only compared: %q, %v", name, areas)
	}
	if name, areas := lib.engine.Interview("astronaut"); name != "" || areas != nil {
		t.Errorf("an unknown role: %q, %v", name, areas)
	}
	if name, areas := open(t, "harbour").engine.Interview("pilot"); name != "Harbour Pilot" || areas != nil {
		t.Errorf("nothing on interviews: %q, %v", name, areas)
	}
}

// TestInterview reads documents of another role in many wordings.
func TestInterview(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		{"## Interview\n\nDemonstrate relevant experience, strategy and decision-making skills, and soft skills such as problem-solving, conflict management and time management.",
			[]string{"Relevant experience", "Strategy and decision-making skills", "Problem-solving", "Conflict management", "Time management"}},
		{"## What interviewers look for\n\n- **Calm:** you stay calm in a gale.\n- Knowledge of the tides\n- Clear speech (on the radio)\n",
			[]string{"Calm", "Knowledge of the tides", "Clear speech"}},
		{"## The interview\n\nInterviewers look for calm under pressure, for a feel for ships, and for plain speech.",
			[]string{"Calm under pressure", "Feel for ships", "Plain speech"}},
		{"## Interview questions\n\n1. How do you berth a ship in a gale?\n2. Why do you want to leave the sea?\n",
			[]string{"How do you berth a ship in a gale", "Why do you want to leave the sea"}},
		{"Interviewers often ask “What was your worst berthing?” and “Who taught you?”.", []string{"What was your worst berthing", "Who taught you"}},
		{"In the interview, be ready to explain how you plan a passage, and expect questions about ropes, tides and currents.",
			[]string{"How you plan a passage", "Ropes", "Tides", "Currents"}},
		{"Harbour pilots are asked about the weather. Nobody is hired without an interview.", nil},
		{"The panel will test your knowledge of the chart and your command of English in the interview.",
			[]string{"Knowledge of the chart", "Command of English"}},
		{"## Interviews\n\nCommon topics are safety, teamwork, and the handling of tugs.", []string{"Safety", "Teamwork", "Handling of tugs"}},
		{"## Interview\n\n| Topic | What they look for |\n|---|---|\n| Seamanship | Years at sea |\n| Command | Calm orders |\n", []string{"Seamanship", "Command"}},
		{"## Interview\n\n### Seamanship\n\nThey want to see that you know your ropes.\n\n### Command\n\nThey watch how you give orders.\n", []string{"Seamanship", "Command"}},
		{"## Preparing for the interview\n\n- Research the port\n- Arrive early\n- Expect questions about night work and about pay\n", []string{"Night work", "Pay"}},
		{"## Interview\n\nExpect questions about your years at sea, because pilots board in the dark, and they check.", []string{"Years at sea"}},
		{"## Interview questions\n\n- " + strings.Repeat("long", 40) + "\n- the many things that a person who pilots large ships into narrow ports by night has to keep in mind",
			[]string{"Many things that a person who pilots large ships into narrow ports…"}},
		{"## Interview\n\nExpect questions about ropes, tides and soft skills.\n\nShow soft skills such as tact, wit and humour.",
			[]string{"Ropes", "Tides", "Tact", "Wit", "Humour"}},
		{"## Interview process\n\n1. A call with the harbour master\n2. A day on board\n", nil},
		{"## Interview\n\nInterviewers do not ask about age. You need not show any certificate.", nil},
		{"## Duties\n\nShow captains the way, the tides and the currents. Expect questions about ropes, tides and fees.", nil},
		{"## Lighthouse keeper interview\n\nExpect questions about lamps, logs and storms.", nil},
		{"## Interviews for a lighthouse keeper\n\nExpect questions about lamps, logs and storms.", nil},
		{"## What line managers ask in interviews\n\nExpect questions about lamps, logs and storms.", []string{"Lamps", "Logs", "Storms"}},
		{"## Interview\n\nSoft skills count: show soft skills, patience and wit.\n\nSoft skills that matter include tact, patience and humour.", []string{"Patience", "Wit", "Tact", "Humour"}},
	} {
		e, docs := pilotsOn(t, c.body)
		name, areas := e.Interview("pilot")
		if name != "Harbour Pilot" {
			t.Errorf("%q: of %q", c.body, name)
		}
		if diff := cmp.Diff(c.want, names(areas)); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
		areasStand(t, areas, docs)
	}
}

// TestInterviewAsks holds that a document's question is asked as it stands there.
func TestInterviewAsks(t *testing.T) {
	e, _ := pilotsOn(t, "## Interview questions\n\n- Gales: How do you berth a ship in a gale?\n- Why do you want to leave the sea?\n- Ropes")
	_, areas := e.Interview("")
	var got []string
	for _, a := range areas {
		got = append(got, a.Name+" | "+a.Ask)
	}
	want := []string{
		"Gales | How do you berth a ship in a gale?",
		"Why do you want to leave the sea | Why do you want to leave the sea?",
		"Ropes | What would you tell an interviewer about this: “Ropes”?",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestInterviewIsBounded holds that a long list gives no endless practice.
func TestInterviewIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("## What interviewers ask about\n\n")
	for i := range 40 {
		fmt.Fprintf(&b, "- Knot %c%c\n", 'b'+i%20, 'b'+i/20)
	}
	e, _ := pilotsOn(t, b.String())
	if _, areas := e.Interview(""); len(areas) != 12 {
		t.Errorf("%d areas", len(areas))
	}
}
