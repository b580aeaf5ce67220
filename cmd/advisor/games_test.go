package main

import (
	"fmt"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// TestFitCheckOverTheGuides compares a person with what the built-in guides say.
func TestFitCheckOverTheGuides(t *testing.T) {
	s := startServe(t, "ADVISOR_DATA_DIR="+t.TempDir())
	s.Command(s.general, s.ann, "/career", "fit")
	v, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return v.CallbackID == "fit" })
	if err != nil {
		t.Fatal(err, s.log)
	}
	values := map[string]string{}
	for i := range 12 {
		values[fmt.Sprint("statement:", i)] = "0"
	}
	values["statement:4"], values["statement:10"], values["statement:1"] = "3", "3", "2" // enterprising, somewhat investigative
	if _, err := s.Submit(s.ann, v, values); err != nil {
		t.Fatal(err)
	}
	v, err = s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return v.CallbackID == "fitresult" })
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

// TestInterviewOverTheGuides practises with what the built-in guides name.
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
