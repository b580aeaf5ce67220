package main

import (
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// home returns a person's Home tab as soon as it has a text.
func (s *served) home(t *testing.T, u slackemu.User, says string) slackemu.View {
	t.Helper()
	s.OpenHome(u)
	v, err := s.WaitHome(s.ctx, u, func(v slackemu.View) bool { return strings.Contains(v.Plain(), says) })
	must(t, s, err)
	return v
}

// fill clicks in a person's Home tab and submits the modal that opens.
func (s *served) fill(t *testing.T, u slackemu.User, home slackemu.View, action, title string, values map[string]string) {
	t.Helper()
	_, err := s.ClickView(u, home, actionIn(t, home, action))
	must(t, s, err)
	modal, err := s.WaitModal(s.ctx, u, func(v slackemu.View) bool { return strings.Contains(v.Plain()+string(v.Blocks), title) })
	must(t, s, err)
	sent, err := s.Submit(u, modal, values)
	must(t, s, err)
	_, err = s.WaitAcked(s.ctx, sent.EnvelopeID) // until it has closed
	must(t, s, err)
}

// TestServeIsTaught: an editor, named by an admin, makes a section answer an open question, and
// changes and takes back answers that people gave.
func TestServeIsTaught(t *testing.T) {
	dir := folder(t, map[string]string{"diver.md": "---\ndate: 2020-01-01\nowner: Boat house\n---\n# Diver\n\n## Gear of a diver\n\nDivers keep their own masks clean.\n",
		"office.md": "# Office\n\n## Lunch\n\nLunch is served at noon in the big hall.\n\n## Keys\n\nKeys hang behind the door.\n\n## Holidays\n\nEverybody has thirty days off a year.\n"})
	s := startServe(t, "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_ADMINS={ann}")
	ben, cleo := s.AddUser("ben"), s.AddUser("cleo")
	dm := s.OpenDM(ben)
	s.fill(t, s.ann, s.home(t, s.ann, "[Editors]"), "editors", "Who answers open questions", map[string]string{"editors": cleo.ID})
	_, err := s.Wait(s.ctx, func(m slackemu.Message) bool {
		return strings.Contains(m.Plain(), "They can see the gap board on my Home tab")
	})
	must(t, s, err)

	// A section learns a question.
	const goggles = "Whose job is polishing the goggles?"
	m, err := s.WaitReply(s.ctx, s.Say(dm, ben, goggles))
	must(t, s, err)
	if strings.Contains(m.Plain(), "Divers keep") && strings.Contains(m.Plain(), "Source") {
		t.Fatalf("it is answered already: %s", m.Plain())
	}
	v := s.home(t, cleo, goggles)
	if !strings.Contains(v.Plain(), "Due for a review: Diver · from 2020-01-01 · Boat house") || strings.Contains(v.Plain(), "[Editors]") {
		t.Errorf("the editor's Home:\n%s", v.Plain())
	}
	s.fill(t, cleo, v, "answer:", "Or choose a section that answers it", map[string]string{"section": "0"})
	m, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.Channel == dm.ID && strings.Contains(m.Plain(), "Now answered by cleo.")
	})
	must(t, s, err)
	reads(t, m, "Divers keep their own masks clean.", "Gear of a diver")
	m, err = s.WaitReply(s.ctx, s.Say(dm, ben, goggles))
	must(t, s, err)
	reads(t, m, "Divers keep their own masks clean.")

	// An answer that somebody gave is changed, and taken back.
	const cup = "Who won the Zanzibar chess cup?"
	_, err = s.WaitReply(s.ctx, s.Say(dm, ben, cup))
	must(t, s, err)
	s.fill(t, cleo, s.home(t, cleo, cup), "answer:", cup, map[string]string{"answer": "Nobody from here did.\n\n- by day\n- by night"})
	v = s.home(t, cleo, "Answers from people")
	s.fill(t, cleo, v, "edit:", `Nobody from here did.\n- by day\n- by night`, map[string]string{"answer": "Our cook won it."})
	must(t, s, s.WaitFor(s.ctx, func() bool { return strings.Count(s.log.String(), "documents were reopened") >= 3 }))
	m, err = s.WaitReply(s.ctx, s.Say(dm, ben, cup))
	must(t, s, err)
	reads(t, m, "Our cook won it.")
	v = s.home(t, cleo, "Answers from people")
	_, err = s.ClickView(cleo, v, actionIn(t, v, "withdraw:"))
	must(t, s, err)
	_, err = s.WaitHome(s.ctx, cleo, func(v slackemu.View) bool { return !strings.Contains(v.Plain(), "Answers from people") })
	must(t, s, err)
	m, err = s.WaitReply(s.ctx, s.Say(dm, ben, cup))
	must(t, s, err)
	if strings.Contains(m.Plain(), "cook won") || strings.Contains(m.Plain(), "Nobody from") {
		t.Errorf("what was withdrawn is answered: %s", m.Plain())
	}
}
