package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
)

// folder writes documents by their names.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		must(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		must(os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

// set opens the modal of a channel, saves what is chosen there, and waits for the confirmation.
func (s *served) set(t *testing.T, ch slackemu.Channel, choices map[string]string) {
	t.Helper()
	saved := func() (n int) {
		for _, c := range s.CallsOf("chat.postEphemeral") {
			if c.Args["channel"] == ch.ID && c.Args["text"] == "Saved. That's how I'll behave here from now on." {
				n++
			}
		}
		return n
	}
	before := saved()
	s.Command(ch, s.ann, "/career", "here")
	modal, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "How I behave in this channel") })
	must(t, s, err)
	sent, err := s.Submit(s.ann, modal, choices)
	must(t, s, err)
	_, err = s.WaitAcked(s.ctx, sent.EnvelopeID) // until it has closed
	must(t, s, err)
	must(t, s, s.WaitFor(s.ctx, func() bool { return saved() > before }))
}

// TestServeKeepsDocumentsToTheirChannel asks on every surface, from outside the channel that
// documents are kept to, for what they say.
func TestServeKeepsDocumentsToTheirChannel(t *testing.T) {
	dir := folder(t, map[string]string{
		"diver.md": "# Diver\n\n## Pay of a diver\n\nA diver earns 40 coins a day.\n\n## Gear of a diver\n\nDivers keep their own masks clean.\n",
		"hr/bonus.md": "---\nrole: Zanzibar Stonecutter\ninterests: [R, I]\n---\n# Zanzibar bonus of divers\n\n## Zanzibar bonus of a diver\n\nEach diver gets a zanzibar bonus of 900 coins in May.\n\n" +
			"## How to become a zanzibar stonecutter\n\n1. Learn zanzibar chess.\n2. Cut zanzibar stones.\n\n" +
			"## What interviewers ask a zanzibar stonecutter\n\n- Zanzibar chess: which opening do you play?\n- Zanzibar stones: how do you cut them?\n",
		"nobody.md": "---\nchannels: [C0NOBODY]\n---\n# Diver's pension\n\n## Pension of a diver\n\nDivers get a zanzibar pension of 70 coins.\n",
	})
	s := startServeWith(t, slackemu.Options{Subscriptions: slackemu.AllEvents()}, "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_ADMINS={ann}", "ADVISOR_USER_RATE=1000")
	ben := s.AddUser("ben")
	people := s.AddChannel("people", s.ann)
	open := s.AddChannel("open", s.ann, ben)
	s.set(t, people, map[string]string{"how": "kept", "docs": "hr/"})

	// Inside the channel they are quoted, and the quotation cannot leave it.
	m, err := s.WaitReply(s.ctx, s.Say(people, s.ann, s.BotUser().Mention()+" What bonus does a diver get?"))
	must(t, s, err)
	reads(t, m, "zanzibar bonus of 900 coins")
	m, err = s.WaitReply(s.ctx, s.Say(people, s.ann, s.BotUser().Mention()+" How do I become a zanzibar stonecutter?"))
	must(t, s, err)
	reads(t, m, "Cut zanzibar stones")
	if strings.Contains(string(m.Blocks), "Make this my plan") {
		t.Errorf("a plan would show on Home: %s", m.Plain())
	}

	// Nobody can get at it through the buttons below, or where an admin closes gaps.
	help := s.AddChannel("help", s.ann, ben)
	s.set(t, people, map[string]string{"how": "kept", "docs": "hr/", "help": help.ID})
	m, err = s.WaitReply(s.ctx, s.Say(people, s.ann, s.BotUser().Mention()+" What bonus does a diver get in May?"))
	must(t, s, err)
	reads(t, m, "zanzibar bonus of 900 coins")
	turn := regexp.MustCompile(`down:(\w+)`).FindStringSubmatch(string(m.Blocks))[1]
	forged := 0
	for action, value := range map[string]string{"why": turn, "share": turn, "plan": turn, "person": turn, "vote": "down:" + turn, "keep": turn + " 1.1"} {
		for _, where := range []string{`"channel":{"id":"` + open.ID + `"}`, `"view":{"id":"V1","type":"home"}`, `"view":{"id":"V2","type":"modal"}`} {
			forged++
			s.Deliver("interactive", json.RawMessage(fmt.Sprintf(
				`{"type":"block_actions","user":{"id":%q},"trigger_id":"%d.1.1",%s,"actions":[{"action_id":%q,"value":%q,"action_ts":"1.%[2]d"}]}`, ben.ID, forged, where, action, value)))
		}
	}
	for _, callback := range []string{"reason", "person", "replace"} {
		s.Deliver("interactive", json.RawMessage(fmt.Sprintf(
			`{"type":"view_submission","user":{"id":%q},"view":{"id":"V3","hash":"1","callback_id":%q,"private_metadata":%q}}`, ben.ID, callback, turn)))
	}
	_, err = s.Click(s.ann, m, "vote", "down:"+turn)
	must(t, s, err)
	why, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return v.CallbackID == "reason" })
	must(t, s, err)
	_, err = s.Submit(s.ann, why, map[string]string{"why": "Something is missing"})
	must(t, s, err)
	v := s.home(t, s.ann, "1 voted down")
	_, err = s.ClickView(s.ann, v, actionIn(t, v, "answer:"))
	must(t, s, err)
	gap, err := s.WaitModal(s.ctx, s.ann, func(v slackemu.View) bool { return v.CallbackID == "answer" })
	must(t, s, err)
	s.CloseView(s.ann, gap)

	questions := []string{"What bonus does a diver get?", "How do I become a stonecutter?", "What pension does a diver get?", "Bonus of divers"}
	dm := s.OpenDM(ben)
	answers := 0
	for _, q := range questions {
		for _, asked := range []slackemu.Message{s.Say(open, ben, s.BotUser().Mention()+" "+q), s.Say(dm, ben, q)} {
			_, err := s.WaitReply(s.ctx, asked)
			must(t, s, err)
		}
		asked := s.Say(open, ben, s.BotUser().Mention()+" What does a diver earn?")
		_, err := s.WaitReply(s.ctx, asked)
		must(t, s, err)
		_, err = s.WaitReply(s.ctx, s.Reply(open, ben, asked.TS, s.BotUser().Mention()+" "+q))
		must(t, s, err)
		s.Command(open, ben, "/career", q)
		s.Command(dm, ben, "/career", q)
		s.MessageShortcut(ben, s.Say(open, s.ann, q), "ask")
		answers += 3
	}
	must(t, s, s.WaitFor(s.ctx, func() bool { return len(s.CallsOf("response_url")) >= answers }))
	s.Command(dm, ben, "/career", "interview")
	s.Command(dm, ben, "/career", "interview for a zanzibar stonecutter")
	s.Command(dm, ben, "/career", "fit")
	s.answerFit(t, ben, nil)
	_, err = s.WaitModal(s.ctx, ben, func(v slackemu.View) bool { return v.CallbackID == "fitresult" })
	must(t, s, err)
	for _, u := range []slackemu.User{ben, s.ann} {
		s.OpenHome(u)
		_, err = s.WaitHome(s.ctx, u, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "What I know") })
		must(t, s, err)
	}
	must(t, s, s.WaitIdle(s.ctx))
	s.stop()
	s.done <- <-s.done
	for _, c := range s.Calls() {
		args := strings.ToLower(fmt.Sprint(c.Args))
		inside := c.Args["channel"] == people.ID || strings.Contains(args, "advisor in this channel") // the modal to choose documents
		if !inside && strings.Contains(args, "zanzibar") && !strings.Contains(args, "for a zanzibar") {
			t.Errorf("%s tells outside of the channel: %s", c.Method, args)
		}
	}
}

// TestServeBehavesAsSet: it answers unasked, in private, and only those who may ask.
func TestServeBehavesAsSet(t *testing.T) {
	dir := folder(t, map[string]string{"diver.md": "# Diver\n\n## Pay of a diver\n\nA diver earns 40 coins a day.\n"})
	s := startServeWith(t, slackemu.Options{Subscriptions: slackemu.AllEvents()}, "ADVISOR_KNOWLEDGE="+dir, "ADVISOR_ADMINS={ann}")
	ben := s.AddUser("ben")
	open := s.AddChannel("open", s.ann, ben)
	s.Command(open, ben, "/career", "here")
	_, err := s.WaitCall(s.ctx, func(c slackemu.Call) bool {
		return strings.Contains(c.Args["text"], "Only the people who look after me can do that.")
	})
	must(t, s, err)

	s.set(t, open, map[string]string{"how": "unasked"})
	cake := s.Say(open, ben, "Who brings the cake on Friday?")
	m, err := s.WaitReply(s.ctx, s.Say(open, ben, "What does a diver earn?"))
	must(t, s, err)
	reads(t, m, "40 coins a day")
	if m.ThreadTS == "" {
		t.Error("the answer is in no thread")
	}

	s.set(t, open, map[string]string{"how": "unasked\nprivate"})
	s.Say(open, ben, "What does a diver earn?")
	_, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == ben.ID && m.Channel == open.ID && strings.Contains(m.Plain(), "40 coins a day")
	})
	must(t, s, err)

	s.set(t, open, map[string]string{"how": "private", "askers": s.ann.ID})
	s.Say(open, ben, s.BotUser().Mention()+" What does a diver earn?")
	_, err = s.Wait(s.ctx, func(m slackemu.Message) bool {
		return m.EphemeralTo == ben.ID && strings.Contains(m.Plain(), "Only certain people can ask me questions in this channel.")
	})
	must(t, s, err)
	for _, m := range s.Messages(open) {
		if m.ThreadTS == cake.TS && m.TS != cake.TS {
			t.Errorf("the cake is its business: %s", m.Plain())
		}
	}

	// A group DM is a small channel: a mention is answered, and so are follow-ups in its thread.
	group := s.AddGroupDM(s.ann, ben)
	s.Say(group, ben, "Who brings the cake?")
	asked := s.Say(group, ben, s.BotUser().Mention()+" What does a diver earn?")
	m, err = s.WaitReply(s.ctx, asked)
	must(t, s, err)
	reads(t, m, "40 coins a day")
	m, err = s.WaitReply(s.ctx, s.Reply(group, s.ann, asked.TS, "What does a diver earn a day?"))
	must(t, s, err)
	reads(t, m, "40 coins a day")
	must(t, s, s.WaitIdle(s.ctx))
	for n := 0; n < len(s.Messages(group)); n++ {
		if m := s.Messages(group)[n]; m.FromBot() && m.ThreadTS != asked.TS {
			t.Errorf("nobody asked: %s", m.Plain())
		}
	}
}
