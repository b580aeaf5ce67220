package answer_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/score"
)

// pilotsOn is an engine on one invented document about harbour pilots, with a body.
func pilotsOn(t *testing.T, body string) (*answer.Engine, []knowledge.Document) {
	t.Helper()
	text := "---\nrole: Harbour Pilot\n---\n# Harbour pilot\n\nHarbour pilots bring ships into port.\n\n" + body + "\n"
	d, err := new(load.Parser).Parse(t.Context(), load.File{ID: "pilot.md", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	docs := []knowledge.Document{d}
	return answer.New(docs, nil, answer.Options{}), docs
}

// asInterests shows interests as "Role: Interest", with "some" before it.
func asInterests(found []knowledge.RoleInterest) string {
	var out []string
	for _, i := range found {
		some := ""
		if i.Some {
			some = "some "
		}
		out = append(out, i.Role+": "+some+string(i.Interest))
	}
	return strings.Join(out, "; ")
}

func TestInterestsOfGuides(t *testing.T) {
	lib := open(t, "guides")
	found := lib.engine.Interests()
	want := []knowledge.RoleInterest{
		{Role: "Technical Product Manager", Interest: knowledge.Investigative, Some: true,
			Text: "Some technical product managers, though not all, are investigative too: inquisitive, introspective and intellectual."},
		{Role: "Technical Product Manager", Interest: knowledge.Enterprising,
			Text: "Technical product managers have distinctive personalities and tend to be enterprising people."},
	}
	var got []knowledge.RoleInterest
	for _, i := range found {
		if i.Citation.Doc != "guides/career-profile" || i.Citation.Passage == "" {
			t.Errorf("cited as %+v", i.Citation)
		}
		i.Citation = knowledge.Citation{}
		got = append(got, i)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"harbour", "handbook"} {
		if got := open(t, name).engine.Interests(); len(got) > 0 {
			t.Errorf("%s: %s", name, asInterests(got))
		}
	}
}

// TestInterests reads what documents of any role say, in many wordings.
func TestInterests(t *testing.T) {
	const h = "Harbour Pilot: "
	for _, c := range []struct{ body, want string }{
		{"Harbour pilots tend to be enterprising people.", h + "Enterprising"},
		{"Most pilots are enterprising, and some are investigative too.", h + "some Investigative; " + h + "Enterprising"},
		{"A good pilot is typically a realistic and social person.", h + "Realistic; " + h + "Social"},
		{"In Holland's terms, pilots are Realistic.", h + "Realistic"},
		{"Pilots usually have realistic and conventional interests.", h + "Realistic; " + h + "Conventional"},
		{"People in this role are mostly investigative.", h + "Investigative"},
		{"The job suits enterprising and social people.", h + "Social; " + h + "Enterprising"},
		{"This role is well suited to investigative minds.", h + "Investigative"},
		{"Enterprising people often do well as harbour pilots.", h + "Enterprising"},
		{"Pilots may be artistic types.", h + "some Artistic"},
		{"Pilots are calm. They are also investigative by nature.", h + "Investigative"},
		{"Pilots differ. They are calm. Some of them are also investigative, meaning that they ask.", h + "some Investigative"},
		{"## Personality\n\nPilots are social, and they are conventional.", h + "Social; " + h + "Conventional"},
		{"Holland code: RSE", h + "Realistic; " + h + "Social; " + h + "Enterprising"},
		{"## Holland interests\n\nCode: EIC", h + "Investigative; " + h + "Enterprising; " + h + "Conventional"},
		{"Their Holland code is E-I-C, as a survey found.", h + "Investigative; " + h + "Enterprising; " + h + "Conventional"},
		{"The RIASEC code of pilots is RC.", h + "Realistic; " + h + "Conventional"},
		{"- Interests: Investigative, Conventional\n- Pay: good", h + "Investigative; " + h + "Conventional"},
		{"**Occupational interests:** Realistic, some Investigative", h + "Realistic; " + h + "some Investigative"},
		{"## Interests of a harbour pilot\n\n- Realistic\n- Conventional", h + "Realistic; " + h + "Conventional"},
		{"## Interests\n\n- Realistic: they like to work with ropes\n- Social: they talk to captains\n- Artistic: low", h + "Realistic; " + h + "Social"},
		{"| Role | Interests |\n|---|---|\n| Harbour pilot | Realistic, Enterprising |", h + "Realistic; " + h + "Enterprising"},
		{"| What | Harbour pilot |\n|---|---|\n| Holland code | RIE |\n| Tools | Charts |", h + "Realistic; " + h + "Investigative; " + h + "Enterprising"},
	} {
		e, docs := pilotsOn(t, c.body)
		found := e.Interests()
		if got := asInterests(found); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.body, got, c.want)
		}
		sources := score.SourcesOf(docs)
		for _, i := range found {
			if err := sources.Check(knowledge.Answer{Kind: knowledge.Answered, Lead: i.Text, LeadCites: []int{0}, Citations: []knowledge.Citation{i.Citation}}); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestNoInterests holds what looks like an interest and says none of the role.
func TestNoInterests(t *testing.T) {
	for _, body := range []string{
		"Pilots post on social media.",
		"Pilots are social media experts.",
		"Pilots set realistic deadlines. Their plans are realistic.",
		"The plans of pilots are realistic.",
		"A pilot has to be realistic about the weather. A pilot must be realistic.",
		"Conventional wisdom says that pilots are born.",
		"Pilots work with the artistic director of the festival, and are artistic directors at times.",
		"Pilots are not enterprising. They are rarely investigative.",
		"Few pilots are investigative. No pilot is enterprising.",
		"Enterprising people rarely do well as harbour pilots.",
		"An enterprising person is ambitious and energetic.",
		"Investigative journalists write about pilots.",
		"Captains are enterprising people, and pilots work with them.",
		"Lighthouse keepers are investigative people.",
		"Pilots tell captains that deadlines are realistic.",
		"The company is enterprising. The port is social.",
		"Are pilots enterprising?",
		"Holland's six interests are Realistic, Investigative, Artistic, Social, Enterprising and Conventional.",
		"## Holland's interests\n\n- Realistic: doers\n- Investigative: thinkers\n- Artistic: creators\n- Social: helpers\n- Enterprising: persuaders\n- Conventional: organisers",
		"Interests: sailing, social media and realistic novels",
		"Cost code: RSE. Code: EIC.",
		"The post code is CA. Pilots sail to Holland.",
		"| Topic | Interests |\n|---|---|\n| Shares | conventional |",
		"Pilots tell us that captains are social people.",
		"Pilots and their dogs are social.",
		"Pilots have social interests.",
		"Pilots meet captains. None of them are enterprising.",
		"People who hire pilots are enterprising people.",
		"Pilots keep the social side of the harbour alive.",
		"For harbour pilots, unlike captains, social skills count. Pilots are social.",
	} {
		e, _ := pilotsOn(t, body)
		if got := e.Interests(); len(got) > 0 {
			t.Errorf("%q: %s", body, asInterests(got))
		}
	}
}

// TestInterestsOfEach holds that one document's interest is given once, and that of
// all before that of some.
func TestInterestsOfEach(t *testing.T) {
	e, _ := pilotsOn(t, "Some pilots are investigative.\n\nPilots are investigative people.\n\nPilots tend to be investigative.")
	found := e.Interests()
	if len(found) != 1 || found[0].Some || found[0].Text != "Pilots are investigative people." {
		t.Errorf("%+v", found)
	}
}
