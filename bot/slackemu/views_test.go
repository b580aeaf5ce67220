package slackemu_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/slackemu"

	"github.com/google/go-cmp/cmp"
	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

func reasonModal(title string) slack.ModalViewRequest {
	why := slack.NewInputBlock("why", plainText("Why?"), nil, slack.NewPlainTextInputBlockElement(nil, "text"))
	kind := slack.NewInputBlock("kind", plainText("Kind"), nil, slack.NewCheckboxGroupsBlockElement("kinds",
		slack.NewOptionBlockObject("wrong", plainText("Wrong"), nil), slack.NewOptionBlockObject("old", plainText("Old"), nil)))
	return slack.ModalViewRequest{
		Type: slack.VTModal, Title: plainText(title), Submit: plainText("Send"), Close: plainText("Cancel"),
		CallbackID: "reason", PrivateMetadata: "m1", NotifyOnClose: true,
		Blocks: slack.Blocks{BlockSet: []slack.Block{why, kind.WithOptional(true)}},
	}
}

func open(t *testing.T, s *slackemu.Server, u slackemu.User) slackemu.View {
	t.Helper()
	_, err := client(s).OpenView(s.Shortcut(u, "x").TriggerID, reasonModal("Feedback"))
	ok(t, err)
	v, there := s.Modal(u)
	if !there {
		t.Fatal("no modal")
	}
	return v
}

func TestModalIsOpenedAndSubmitted(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	b := run(t, s, nil)
	connected(t, s)
	v := open(t, s, ada)
	if diff := cmp.Diff("Feedback\nWhy?\n[]\nKind\n[Wrong] [Old]\n[Send]", v.Plain()); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []map[string]string{nil, {"why": ""}, {"why": "x", "nope": "y"}, {"why": "x", "kinds": "new"}} {
		if _, err := s.Submit(ada, v, bad); err == nil {
			t.Errorf("%v could be submitted", bad)
		}
	}
	inv, err := s.Submit(ada, v, map[string]string{"why": "too old", "kinds": "wrong\nold"})
	ok(t, err)
	_, err = s.WaitAcked(soon(t), inv.EnvelopeID)
	ok(t, err)
	all := b.events(socketmode.EventTypeInteractive)
	got := all[len(all)-1].Data.(slack.InteractionCallback)
	values := got.View.State.Values
	if got.View.CallbackID != "reason" || got.View.PrivateMetadata != "m1" || values["why"]["text"].Value != "too old" || len(values["kind"]["kinds"].SelectedOptions) != 2 {
		t.Errorf("submission is %+v", got.View)
	}
	ok(t, s.WaitFor(soon(t), func() bool { _, still := s.Modal(ada); return !still }))
}

func TestSubmissionResponses(t *testing.T) {
	next := reasonModal("Next")
	broken := reasonModal(strings.Repeat("x", 25))
	for name, c := range map[string]struct {
		answer *slack.ViewSubmissionResponse
		want   string // title, "!" and errors, "?" and notices
	}{
		"errors":             {slack.NewErrorsViewSubmissionResponse(map[string]string{"why": "too short"}), "Feedback!too short"},
		"errors of no input": {slack.NewErrorsViewSubmissionResponse(map[string]string{"section": "x"}), "Feedback?trouble_connecting"},
		"update":             {slack.NewUpdateViewSubmissionResponse(&next), "Next"},
		"not modelled":       {slack.NewClearViewSubmissionResponse(), "Feedback?trouble_connecting"},
		"broken view":        {slack.NewUpdateViewSubmissionResponse(&broken), "Feedback?trouble_connecting"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, slackemu.Options{})
			ada := s.AddUser("ada")
			run(t, s, func(b *bot, e socketmode.Event) {
				if call, isCall := e.Data.(slack.InteractionCallback); isCall && call.Type == slack.InteractionTypeViewSubmission {
					_ = b.Ack(*e.Request, c.answer)
					return
				}
				ackAll(b, e)
			})
			connected(t, s)
			_, err := s.Submit(ada, open(t, s, ada), map[string]string{"text": "x"})
			ok(t, err)
			idle(t, s)
			v, _ := s.Modal(ada)
			got := v.Title
			for _, text := range v.Errors {
				got += "!" + text
			}
			for _, n := range s.Notices(ada) {
				got += "?" + n.Error
			}
			if got != c.want {
				t.Errorf("person sees %q, want %q", got, c.want)
			}
		})
	}
}

func TestUnansweredSubmissionStaysOpen(t *testing.T) {
	s := start(t, slackemu.Options{AckWithin: 5 * time.Millisecond})
	ada := s.AddUser("ada")
	dial(t, s)
	v := open(t, s, ada)
	inv, err := s.Submit(ada, v, map[string]string{"why": "x"})
	ok(t, err)
	idle(t, s)
	told := slices.ContainsFunc(s.Notices(ada), func(n slackemu.Notice) bool {
		return n.EnvelopeID == inv.EnvelopeID && n.Error == "trouble_connecting"
	})
	if _, there := s.Modal(ada); !there || !told {
		t.Errorf("notices are %+v", s.Notices(ada))
	}
}

func TestTriggers(t *testing.T) {
	clk := &clock{at: time.Unix(1700000000, 0)}
	s := start(t, slackemu.Options{Now: clk.now})
	ada := s.AddUser("ada")
	api := client(s)
	trigger := s.Command(s.OpenDM(ada), ada, "/career", "").TriggerID
	clk.at = clk.at.Add(3 * time.Second)
	_, err := api.OpenView(trigger, reasonModal("x"))
	ok(t, err)
	_, err = api.OpenView(trigger, reasonModal("x"))
	wantErr(t, err, "exchanged_trigger_id")
	late := s.Shortcut(ada, "x").TriggerID
	clk.at = clk.at.Add(3*time.Second + time.Millisecond)
	_, err = api.OpenView(late, reasonModal("x"))
	wantErr(t, err, "expired_trigger_id")
}

func TestViewsAreStacked(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	api := client(s)
	_, err := api.PushView(s.Shortcut(ada, "x").TriggerID, reasonModal("x"))
	wantErr(t, err, "not_found")
	first := open(t, s, ada)
	for _, title := range []string{"Second", "Third"} {
		_, err := api.PushView(s.Shortcut(ada, "x").TriggerID, reasonModal(title))
		ok(t, err)
	}
	_, err = api.PushView(s.Shortcut(ada, "x").TriggerID, reasonModal("Fourth"))
	wantErr(t, err, "push_limit_reached")
	top, _ := s.Modal(ada)
	if top.Title != "Third" || top.RootID != first.ID || top.PreviousID == "" {
		t.Errorf("top is %+v", top)
	}
	before := len(s.Envelopes())
	s.CloseView(ada, top)
	if v, _ := s.Modal(ada); v.Title != "Second" || s.Envelopes()[before].Event != "view_closed" {
		t.Errorf("after closing: %q", v.Title)
	}
}

func TestHome(t *testing.T) {
	s := start(t, slackemu.Options{})
	ada := s.AddUser("ada")
	b := run(t, s, nil)
	connected(t, s)
	publish := func(text, hash string) (*slack.ViewResponse, error) {
		block := slack.NewSectionBlock(plainText(text), nil, slack.NewAccessory(slack.NewButtonBlockElement("go", "v", plainText("Go"))))
		return client(s).PublishView(ada.ID, slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: []slack.Block{block}}}, hash)
	}
	resp, err := publish("Welcome", "")
	ok(t, err)
	_, err = publish("Welcome back", resp.Hash)
	ok(t, err)
	_, err = publish("Stale", resp.Hash)
	wantErr(t, err, "hash_conflict")
	home, err := s.WaitHome(soon(t), ada, func(v slackemu.View) bool { return strings.Contains(v.Plain(), "back") })
	ok(t, err)
	inv, err := s.ClickView(ada, home, "go")
	ok(t, err)
	_, err = s.WaitAcked(soon(t), inv.EnvelopeID)
	ok(t, err)
	got := b.events(socketmode.EventTypeInteractive)[0].Data.(slack.InteractionCallback)
	if got.View.ID != home.ID || got.Container.Type != "view" || got.ActionCallback.BlockActions[0].Value != "v" {
		t.Errorf("callback is %+v", got)
	}
	s.OpenHome(ada)
	idle(t, s)
	all := s.Envelopes()
	if event := inner(t, all[len(all)-1]); event["view"] == nil || event["tab"] != "home" {
		t.Errorf("event is %v", event)
	}
}
