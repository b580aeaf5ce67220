package slackemu_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/gorilla/websocket"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/slackevents"
	"github.com/slack-go/slack/socketmode"
)

func TestAllKindsOfEnvelopesAreParsedAndAcked(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	dm := s.OpenDM(u)
	b := run(t, s, nil)
	connected(t, s)

	s.Say(dm, u, "PM vs TPM?")
	s.Command(dm, u, "/career", "help me")
	s.Shortcut(u, "ask")
	idle(t, s)

	message := b.events(socketmode.EventTypeEventsAPI)[0].Data.(slackevents.EventsAPIEvent).InnerEvent.Data.(*slackevents.MessageEvent)
	if message.Text != "PM vs TPM?" || message.User != u.ID || message.ChannelType != "im" || message.Channel != dm.ID {
		t.Errorf("message is %+v", message)
	}
	command := b.events(socketmode.EventTypeSlashCommand)[0].Data.(slack.SlashCommand)
	if command.Command != "/career" || command.Text != "help me" || command.UserID != u.ID || command.ChannelName != "directmessage" {
		t.Errorf("command is %+v", command)
	}
	shortcut := b.events(socketmode.EventTypeInteractive)[0].Data.(slack.InteractionCallback)
	if shortcut.Type != slack.InteractionTypeShortcut || shortcut.CallbackID != "ask" || shortcut.User.ID != u.ID {
		t.Errorf("shortcut is %+v", shortcut)
	}
	for _, e := range s.Envelopes() {
		if !e.Acked || e.GaveUp || len(e.IDs) != 1 {
			t.Errorf("envelope is %+v", e)
		}
	}
}

var fast = []time.Duration{0, time.Millisecond, 2 * time.Millisecond}

func TestUnackedEventIsRedelivered(t *testing.T) {
	s := start(t, slackemu.Options{AckWithin: 20 * time.Millisecond, RetryAfter: slices.Repeat(fast, 1000)})
	b := run(t, s, func(b *bot, e socketmode.Event) {
		if e.Request != nil && e.Request.RetryAttempt >= 2 {
			ackAll(b, e)
		}
	})
	connected(t, s)
	u := s.AddUser("ada")
	s.Say(s.OpenDM(u), u, "hi")
	idle(t, s)
	e := s.Envelopes()[0]
	if !e.Acked || len(e.IDs) < 3 || e.IDs[1] == e.ID {
		t.Errorf("envelope is %+v", e)
	}
	events := b.events(socketmode.EventTypeEventsAPI)
	for i, got := range events {
		id := got.Data.(slackevents.EventsAPIEvent).Data.(*slackevents.EventsAPICallbackEvent).EventID
		if got.Request.RetryAttempt != i || id != e.EventID || (got.Request.RetryReason == "timeout") != (i > 0) {
			t.Errorf("delivery %d: %+v", i, got.Request)
		}
	}
}

func TestEventIsGivenUpAfterTheLastRetry(t *testing.T) {
	s := start(t, slackemu.Options{AckWithin: 5 * time.Millisecond, RetryAfter: fast})
	dial(t, s)
	u := s.AddUser("ada")
	s.Say(s.OpenDM(u), u, "hi")
	idle(t, s)
	e := s.Envelopes()[0]
	if e.Acked || !e.GaveUp || len(e.IDs) != 4 {
		t.Errorf("envelope is %+v", e)
	}
	if _, err := s.WaitAcked(soon(t), e.ID); err == nil {
		t.Error("WaitAcked is content")
	}
}

func TestEventsWaitForASocket(t *testing.T) {
	s := start(t, slackemu.Options{})
	u := s.AddUser("ada")
	for _, text := range []string{"one", "two"} {
		s.Say(s.OpenDM(u), u, text)
	}
	b := run(t, s, nil)
	idle(t, s)
	var got []string
	for _, e := range b.events(socketmode.EventTypeEventsAPI) {
		got = append(got, e.Data.(slackevents.EventsAPIEvent).InnerEvent.Data.(*slackevents.MessageEvent).Text)
	}
	if len(got) != 2 || got[0] != "one" || got[1] != "two" {
		t.Errorf("got %q", got)
	}
}

func TestAckOnTheOtherSocket(t *testing.T) {
	s := start(t, slackemu.Options{AckWithin: ample, RetryAfter: []time.Duration{}})
	u := s.AddUser("ada")
	a, _ := dial(t, s)
	read(t, a)
	b, _ := dial(t, s)
	read(t, b)
	s.Say(s.OpenDM(u), u, "for either")
	s.Say(s.OpenDM(u), u, "of the two")
	byA := read(t, a)["envelope_id"]
	ok(t, b.WriteJSON(map[string]any{"envelope_id": byA}))
	_, err := s.WaitAcked(soon(t), byA.(string))
	ok(t, err)
}

func TestCommandWithoutAckFailsForThePerson(t *testing.T) {
	s := start(t, slackemu.Options{AckWithin: 10 * time.Millisecond})
	u := s.AddUser("ada")
	dm := s.OpenDM(u)
	s.Command(dm, u, "/career", "anyone?")
	idle(t, s)
	conn, _ := dial(t, s)
	s.Command(dm, u, "/career", "and now?")
	idle(t, s)
	notices := s.Notices(u)
	if len(notices) != 2 || notices[0].Error != "dispatch_failed" || notices[1].Error != "operation_timeout" {
		t.Errorf("notices are %+v", notices)
	}
	said := s.Ephemerals(dm, u)
	if len(said) != 2 || said[1].Text != `/career failed with the error "operation_timeout"` {
		t.Errorf("Slackbot says %+v", said)
	}
	read(t, conn)
	frame := read(t, conn)
	ok(t, conn.WriteJSON(map[string]any{"envelope_id": frame["envelope_id"], "payload": map[string]any{"text": "late"}}))
	ok(t, s.WaitFor(soon(t), func() bool { return s.Envelopes()[1].Acked }))
	if n := len(s.Ephemerals(dm, u)); n != 2 {
		t.Errorf("a late answer was shown: %d messages", n)
	}
}

func TestAckPayloadAnswersACommand(t *testing.T) {
	for name, c := range map[string]struct {
		payload         any
		said, ephemeral string
		notice          string
	}{
		"nothing":        {},
		"ephemeral":      {payload: map[string]any{"text": "psst"}, ephemeral: "psst"},
		"in the channel": {payload: map[string]any{"text": "hear!", "response_type": "in_channel"}, said: "hear!"},
		"bad blocks":     {payload: map[string]any{"blocks": []any{map[string]any{"type": "sektion"}}}, notice: "invalid_command_response"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, slackemu.Options{})
			run(t, s, func(b *bot, e socketmode.Event) {
				if e.Type == socketmode.EventTypeSlashCommand {
					_ = b.Ack(*e.Request, c.payload)
				}
			})
			u := s.AddUser("ada")
			ch := s.AddChannel("general", u)
			s.Command(ch, u, "/career", "hi")
			idle(t, s)
			if got := texts(s.Messages(ch)); got != c.said {
				t.Errorf("channel shows %q", got)
			}
			if notices := s.Notices(u); c.notice == "" && texts(s.Ephemerals(ch, u)) != c.ephemeral ||
				c.notice != "" && (len(notices) != 1 || notices[0].Error != c.notice) {
				t.Errorf("person sees %q and %v", texts(s.Ephemerals(ch, u)), notices)
			}
		})
	}
}

func texts(all []slackemu.Message) string {
	var out string
	for _, m := range all {
		out += m.Plain()
	}
	return out
}

func TestDuplicatesShareAnEventID(t *testing.T) {
	s := start(t, slackemu.Options{})
	run(t, s, nil)
	u := s.AddUser("ada")
	s.DuplicateNext(1)
	s.Say(s.OpenDM(u), u, "hi")
	s.Say(s.OpenDM(u), u, "ho")
	_, err := s.Redeliver(s.Envelopes()[2].ID)
	ok(t, err)
	idle(t, s)
	all := s.Envelopes()
	if len(all) != 4 || all[0].EventID != all[1].EventID || all[2].EventID != all[3].EventID || all[0].EventID == all[2].EventID {
		t.Errorf("envelopes are %+v", all)
	}
	if _, err := s.Redeliver("nope"); err == nil {
		t.Error("unknown envelope was redelivered")
	}
}

func TestRawEnvelopes(t *testing.T) {
	s := start(t, slackemu.Options{})
	b := run(t, s, func(b *bot, e socketmode.Event) {
		if bad, isBad := e.Data.(*socketmode.ErrorBadMessage); isBad {
			var envelope socketmode.Request
			_ = json.Unmarshal(bad.Message, &envelope)
			_ = b.Ack(envelope)
			return
		}
		ackAll(b, e)
	})
	connected(t, s)
	s.DeliverEvent(json.RawMessage(`{"type":"never_heard_of"}`))
	s.Deliver("carrier_pigeon", json.RawMessage(`{"type":"coo"}`))
	s.Deliver("slash_commands", json.RawMessage(`{"user_id":{}}`))
	idle(t, s)
	if n := len(b.events(socketmode.EventTypeErrorBadMessage)); n != 3 {
		t.Errorf("%d bad messages", n)
	}
	if !s.SendFrame("{not json") {
		t.Error("no socket")
	}
	ok(t, s.WaitFor(soon(t), func() bool { return s.Connected() == 1 }))
}

func TestFramesWithoutAckAreIgnored(t *testing.T) {
	s := start(t, slackemu.Options{})
	conn, _ := dial(t, s)
	for _, frame := range []string{"", "null", "[]", `{"envelope_id":7}`, `{"envelope_id":"nobody"}`} {
		ok(t, conn.WriteMessage(websocket.TextMessage, []byte(frame)))
	}
	s.SendFrame(`{"type":"still here"}`)
	read(t, conn)
	read(t, conn)
}
