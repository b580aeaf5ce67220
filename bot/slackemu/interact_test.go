package slackemu_test

import (
	"net/http"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

func plainText(text string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, text, false, false)
}

func buttons() slack.MsgOption {
	thumbs := slack.NewFeedbackButtonsBlockElement("vote",
		slack.NewFeedbackButton(plainText("Good"), "up"), slack.NewFeedbackButton(plainText("Bad"), "down"))
	choice := slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, plainText("Role"), "role",
		slack.NewOptionBlockObject("pm", plainText("PM"), nil), slack.NewOptionBlockObject("tpm", plainText("TPM"), nil))
	return slack.MsgOptionBlocks(
		slack.NewActionBlock("b1", slack.NewButtonBlockElement("follow", "q1", plainText("Pay?")), choice),
		slack.NewActionBlock("b2", slack.NewButtonBlockElement("follow", "q2", plainText("Path?"))),
		slack.NewContextActionsBlock("b3", thumbs),
	)
}

func TestClicks(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	ch := s.AddChannel("general", ada)
	b := run(t, s, nil)
	connected(t, s)
	_, ts, err := client(s).PostMessage(ch.ID, buttons())
	ok(t, err)
	m, _ := s.Message(ch, ts)
	for _, c := range []struct {
		id, value string
		check     func(*slack.BlockAction) string
		want      string
	}{
		{"follow", "", func(a *slack.BlockAction) string { return a.BlockID + a.Value }, "b1q1"},
		{"follow", "q2", func(a *slack.BlockAction) string { return a.BlockID + a.Value }, "b2q2"},
		{"vote", "down", func(a *slack.BlockAction) string { return string(a.Type) + a.Value }, "feedback_buttonsdown"},
		{"role", "tpm", func(a *slack.BlockAction) string { return a.SelectedOption.Text.Text }, "TPM"},
	} {
		var value []string
		if c.value != "" {
			value = []string{c.value}
		}
		before := len(b.events(socketmode.EventTypeInteractive))
		inv, err := s.Click(ada, m, c.id, value...)
		ok(t, err)
		_, err = s.WaitAcked(soon(t), inv.EnvelopeID)
		ok(t, err)
		got := b.events(socketmode.EventTypeInteractive)[before].Data.(slack.InteractionCallback)
		if v := c.check(got.ActionCallback.BlockActions[0]); v != c.want {
			t.Errorf("%s %s: %q, want %q", c.id, c.value, v, c.want)
		}
		if got.Container.MessageTs != ts || got.Channel.ID != ch.ID || got.Message.Timestamp != ts || got.ResponseURL != inv.ResponseURL {
			t.Errorf("callback is %+v", got)
		}
		if c.id == "role" && got.BlockActionState.Values["b1"]["role"].SelectedOption.Value != "tpm" {
			t.Errorf("state is %+v", got.BlockActionState)
		}
	}
	for _, c := range [][]string{{"nope"}, {"follow", "q3"}, {"vote"}, {"role", "ceo"}} {
		if _, err := s.Click(ada, m, c[0], c[1:]...); err == nil {
			t.Errorf("%q could be clicked", c)
		}
	}
	if diff := cmp.Diff("[Pay?] [Role]\n[Path?]\n[Good] [Bad]", m.Plain()); diff != "" {
		t.Error(diff)
	}
}

func TestEphemeralClickHasNoMessage(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	ch := s.AddChannel("general", ada)
	b := run(t, s, nil)
	connected(t, s)
	_, err := client(s).PostEphemeral(ch.ID, ada.ID, buttons())
	ok(t, err)
	_, err = s.Click(ada, s.Ephemerals(ch, ada)[0], "vote", "up")
	ok(t, err)
	idle(t, s)
	got := b.events(socketmode.EventTypeInteractive)[0].Data.(slack.InteractionCallback)
	if !got.Container.IsEphemeral || got.Message.Timestamp != "" {
		t.Errorf("callback is %+v", got)
	}
}

// clock is the workspace's clock, which is moved by hand.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func TestResponseURL(t *testing.T) {
	clk := &clock{at: time.Unix(1700000000, 0)}
	s := start(t, slackemu.Options{Now: clk.now})
	ada := s.AddUser("ada")
	ch := s.AddChannel("general", ada)
	api := client(s)
	_, ts, err := api.PostMessage(ch.ID, buttons())
	ok(t, err)
	m, _ := s.Message(ch, ts)
	respond := func(opts ...slack.MsgOption) error {
		_, _, err := api.PostMessage("", opts...)
		return err
	}

	inv := s.Command(ch, ada, "/career", "hi")
	ok(t, respond(slack.MsgOptionText("for you", false), slack.MsgOptionResponseURL(inv.ResponseURL, slack.ResponseTypeEphemeral)))
	ok(t, respond(slack.MsgOptionText("for all", false), slack.MsgOptionResponseURL(inv.ResponseURL, slack.ResponseTypeInChannel)))
	if got := texts(s.Ephemerals(ch, ada)); got != "for you" {
		t.Errorf("only ada sees %q", got)
	}
	ok(t, respond(slack.MsgOptionText("again", false), slack.MsgOptionReplaceOriginal(inv.ResponseURL)))
	if n := len(s.Ephemerals(ch, ada)); n != 2 {
		t.Errorf("a command's answer was replaced: %d messages", n)
	}
	for range 2 {
		ok(t, respond(slack.MsgOptionText("x", false), slack.MsgOptionResponseURL(inv.ResponseURL, slack.ResponseTypeEphemeral)))
	}
	if err := respond(slack.MsgOptionText("sixth", false), slack.MsgOptionResponseURL(inv.ResponseURL, slack.ResponseTypeEphemeral)); err == nil {
		t.Error("sixth use went well")
	}

	click, err := s.Click(ada, m, "vote", "up")
	ok(t, err)
	ok(t, respond(slack.MsgOptionText("thanks", false), slack.MsgOptionBlocks(slack.NewDividerBlock()), slack.MsgOptionReplaceOriginal(click.ResponseURL)))
	if m, _ = s.Message(ch, ts); m.Text != "thanks" || !m.Edited {
		t.Errorf("original is %+v", m)
	}
	clk.at = clk.at.Add(31 * time.Minute)
	if err := respond(slack.MsgOptionDeleteOriginal(click.ResponseURL)); err == nil {
		t.Error("expired URL was used")
	}
	fresh := s.MessageShortcut(ada, m, "ask")
	resp, err := http.Post(fresh.ResponseURL, "application/json", nil)
	ok(t, err)
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusBadRequest {
		t.Errorf("an empty answer gives %d", resp.StatusCode)
	}
	var failed int
	for _, c := range s.CallsOf("response_url") {
		if c.Error != "" {
			failed++
		}
	}
	if failed != 3 {
		t.Errorf("%d calls failed", failed)
	}
}

func TestUnregisteredCommandGoesNowhere(t *testing.T) {
	s := start(t, slackemu.Options{Commands: []string{"/job"}})
	ada := s.AddUser("ada")
	if inv := s.Command(s.OpenDM(ada), ada, "/career", ""); inv.EnvelopeID != "" || len(s.Notices(ada)) != 1 {
		t.Errorf("invocation %+v", inv)
	}
	if inv := s.Command(s.OpenDM(ada), ada, "/job", ""); inv.EnvelopeID == "" {
		t.Error("registered command went nowhere")
	}
}
