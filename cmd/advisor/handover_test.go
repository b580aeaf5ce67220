package main

import (
	"slices"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// TestServeHandsOver goes the whole round: a question goes to people, their reply goes to the asker
// and, with one click, into the documents.
func TestServeHandsOver(t *testing.T) {
	dir := folder(t, map[string]string{"diver.md": "# Diver\n\n## Pay of a diver\n\nA diver earns 40 coins a day.\n"})
	opts := slackemu.Options{Subscriptions: slackemu.AllEvents()}
	s := startServeWith(t, opts, "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_ADMINS={ann}", "ADVISOR_USER_RATE=1000")
	ben, cleo := s.AddUser("ben"), s.AddUser("cleo")
	help := s.AddChannel("help", s.ann, cleo)
	open := s.AddChannel("open", s.ann, ben)
	dm, other := s.OpenDM(ben), s.OpenDM(cleo)
	s.set(t, s.general, map[string]string{"help": help.ID}) // one in which no question is asked here
	s.set(t, open, map[string]string{"help": help.ID, "helper": cleo.ID})
	const question = "Where can I park my bicycle?"

	// Asked in private, and nobody has an answer.
	_, err := s.WaitReply(s.ctx, s.Say(other, cleo, question))
	must(t, s, err)
	m, err := s.WaitReply(s.ctx, s.Say(open, ben, s.BotUser().Mention()+" "+question))
	must(t, s, err)
	_, err = s.Click(ben, m, "person")
	must(t, s, err)
	modal, err := s.WaitModal(s.ctx, ben, func(v slackemu.View) bool { return strings.Contains(v.Plain(), question) })
	must(t, s, err)
	_, err = s.Submit(ben, modal, nil)
	must(t, s, err)
	asked, err := s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.Channel == help.ID && strings.Contains(m.Plain(), "wants to ask a person")
	})
	must(t, s, err)
	for _, want := range []string{question, "I found no answer in my documents.", "Reply in this thread and I'll pass it on.", "[Open the thread]"} {
		if !strings.Contains(asked.Plain(), want) {
			t.Errorf("the help channel does not read %q in:\n%s", want, asked.Plain())
		}
	}
	if !slices.Equal(asked.Pings, []string{"@" + ben.ID, "@" + cleo.ID}) {
		t.Errorf("it pings %v", asked.Pings)
	}

	_, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == ben.ID && strings.Contains(m.Plain(), "I've passed your question on.")
	})
	must(t, s, err)

	// The reply reaches the asker, who is mentioned, in the thread; the asker's own reply goes nowhere.
	s.Reply(help, ben, asked.TS, "Thank you!")
	s.Reply(help, cleo, asked.TS, "In the cellar & nowhere else.")
	m, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.Channel == open.ID && strings.Contains(m.Plain(), "In the cellar & nowhere else.")
	})
	must(t, s, err)
	if !slices.Contains(m.Pings, "@"+ben.ID) || m.ThreadTS == "" {
		t.Errorf("it pings %v in the thread %q", m.Pings, m.ThreadTS)
	}
	passed, err := s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.ThreadTS == asked.TS && strings.Contains(m.Plain(), "I've passed that on.")
	})
	must(t, s, err)

	// An editor can make it a document; nobody else can.
	_, err = s.Click(cleo, passed, "keep")
	must(t, s, err)
	_, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == cleo.ID && strings.Contains(m.Plain(), "Only the people who look after me can do that.")
	})
	must(t, s, err)
	_, err = s.Click(s.ann, passed, "keep")
	must(t, s, err)
	_, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.TS == passed.TS && strings.Contains(m.Plain(), "From now on, I'll use this reply in my answers.")
	})
	must(t, s, err)
	m, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.Channel == other.ID && strings.Contains(m.Plain(), "Now answered by cleo.")
	})
	must(t, s, err)
	reads(t, m, "In the cellar & nowhere else.")
	m, err = s.WaitReply(s.ctx, s.Say(dm, ben, "where do I park a bicycle"))
	must(t, s, err)
	reads(t, m, "In the cellar & nowhere else.", "Source: Where can I park my bicycle?")
	for _, m := range s.Messages(open) {
		if strings.Contains(m.Plain(), "Thank you!") {
			t.Errorf("the asker's own words come back: %s", m.Plain())
		}
	}
}
