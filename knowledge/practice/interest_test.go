package practice_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// asInterests shows interests on one line.
func asInterests(found []knowledge.RoleInterest) string {
	var out []string
	for _, i := range found {
		out = append(out, i.Role+": "+string(i.Interest))
	}
	return strings.Join(out, "; ")
}

func TestInterestsOfGuides(t *testing.T) {
	p, _ := builtin(t)
	type said struct{ Role, Interest, Begins, Name string }
	var got []said
	for _, i := range p.Interests() {
		first, _, _ := strings.Cut(i.Text, ",")
		got = append(got, said{i.Role, string(i.Interest), first, i.Citation.Name()})
	}
	const where = "Technical Product Manager: a career profile › Personality: who suits the role"
	want := []said{
		{"Technical Product Manager", "Investigative", "Some technical product managers", where},
		{"Technical Product Manager", "Enterprising", "Technical product managers tend to be enterprising people. An enterprising person is ambitious", where},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestInterests(t *testing.T) {
	const h = "Harbour Pilot: "
	for body, want := range map[string]string{
		"Holland code: RSE":                                              h + "Realistic; " + h + "Social; " + h + "Enterprising",
		"## Holland code\n\nE-I-C":                                       h + "Investigative; " + h + "Enterprising; " + h + "Conventional",
		"## Holland interests\n\nCode: EIC":                              h + "Investigative; " + h + "Enterprising; " + h + "Conventional",
		"**RIASEC:** R/C":                                                h + "Realistic; " + h + "Conventional",
		"- Pay: good\n- Interests: Investigative and Conventional":       h + "Investigative; " + h + "Conventional",
		"## Interests of a harbour pilot\n\n- Realistic\n- Conventional": h + "Realistic; " + h + "Conventional",
		"## Interests\n\n- Realistic: they like to work with ropes\n- Social: they talk to captains": h + "Realistic; " + h + "Social",
		"## Who suits it\n\n- Enterprising: they lead.\n- Social: they talk to captains.":            h + "Social; " + h + "Enterprising",
		"| Role | Interests |\n|---|---|\n| Harbour pilot | Realistic, Enterprising |":               h + "Realistic; " + h + "Enterprising",
		"| What | Harbour pilot |\n|---|---|\n| Holland code | RIE |\n| Tools | Charts |":            h + "Realistic; " + h + "Investigative; " + h + "Enterprising",
	} {
		p, texts := pilot(t, body)
		if got := asInterests(p.Interests()); got != want {
			t.Errorf("%q:\n got %s\nwant %s", body, got, want)
		}
		for _, i := range p.Interests() {
			if i.Text == "" || !strings.Contains(texts[i.Citation.Passage], i.Text) {
				t.Errorf("%q is cited as %+v", i.Text, i.Citation)
			}
		}
	}
}

// TestNoInterests has text that looks like interests but does not state any of the role's.
func TestNoInterests(t *testing.T) {
	for _, body := range []string{
		"Pilots post on social media, and are enterprising people.",
		"Holland's six interests are Realistic, Investigative, Artistic, Social, Enterprising and Conventional.",
		"## Holland's interests\n\n- Realistic: doers\n- Investigative: thinkers\n- Artistic: creators\n- Social: helpers\n- Enterprising: persuaders\n- Conventional: organisers",
		"Interests: sailing, social media and realistic novels",
		"- Interests: sailing\n- Social: a drink on Fridays",
		"Cost code: RSE. Code: EIC.",
		"| Topic | Interests |\n|---|---|\n| Shares | conventional |",
		"## Interests of lighthouse keepers and tally clerks\n\nThey differ.",
		"## Plans\n\n- Realistic: two ships a day",
		"## Plans\n\n- Realistic: two ships a day\n- Optimistic: four ships a day",
	} {
		p, _ := pilot(t, body)
		if got := asInterests(p.Interests()); got != "" {
			t.Errorf("%q: %s", body, got)
		}
	}
}

// TestInterestsInFrontMatter has a document whose text also names two.
func TestInterestsInFrontMatter(t *testing.T) {
	const text = "Harbour Pilot: Investigative; Harbour Pilot: Enterprising"
	for _, c := range []struct {
		interests, want string
		declared        bool
	}{
		{"[E, I]", text, true},
		{"EIC", text + "; Harbour Pilot: Conventional", true},
		{"[social, Realistic]", "Harbour Pilot: Realistic; Harbour Pilot: Investigative; Harbour Pilot: Social; Harbour Pilot: Enterprising", true},
		{"[sailing, machine learning, R]", text, false},
		{"[R, I, A, S, E, C]", text, false},
	} {
		p, _ := parse(t, [2]string{"pilot.md", "---\nrole: Harbour Pilot\ninterests: " + c.interests + "\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\nHolland code: EI\n"})
		found := p.Interests()
		if got := asInterests(found); got != c.want {
			t.Errorf("%s: %s", c.interests, got)
		}
		if c.declared != (found[0].Text == "") || found[0].Citation.Name() != "Harbour pilot" {
			t.Errorf("%s: quoted as %q from %q", c.interests, found[0].Text, found[0].Citation.Name())
		}
	}
}

// TestInterestsOfSeveral has documents on two roles: each keeps its own, and those that are about
// both are nobody's.
func TestInterestsOfSeveral(t *testing.T) {
	p, _ := parse(t,
		[2]string{"pilot.md", "---\nrole: Harbour Pilot\ninterests: R\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n"},
		[2]string{"keeper.md", "---\nrole: Lighthouse Keeper\n---\n# Lighthouse keeper\n\nLighthouse keepers mind the light.\n\nHolland code: IC\n"},
		[2]string{"both.md", "# Two roles\n\n## Harbour pilots and lighthouse keepers\n\nHolland code: AS\n\n| | Harbour pilot | Lighthouse keeper |\n|---|---|---|\n| Holland code | E | A |\n"})
	got := asInterests(p.Interests())
	want := "Harbour Pilot: Realistic; Harbour Pilot: Enterprising; Lighthouse Keeper: Investigative; Lighthouse Keeper: Artistic; Lighthouse Keeper: Conventional"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
