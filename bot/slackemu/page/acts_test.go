package page_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"careeradvisor/bot/slackemu"

	"github.com/slack-go/slack"
)

func (d *desk) client() *slack.Client {
	return slack.New(d.BotToken(), slack.OptionAPIURL(d.URL()))
}

func TestActs(t *testing.T) {
	d := start(t)
	lounge := d.AddChannel("lounge", d.ann)
	d.RemoveBot(lounge)
	m := d.Say(d.general, d.ann, "hi")
	at := map[string]any{"user": d.ann.ID, "channel": d.general.ID, "ts": m.TS}
	for _, c := range []struct {
		act    string
		fields map[string]any
		done   func() bool
	}{
		{"say", map[string]any{"thread": m.TS, "text": "a reply"}, func() bool { return len(d.Thread(d.general, m.TS)) == 2 }},
		{"edit", map[string]any{"text": "ho"}, func() bool { now, _ := d.Message(d.general, m.TS); return now.Text == "ho" && now.Edited }},
		{"react", map[string]any{"emoji": "eyes"}, func() bool { now, _ := d.Message(d.general, m.TS); return len(now.Reactions) == 1 }},
		{"react", map[string]any{"emoji": "eyes"}, func() bool { now, _ := d.Message(d.general, m.TS); return len(now.Reactions) == 0 }},
		{"command", map[string]any{"command": "/career", "text": "Why?"}, func() bool { return d.sent("/career") }},
		{"command", map[string]any{"command": "/other"}, func() bool { return len(d.Notices(d.ann)) == 1 }},
		{"shortcut", map[string]any{"shortcut": "ask"}, func() bool { return d.sent("message_action") }},
		{"tab", map[string]any{"tab": "home"}, func() bool { return d.sent("app_home_opened") }},
		{"invite", map[string]any{"channel": lounge.ID}, func() bool { return len(d.Messages(lounge)) == 1 }},
		{"fault", map[string]any{"fault": "429", "method": "auth.test"}, func() bool { _, err := d.client().AuthTest(); return err != nil }},
		{"heal", nil, func() bool { _, err := d.client().AuthTest(); return err == nil }},
		{"redeliver", map[string]any{"envelope": d.Envelopes()}, nil},
		{"delete", nil, func() bool { now, _ := d.Message(d.general, m.TS); return now.Subtype == "tombstone" }},
	} {
		if c.act == "redeliver" {
			c.fields = map[string]any{"envelope": d.Envelopes()[0].ID}
			n := len(d.Envelopes())
			c.done = func() bool { return len(d.Envelopes()) == n+1 }
		}
		fields := map[string]any{}
		for _, from := range []map[string]any{at, c.fields} {
			for k, v := range from {
				fields[k] = v
			}
		}
		if status, answer := d.act(c.act, fields); status != http.StatusOK || !c.done() {
			t.Errorf("%s %v: %d %s", c.act, c.fields, status, answer)
		}
	}
}

func (d *desk) sent(event string) bool {
	return slices.ContainsFunc(d.Envelopes(), func(e slackemu.Envelope) bool { return e.Event == event })
}

func TestActsThatCannotBe(t *testing.T) {
	d := start(t)
	mine, bens := d.Say(d.general, d.ann, "hi"), d.Say(d.general, d.ben, "hi")
	bensDM := d.OpenDM(d.ben)
	_, err := d.client().PostEphemeral(d.general.ID, d.ben.ID, slack.MsgOptionText("psst", false))
	if err != nil {
		t.Fatal(err)
	}
	secret := d.Ephemerals(d.general, d.ben)[0]
	before := len(d.Envelopes())
	for name, c := range map[string]struct {
		act    string
		fields map[string]any
		want   int
	}{
		"nobody":                {"say", map[string]any{"user": "U0", "channel": d.general.ID, "text": "hi"}, 409},
		"as the bot":            {"say", map[string]any{"user": d.BotUser().ID, "channel": d.general.ID, "text": "hi"}, 409},
		"nowhere":               {"say", map[string]any{"user": d.ann.ID, "channel": "C0", "text": "hi"}, 409},
		"another's DM":          {"say", map[string]any{"user": d.ann.ID, "channel": bensDM.ID, "text": "hi"}, 409},
		"another's channel":     {"say", map[string]any{"user": d.ann.ID, "channel": d.AddPrivateChannel("hiring", d.ben).ID, "text": "hi"}, 409},
		"another's group":       {"say", map[string]any{"user": d.ann.ID, "channel": d.AddGroupDM(d.ben).ID, "text": "hi"}, 409},
		"nothing":               {"say", map[string]any{"user": d.ann.ID, "channel": d.general.ID}, 409},
		"no thread":             {"say", map[string]any{"user": d.ann.ID, "channel": d.general.ID, "thread": "1.2", "text": "hi"}, 409},
		"another's message":     {"edit", map[string]any{"user": d.ann.ID, "channel": d.general.ID, "ts": bens.TS, "text": "ho"}, 409},
		"another's secret":      {"react", map[string]any{"user": d.ann.ID, "channel": d.general.ID, "ts": secret.TS, "emoji": "eyes"}, 409},
		"a deleted message":     {"click", map[string]any{"user": d.ann.ID, "channel": d.general.ID, "ts": "1.2", "action": "a"}, 409},
		"no such button":        {"click", map[string]any{"user": d.ann.ID, "channel": d.general.ID, "ts": mine.TS, "action": "a"}, 409},
		"no such view":          {"submit", map[string]any{"user": d.ann.ID, "view": "V0"}, 409},
		"no such fault":         {"fault", map[string]any{"fault": "earthquake"}, 409},
		"no such envelope":      {"redeliver", map[string]any{"envelope": "e0"}, 409},
		"no such act":           {"explode", nil, 404},
		"an unknown field":      {"heal", map[string]any{"colour": "red"}, 400},
		"something else inside": {"say", map[string]any{"text": 3}, 400},
	} {
		status, answer := d.act(c.act, c.fields)
		var said struct{ Error string }
		if err := json.Unmarshal([]byte(answer), &said); err != nil || said.Error == "" || status != c.want {
			t.Errorf("%s: %d %s, want %d and a reason", name, status, answer, c.want)
		}
	}
	if got := len(d.Envelopes()); got != before {
		t.Errorf("the bot heard of %d acts", got-before)
	}
}

func TestViewsAreUsed(t *testing.T) {
	d := start(t)
	inv := d.Command(d.general, d.ann, "/career", "")
	view := `{"type":"modal","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"S"},"blocks":[
		{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why?"},"element":{"type":"plain_text_input","action_id":"text"}},
		{"type":"actions","block_id":"row","elements":[{"type":"button","action_id":"more","text":{"type":"plain_text","text":"More"}}]}]}`
	var request slack.ModalViewRequest
	if err := json.Unmarshal([]byte(view), &request); err != nil {
		t.Fatal(err)
	}
	opened, err := d.client().OpenView(inv.TriggerID, request)
	if err != nil {
		t.Fatal(err)
	}
	on := map[string]any{"user": d.ann.ID, "view": opened.ID}
	with := func(name string, value any) map[string]any {
		return map[string]any{"user": on["user"], "view": on["view"], name: value}
	}
	typed := with("action", "more")
	typed["inputs"] = map[string]string{"why": "half a reason"}
	if status, answer := d.act("click", typed); status != 200 || !d.sent("block_actions") {
		t.Errorf("click: %d %s", status, answer)
	}
	if last := d.Envelopes()[len(d.Envelopes())-1]; !strings.Contains(string(last.Payload), `"half a reason"`) {
		t.Errorf("what was typed is not in %s", last.Payload)
	}
	if status, answer := d.act("click", with("inputs", map[string]string{"why": ""})); status != 409 {
		t.Errorf("a click on nothing: %d %s", status, answer)
	}
	if status, answer := d.act("submit", on); status != 409 || !strings.Contains(answer, "required") {
		t.Errorf("an empty submission: %d %s", status, answer)
	}
	if status, answer := d.act("submit", with("inputs", map[string]string{"why": "because"})); status != 200 || !d.sent("view_submission") {
		t.Errorf("submit: %d %s", status, answer)
	}
	if status, answer := d.act("close", on); status != 200 {
		t.Errorf("close: %d %s", status, answer)
	}
	if _, open := d.Modal(d.ann); open {
		t.Error("the modal is still open")
	}
}

func TestFaultsByName(t *testing.T) {
	d := start(t)
	for _, name := range []string{"429", "503", "slow", "lose", "duplicate"} {
		if status, answer := d.act("fault", map[string]any{"fault": name, "count": 3, "seconds": 2}); status != http.StatusOK {
			t.Errorf("%s: %d %s", name, status, answer)
		}
		c, err := d.Watch(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		if f := c.Wire.Faults; len(f) != 1 || f[0].Kind != name || name != "slow" && f[0].Left != 3 {
			t.Errorf("%s: still to come is %+v", name, f)
		}
		d.act("heal", nil)
	}
	for _, name := range []string{"drop", "hang", "warning", "refresh_requested", "link_disabled"} {
		if status, answer := d.act("fault", map[string]any{"fault": name}); status != http.StatusOK {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
}
