package main

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// answerFit makes choices on both pages of a fit check; whatever it does not choose gets "0".
func (s *served) answerFit(t *testing.T, u slackemu.User, chosen map[int]string) {
	t.Helper()
	for page := range 2 {
		first := fmt.Sprint("statement:", 6*page, `"`)
		v, err := s.WaitModal(s.ctx, u, func(v slackemu.View) bool { return strings.Contains(string(v.Blocks), first) })
		must(t, s, err)
		values := map[string]string{}
		for i := 6 * page; i < 6*page+6; i++ {
			values[fmt.Sprint("statement:", i)] = cmp.Or(chosen[i], "0")
		}
		_, err = s.Submit(u, v, values)
		must(t, s, err)
	}
}

// TestFitCheckOverTheGuides compares a person with what the built-in guides say.
func TestFitCheckOverTheGuides(t *testing.T) {
	s := startServe(t, "ADVISOR_DATA_DIR="+t.TempDir())
	s.Command(s.general, s.ann, "/career", "fit")
	s.answerFit(t, s.ann, map[int]string{4: "3", 10: "3", 1: "2"}) // enterprising, somewhat investigative
	v, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return v.CallbackID == "fitresult" })
	if err != nil {
		t.Fatal(err, s.Notices(s.ann), s.log)
	}
	for _, want := range []string{
		"Strongest: Enterprising and Investigative.", "✓ Enterprising – among your strongest: you have 6 of 6",
		"“Technical product managers tend to be enterprising people. An enterprising person is ambitious", "What this can't tell",
	} {
		if !strings.Contains(v.Plain(), want) {
			t.Errorf("the result does not say %q:\n%s", want, v.Plain())
		}
	}
}

// TestInterviewOverTheGuides practises with the interview areas of the built-in guides.
func TestInterviewOverTheGuides(t *testing.T) {
	s := startServe(t, "ADVISOR_DATA_DIR="+t.TempDir())
	s.Command(s.general, s.ann, "/career", "interview TPM")
	q, err := s.Wait(s.ctx, func(m slackemu.Message) bool { return strings.HasPrefix(m.Plain(), "Question 1 of ") })
	if err != nil {
		t.Fatal(err, s.log)
	}
	r, err := s.WaitReply(s.ctx, s.Reply(s.dm, s.ann, q.ThreadTS, "I have built such products for years."))
	if err != nil {
		t.Fatal(err, s.log)
	}
	for _, want := range []string{"Here is what my documents say about", "Source", "[Next question] [Stop]"} {
		if !strings.Contains(r.Plain(), want) {
			t.Errorf("the answer does not say %q:\n%s", want, r.Plain())
		}
	}
}
