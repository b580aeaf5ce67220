package practice_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// stand checks that something is asked about each area, and that everything said about it is in a
// section that is cited.
func stand(t *testing.T, areas []knowledge.Area, texts passages) {
	t.Helper()
	for _, a := range areas {
		if a.Ask == "" || len(a.Says) == 0 {
			t.Errorf("nothing is asked or said: %+v", a)
		}
		for _, s := range a.Says {
			stands := slices.ContainsFunc(s.Cites, func(i int) bool {
				for id, text := range texts {
					if strings.HasPrefix(id, a.Cited[i].Doc+"#") && strings.Contains(text, s.Text) {
						return true
					}
				}
				return false
			})
			if !stands {
				t.Errorf("%s: %q stands in none of %+v", a.Name, s.Text, a.Cited)
			}
		}
	}
}

func TestInterviewOfGuides(t *testing.T) {
	p, texts := builtin(t)
	for _, typed := range []string{"", "TPM", "technical product managers", "techncal product manager"} {
		name, areas := p.Interview(typed)
		want := []string{"Relevant experience", "Soft skills", "Strategy and decision-making"}
		if diff := cmp.Diff(want, asAsked(areas)); name != "Technical Product Manager" || diff != "" {
			t.Errorf("%q: %s: %s", typed, name, diff)
		}
		stand(t, areas, texts)
	}
	if name, areas := p.Interview("PM"); name != "Product Manager" || areas != nil {
		t.Errorf("a role that is only compared: %q, %v", name, areas)
	}
	if name, areas := p.Interview("astronaut"); name != "" || areas != nil {
		t.Errorf("an unknown role: %q, %v", name, areas)
	}
}

func TestInterview(t *testing.T) {
	for _, c := range []struct {
		what, body string
		want       []string
	}{
		{"items by their labels", "## What interviewers look for\n\n- **Calm:** you stay calm in a gale.\n- Knowledge of the tides\n- Clear speech (on the radio)\n",
			[]string{"Calm", "Knowledge of the tides", "Clear speech"}},
		{"questions, in steps too", "## Interview questions\n\n1. How do you berth a ship in a gale?\n2. Why do you want to leave the sea?\n",
			[]string{"How do you berth a ship in a gale", "Why do you want to leave the sea"}},
		{"rows", "## Interview\n\n| Topic | What they look for |\n|---|---|\n| Seamanship | Years at sea |\n| Command | Calm orders |\n", []string{"Seamanship", "Command"}},
		{"headings", "## Interview\n\n### Seamanship\n\nThey want to see that you know your ropes.\n\n### Command\n\nThey watch how you give orders.\n", []string{"Seamanship", "Command"}},
		{"headings that ask", "## Interview questions\n\n### Why pilotage?\n\nSay what drew you.\n\n### Who taught you?\n\nName one person.\n", []string{"Why pilotage", "Who taught you"}},
		{"a list inside a heading of its own", "## Interviewing\n\n### What they ask about\n\n- Ropes\n- Tides\n\n### When to expect it\n\nIn spring, on a weekday.\n", []string{"Ropes", "Tides", "When to expect it"}},
		{"labelled paragraphs", "## Interview\n\n**Calm:** they raise their voice.\n\n**Tides:** they show you a table.\n", []string{"Calm", "Tides"}},
		{"definitions", "<h2>Interview</h2><dl><dt>Calm</dt><dd>They raise their voice.</dd><dt>Tides</dt><dd>They show a table.</dd></dl>", []string{"Calm", "Tides"}},
		{"what is inside an item is said of it", "## Interview\n\n- Ropes\n  - which knots\n  - how old\n", []string{"Ropes"}},
		{"no role", "## Interview\n\n- Harbour pilots: they are asked in the tower.\n- Tides\n", []string{"Tides"}},
		{"nothing on the interview itself", "## Interview\n\n- Length of the interview: an hour\n- Tides\n", []string{"Tides"}},
		{"no question about it", "## Interview\n\n### How long is it?\n\nAn hour.\n\n### Seamanship\n\nThey look at your hands.\n", []string{"Seamanship"}},
		{"no process", "## Interview process\n\n1. A call with the harbour master\n2. A day on board\n", nil},
		{"no rounds", "## Interview\n\n- Round 1: with the harbour master\n- Round 2: on board\n", nil},
		{"no sentences", "## Interview\n\n- Arrive early, and bring your own coat.\n- The harbour master will lead you through the port before anybody asks you anything\n", nil},
		{"no prose", "## Interview\n\nExpect questions about ropes, tides and fees. Show that you can keep calm.", nil},
		{"nothing elsewhere", "## Duties\n\n- Ropes\n- Tides\n", nil},
		{"another job's", "## Lighthouse keeper interview\n\n- Lamps\n- Logs\n", nil},
		{"another job's, put otherwise", "## Interviews for a lighthouse keeper\n\n- Lamps\n- Logs\n", nil},
		{"by somebody else", "## What hiring managers ask in interviews\n\n- Lamps\n- Logs\n", []string{"Lamps", "Logs"}},
	} {
		p, texts := pilot(t, c.body)
		name, areas := p.Interview("pilot")
		if name != "Harbour Pilot" {
			t.Errorf("%s: of %q", c.what, name)
		}
		if diff := cmp.Diff(c.want, asAsked(areas)); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
		stand(t, areas, texts)
	}
}

// TestInterviewAsks checks that a document's question is asked as it is written.
func TestInterviewAsks(t *testing.T) {
	p, _ := pilot(t, "## Interview questions\n\n- Gales: How do you berth a ship in a gale?\n- Why do you want to leave the sea?\n- Ropes\n\n"+
		"| Topic | They ask |\n|---|---|\n| Command | Who has the last word? |\n")
	_, areas := p.Interview("")
	var got []string
	for _, a := range areas {
		got = append(got, a.Name+" | "+a.Ask)
	}
	want := []string{
		"Gales | How do you berth a ship in a gale?",
		"Why do you want to leave the sea | Why do you want to leave the sea?",
		"Ropes | What would you tell an interviewer about this: “Ropes”?",
		"Command | Who has the last word?",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestWhatIsSaidOfAnArea: whatever is inside it, and whatever is elsewhere under its name.
func TestWhatIsSaidOfAnArea(t *testing.T) {
	p, texts := parse(t,
		[2]string{"pilot.md", "---\nrole: Harbour Pilot\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\n## Interview\n\n- Ropes: they ask about them.\n  - which knots\n- Tides\n\n" +
			"## The trade\n\n### Tides\n\nThe sea rises twice a day.\n\nAnd falls.\n"},
		[2]string{"keeper.md", "---\nrole: Lighthouse Keeper\n---\n# Lighthouse keeper\n\nLighthouse keepers mind the light.\n\n- Ropes: of hemp.\n"},
		[2]string{"words.md", "# Words of the port\n\n- Rope: what ships are tied with.\n"})
	_, areas := p.Interview("pilot")
	said := map[string][]string{}
	for _, a := range areas {
		for _, s := range a.Says {
			said[a.Name] = append(said[a.Name], s.Text+" < "+a.Cited[s.Cites[0]].Name())
		}
	}
	want := map[string][]string{
		"Ropes": {"Ropes: they ask about them. < Harbour pilot › Interview", "which knots < Harbour pilot › Interview", "Rope: what ships are tied with. < Words of the port"},
		"Tides": {"Tides < Harbour pilot › Interview", "The sea rises twice a day. < Harbour pilot › The trade › Tides"},
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
	stand(t, areas, texts)
}

// TestInterviewsOfRolesStayApart has two roles with interviews of their own, one
// with none, and questions for anybody.
func TestInterviewsOfRolesStayApart(t *testing.T) {
	pilot := [2]string{"pilot.md", "---\nrole: Harbour Pilot\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\n## Interview\n\n- Tides\n"}
	keeper := [2]string{"keeper.md", "---\nrole: Lighthouse Keeper\n---\n# Lighthouse keeper\n\nLighthouse keepers mind the light.\n\n- Tides: of no matter here.\n\n## Interview\n\n- Lamps\n"}
	clerk := [2]string{"clerk.md", "---\nrole: Tally Clerk\n---\n# Tally clerk\n\nTally clerks count crates.\n"}
	port := [2]string{"port.md", "# The port\n\n## Interviews\n\n- Why do you want to work in a port?\n- A cup of tea\n"}
	table := [2]string{"table.md", "# Interviews compared\n\n| Topic | Harbour pilot | Lighthouse keeper |\n|---|---|---|\n| Weather | Gales | Fog |\n"}
	for _, c := range []struct {
		role  string
		files [][2]string
		want  []string
	}{
		{"pilot", [][2]string{pilot, keeper, clerk, port}, []string{"Tides"}},
		{"lighthouse keepers", [][2]string{pilot, keeper, clerk, port}, []string{"Lamps"}},
		{"tally clerk", [][2]string{pilot, keeper, clerk, port}, []string{"Why do you want to work in a port"}},
		{"tally clerk", [][2]string{pilot, keeper, clerk}, nil},
		{"", [][2]string{port}, []string{"Why do you want to work in a port", "A cup of tea"}},
	} {
		p, _ := parse(t, c.files...)
		if _, areas := p.Interview(c.role); !slices.Equal(asAsked(areas), c.want) {
			t.Errorf("%q is asked about %q and not %q", c.role, asAsked(areas), c.want)
		}
	}
	p, _ := parse(t, pilot, keeper, table)
	if _, areas := p.Interview("lighthouse keeper"); len(areas) != 2 || areas[1].Says[0].Text != "Fog" || len(areas[1].Says) != 1 {
		t.Errorf("of the table a keeper is told %+v", areas)
	}
}

// TestInterviewIsBounded checks that a long list does not make an endless practice, and that
// questions come first.
func TestInterviewIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("## What interviewers ask about\n\n")
	for i := range 40 {
		fmt.Fprintf(&b, "- Knot %c%c\n", 'b'+i%20, 'b'+i/20)
	}
	b.WriteString("- Which knot holds best?\n")
	p, _ := pilot(t, b.String())
	if _, areas := p.Interview(""); len(areas) != 12 || areas[0].Ask != "Which knot holds best?" || areas[1].Name != "Knot bb" {
		t.Errorf("%d areas: %q", len(areas), asAsked(areas))
	}
}
