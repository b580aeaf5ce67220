package main

import (
	"encoding/json"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// TestServeFillsAGap goes all the way: a refusal, an admin's answer in the Home tab, the asker
// told, and the same question answered from the new document.
func TestServeFillsAGap(t *testing.T) {
	s := startServe(t, "ADVISOR_ADMINS=U0NOBODY, {ann}")
	ben := s.AddUser("ben")
	dm := s.OpenDM(ben)
	m, err := s.WaitReply(s.ctx, s.Say(dm, ben, "Where can I park my bicycle?"))
	must(t, s, err)
	reads(t, m, "My documents don't answer that")

	s.OpenHome(s.ann)
	home, err := s.WaitHome(s.ctx, s.ann, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "[Answer this]") })
	must(t, s, err)
	_, err = s.ClickView(s.ann, home, actionIn(t, home, "answer:"))
	must(t, s, err)
	modal, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "Where can I park my bicycle?") })
	must(t, s, err)
	_, err = s.Submit(s.ann, modal, map[string]string{"answer": "In the <cellar> & *nowhere* else.", "source": "The house rules"})
	must(t, s, err)

	m, err = s.Wait(s.ctx, func(m slackemu.Message) bool { return strings.Contains(m.Plain(), "Now answered by ann.") })
	must(t, s, err)
	reads(t, m, "You asked on ", "Where can I park my bicycle?", "In the <cellar> & *nowhere* else.", "Source: Where can I park my bicycle?", "[Why this answer]")
	if m.Channel != dm.ID {
		t.Error("somebody else was told")
	}
	m, err = s.Wait(s.ctx, func(m slackemu.Message) bool { return strings.Contains(m.Plain(), "Published as answers/") })
	must(t, s, err)
	reads(t, m, "I've told 1 person who had asked.")
	if strings.Contains(m.Plain(), "still don't") {
		t.Errorf("the engine refuses what was just published: %s", m.Plain())
	}

	for _, q := range []string{"Where can I park my bicycle?", "where do I park a bicycle"} {
		m, err = s.WaitReply(s.ctx, s.Say(dm, ben, q))
		must(t, s, err)
		reads(t, m, "In the <cellar> & *nowhere* else.", "Source: Where can I park my bicycle?")
	}
	_, err = s.WaitHome(s.ctx, s.ann, func(v slackemu.View) bool {
		return strings.Contains(v.Plain(), "No open questions.") && strings.Contains(v.Plain(), "• Where can I park my bicycle? · 20")
	})
	must(t, s, err)
}

func must(t *testing.T, s *served, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v\n%s", err, s.log)
	}
}

// actionIn returns the first action_id in a view that begins with a prefix.
func actionIn(t *testing.T, v slackemu.View, begins string) string {
	t.Helper()
	var blocks []struct {
		Elements []struct {
			ActionID string `json:"action_id"`
		} `json:"elements"`
	}
	if err := json.Unmarshal(v.Blocks, &blocks); err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks {
		for _, e := range b.Elements {
			if strings.HasPrefix(e.ActionID, begins) {
				return e.ActionID
			}
		}
	}
	t.Fatalf("no action %s in %s", begins, v.Plain())
	return ""
}
