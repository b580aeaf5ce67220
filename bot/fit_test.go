package bot_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

// interestsOf is canned text about the interests of two roles.
func interestsOf() []knowledge.RoleInterest {
	const tpm = "Technical product managers tend to be enterprising; some are investigative too."
	return []knowledge.RoleInterest{
		{Role: "Harbour Pilot", Interest: knowledge.Realistic, Text: "Pilots are realistic people.", Citation: pay},
		{Role: "Technical Product Manager", Interest: knowledge.Investigative, Text: tpm, Citation: basics},
		{Role: "Technical Product Manager", Interest: knowledge.Enterprising, Text: tpm, Citation: basics},
	}
}

func rolesKnown() []knowledge.Role {
	return []knowledge.Role{
		{Name: "Technical Product Manager", Aliases: []string{"TPM"}, Docs: []string{"guides/tpm.md"}},
		{Name: "Harbour Pilot", Docs: []string{"pilot.md"}},
		{Name: "Lighthouse Keeper", Docs: []string{"keeper.md"}},
	}
}

// fitPage answers a page of statements, one for each interest; first is 0 or 6.
func fitPage(first int, points ...int) map[string]string {
	values := map[string]string{}
	for i, n := range points {
		values[fmt.Sprint("statement:", first+i)] = fmt.Sprint(n)
	}
	return values
}

// fitModal opens the fit check.
func (w *world) fitModal() slackemu.View {
	w.t.Helper()
	w.Command(w.general, w.ann, "/career", " Fit ")
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "fit" })
	w.must(err)
	return v
}

// fitResult answers the statements, alike on both pages, and reads what takes their place.
func (w *world) fitResult(v slackemu.View, points ...int) slackemu.View {
	w.t.Helper()
	w.submit(w.ann, v, fitPage(0, points...))
	w.submit(w.ann, w.modal(w.ann, "Halfway there.", "[See the result]"), fitPage(6, points...))
	v, err := w.WaitModal(w.ctx, w.ann, func(v slackemu.View) bool { return v.CallbackID == "fitresult" })
	w.must(err)
	if notices := w.Notices(w.ann); len(notices) > 0 {
		w.t.Errorf("Slack complains: %v", notices)
	}
	return v
}

func TestAFitCheckIsScoredOpenly(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.interests, w.library.contents.Roles = interestsOf(), rolesKnown()
	v := w.fitModal()
	if n := strings.Count(string(v.Blocks), `"type":"static_select"`); n != 6 || !strings.Contains(v.Plain(), "[Next]") {
		t.Errorf("%d statements:\n%s", n, v.Plain())
	}
	result := w.fitResult(v, 0, 2, 0, 1, 3, 1)
	want := strings.Join([]string{
		"Your fit check",
		"Your interests",
		"• Enterprising: 6 of 6 – leading and persuading people",
		"• Investigative: 4 of 6 – finding out how things work",
		"• Social: 2 of 6 – helping and teaching people",
		"• Conventional: 2 of 6 – keeping things in order",
		"• Realistic: 0 of 6 – working with hands, tools and machines",
		"• Artistic: 0 of 6 – making something of your own",
		"Strongest: Enterprising and Investigative.",
		"How it's counted: “Not me” is 0 points, “Very much me” is 3; each interest has two statements, so up to 6 points. " +
			"Your strongest interests are the two with the most points, and any that tie with the second.",
		"Technical Product Manager",
		"• ✓ Investigative – among your strongest: you have 4 of 6",
		"• ✓ Enterprising – among your strongest: you have 6 of 6",
		"“Technical product managers tend to be enterprising; some are investigative too.”",
		"Technical Product Manager › What it is",
		"Harbour Pilot",
		"• Realistic – not among your strongest: you have 0 of 6",
		"“Pilots are realistic people.”",
		"Pay › By level › Senior",
		"My documents don't say which interests the other roles suit.",
		"What this can't tell you: what you are good at, what you would earn, or whether you would be happy. " +
			"Twelve statements show a little of what you like today: a starting point for a conversation, not advice.",
		"The six interests come from John Holland's theory of vocational choice; the statements are my own, and nobody has tested them. " +
			"Only you see this. I don't keep it: once you close it, it's gone.",
	}, "\n")
	if result.Plain() != want {
		t.Errorf("the result reads\n%s\nand not\n%s", result.Plain(), want)
	}
	if len(w.said(w.general))+len(w.said(w.dm))+len(w.Ephemerals(w.general, w.ann)) != 0 {
		t.Error("something was said of it")
	}
	if w.memory.recorded.Load() != 1 { // the command
		t.Errorf("%d events were recorded: nothing of a fit check may be kept", w.memory.recorded.Load())
	}
}

func TestAFitCheckOfDocumentsThatAreSilent(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.contents.Roles = rolesKnown()
	got := w.fitResult(w.fitModal(), 2, 2, 2, 2, 2, 2).Plain()
	for _, want := range []string{
		"No interest stands out from the others.",
		"My documents don't say which interests any role suits, so there is nothing to compare yours with.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the result does not say %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "Lighthouse") {
		t.Errorf("a role is named of which nothing is said:\n%s", got)
	}
}

// TestAnInterestThatIsDeclaredHasNoQuote, since front matter is not text.
func TestAnInterestThatIsDeclaredHasNoQuote(t *testing.T) {
	w := start(t, everywhere(), nil)
	w.library.interests = []knowledge.RoleInterest{{Role: "Harbour Pilot", Interest: knowledge.Social, Citation: knowledge.Citation{Doc: "pilot.md", Title: "The pilots"}}}
	got := w.fitResult(w.fitModal(), 0, 0, 0, 3, 0, 0).Plain()
	if !strings.Contains(got, "Harbour Pilot\n• ✓ Social – among your strongest: you have 6 of 6\nThe pilots\n") {
		t.Errorf("the result reads\n%s", got)
	}
}

// TestStrongestInterests checks the sentence in the result for many scores.
func TestStrongestInterests(t *testing.T) {
	w := start(t, everywhere(), nil)
	for want, points := range map[string][]int{
		"Strongest: Realistic and Investigative.":             {3, 2, 1, 0, 0, 0},
		"Strongest: Realistic, Artistic and Social.":          {3, 0, 2, 2, 0, 0},
		"Strongest: Social.":                                  {1, 1, 1, 2, 1, 1},
		"Strongest: Conventional.":                            {0, 0, 0, 0, 0, 1},
		"No interest stands out from the others.":             {0, 0, 0, 0, 0, 0},
		"Strongest: Artistic, Enterprising and Conventional.": {0, 0, 2, 1, 2, 2},
	} {
		v := w.fitResult(w.fitModal(), points...)
		if !strings.Contains(v.Plain(), "\n"+want+"\n") {
			t.Errorf("%v reads not %q but\n%s", points, want, v.Plain())
		}
		w.CloseView(w.ann, v)
	}
}

// TestASecondPageThatIsForged: if what it says about the first page is impossible, the check starts over.
func TestASecondPageThatIsForged(t *testing.T) {
	w := start(t, everywhere(), nil)
	for meta, want := range map[string]string{"012301": `"statement:6":`, "0": `"statement:0":`, "012399": `"statement:0":`, "0123012": `"statement:0":`} {
		id := w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
			`{"type":"view_submission","user":{"id":%q},"view":{"id":"V1","callback_id":"fit","private_metadata":%q}}`, w.ann.ID, meta)))
		e, err := w.WaitAcked(w.ctx, id)
		w.must(err)
		if !strings.Contains(string(e.Response), want) {
			t.Errorf("%q is answered with %s", meta, e.Response)
		}
	}
}

// TestAFitCheckIsAnsweredInFull forges submissions: Slack's client sends none with
// statements left out.
func TestAFitCheckIsAnsweredInFull(t *testing.T) {
	w := start(t, everywhere(), nil)
	for values, want := range map[string]string{
		`{}`: `"statement:5":"Please choose one."`,
		`{"statement:0":{"statement:0":{"selected_option":{"value":"99"}}}}`: `"statement:0":"Please choose one."`,
		`{"statement:0":{"statement:0":{"selected_option":{"value":"-1"}}}}`: `"statement:0":"Please choose one."`,
		`{"statement:0":{"statement:0":{"value":"x"}}}`:                      `"statement:0":"Please choose one."`,
	} {
		id := w.Deliver("interactive", json.RawMessage(fmt.Sprintf(
			`{"type":"view_submission","user":{"id":%q},"view":{"id":"V1","callback_id":"fit","state":{"values":%s}}}`, w.ann.ID, values)))
		e, err := w.WaitAcked(w.ctx, id)
		w.must(err)
		if !strings.Contains(string(e.Response), `"response_action":"errors"`) || !strings.Contains(string(e.Response), want) {
			t.Errorf("%s is answered with %s", values, e.Response)
		}
	}
}

// TestAFitCheckOfManyHostileRolesIsSent although there is a size at which an ack is no longer sent.
func TestAFitCheckOfManyHostileRolesIsSent(t *testing.T) {
	w := start(t, everywhere(), nil)
	bait := hostile().Lead
	for i := range 200 {
		w.library.interests = append(w.library.interests, knowledge.RoleInterest{
			Role: fmt.Sprint(bait, i), Interest: knowledge.Social, Text: strings.Repeat(bait+"\n", 30), Citation: knowledge.Citation{Title: bait, Section: bait},
		})
	}
	v := w.fitResult(w.fitModal(), 0, 2, 0, 3, 0, 0)
	got := v.Plain()
	if !strings.Contains(got, "✓ Social") || !strings.Contains(got, "more roles, with less in common") || !strings.Contains(got, "What this can't tell") {
		t.Errorf("the result reads\n%s", got)
	}
	if !strings.Contains(got, bait[:40]) {
		t.Errorf("the document's text is not shown as it is:\n%s", got)
	}
	if strings.Contains(string(v.Blocks), `"type":"user"`) || strings.Contains(string(v.Blocks), `"mrkdwn"`) {
		t.Error("text from a document formats")
	}
}
