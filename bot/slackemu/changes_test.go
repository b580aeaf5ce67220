package slackemu_test

import (
	"context"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/slackemu/blockkit"

	"github.com/slack-go/slack"
)

// since returns what changed since a revision; it fails the test if nothing did.
func since(t *testing.T, s *slackemu.Server, rev int64) slackemu.Changes {
	t.Helper()
	c, err := s.Watch(soon(t), rev)
	ok(t, err)
	return c
}

func told(c slackemu.Changes) string {
	var all []string
	for _, m := range c.Messages {
		all = append(all, blockkit.Text(decoded(m.Payload), "text"))
	}
	return strings.Join(all, ", ")
}

func decoded(payload []byte) any {
	v, _ := blockkit.Decode(string(payload))
	return v
}

func TestWatchTellsEverythingAndThenWhatChanged(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	general := s.AddChannel("general", ada)
	first := s.Say(general, ada, "one")
	s.Say(general, ada, "two")

	c := since(t, s, 0)
	if got := told(c); got != "one, two" || len(c.Users) != 2 || len(c.Channels) != 1 {
		t.Errorf("at first %q, %d users, %d channels", got, len(c.Users), len(c.Channels))
	}
	s.React(ada, first, "eyes")
	if c = since(t, s, c.Rev); told(c) != "one" || c.Users != nil {
		t.Errorf("after a reaction: %q, users %v", told(c), c.Users)
	}
	s.Reply(general, ada, first.TS, "three")
	if c = since(t, s, c.Rev); told(c) != "one, three" || !strings.Contains(string(c.Messages[0].Payload), `"reply_count":1`) {
		t.Errorf("after a reply: %q", told(c))
	}
	reply, _ := s.Message(general, c.Messages[1].TS)
	s.Delete(reply)
	if c = since(t, s, c.Rev); told(c) != "one" || len(c.Gone) != 1 || c.Gone[0].TS != reply.TS {
		t.Errorf("after a deletion: %q, gone %v", told(c), c.Gone)
	}
	s.Unreact(ada, first, "eyes")
	if c = since(t, s, c.Rev); len(c.Messages) != 1 || strings.Contains(string(c.Messages[0].Payload), "reactions") {
		t.Errorf("the reaction stays: %v", c.Messages)
	}
	s.Join(general, s.AddUser("bob"))
	if c = since(t, s, c.Rev); len(c.Users) != 3 || len(c.Channels[0].Members) != 3 {
		t.Errorf("after a join: %v, %v", c.Users, c.Channels)
	}
}

func TestWatchWaits(t *testing.T) {
	s := start(t, slackemu.Options{})
	rev := since(t, s, 0).Rev
	ctx, cancel := context.WithCancel(soon(t))
	heard := make(chan slackemu.Changes, 1)
	go func() {
		c, _ := s.Watch(ctx, rev)
		heard <- c
	}()
	s.AddUser("ada")
	if c := <-heard; len(c.Users) != 2 {
		t.Errorf("told of %v", c.Users)
	}
	cancel()
	if _, err := s.Watch(ctx, 1<<40); err != nil {
		t.Errorf("a revision from the future: %v", err)
	}
	if _, err := s.Watch(ctx, since(t, s, 0).Rev); err == nil {
		t.Error("a cancelled Watch has no error")
	}
}

func TestWatchTellsTheWire(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	dm := s.OpenDM(ada)
	run(t, s, nil)
	connected(t, s)
	rev := since(t, s, 0).Rev
	s.Say(dm, ada, "hi")
	idle(t, s)
	_, ts, err := client(s).PostMessage(dm.ID, slack.MsgOptionText("ho", false))
	ok(t, err)
	_, _, err = client(s).PostMessage(dm.ID, slack.MsgOptionBlocks(slack.NewHeaderBlock(nil)))
	wantErr(t, err, "invalid_blocks")

	c := since(t, s, rev)
	if c.Wire.Sockets != 1 {
		t.Errorf("%d sockets", c.Wire.Sockets)
	}
	if len(c.Entries) == 0 || !c.Entries[0].Acked || c.Entries[0].Event != "message" {
		t.Errorf("envelopes %v", c.Entries)
	}
	if len(c.Calls) != 2 || c.Calls[0].Place != (slackemu.Place{Channel: dm.ID, TS: ts}) || len(c.Calls[1].Why) == 0 {
		t.Errorf("calls %+v", c.Calls)
	}
	if again := since(t, s, c.Rev-1); len(again.Calls) > 1 {
		t.Errorf("calls are told again: %+v", again.Calls)
	}
}

func TestWatchTellsWhatIsOpen(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	home := slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{slack.NewDividerBlock()}}}
	_, err := client(s).PublishView(ada.ID, home, "")
	ok(t, err)
	c := since(t, s, 0)
	if len(c.Desks) != 1 || c.Desks[0].User != ada.ID || c.Desks[0].Home == nil {
		t.Fatalf("desks %+v", c.Desks)
	}
	if got := string(c.Desks[0].Home.Payload); !strings.Contains(got, `"divider"`) {
		t.Errorf("the Home tab is %s", got)
	}
	s.Say(s.OpenDM(ada), ada, "hi")
	if c = since(t, s, c.Rev); c.Desks != nil {
		t.Errorf("desks are told again: %+v", c.Desks)
	}
}

func TestWatchTellsChoices(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	dm := s.OpenDM(ada)
	option := slack.NewOptionBlockObject("b", slack.NewTextBlockObject("plain_text", "B", false, false), nil)
	pick := slack.NewOptionsSelectBlockElement("static_select", nil, "pick", option)
	_, _, err := client(s).PostMessage(dm.ID, slack.MsgOptionBlocks(slack.NewActionBlock("one", pick)))
	ok(t, err)
	m := s.Messages(dm)[0]
	rev := since(t, s, 0).Rev
	if _, err := s.ClickIn(ada, m, "two", "pick", "b"); err == nil {
		t.Error("there is no block two")
	}
	_, err = s.ClickIn(ada, m, "one", "pick", "b")
	ok(t, err)
	c := since(t, s, rev)
	if got := string(c.Messages[0].Chosen[ada.ID]); !strings.Contains(got, `"value":"b"`) {
		t.Errorf("chosen is %s", got)
	}
}
