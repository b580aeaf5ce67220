package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/slack-go/slack"

	"careeradvisor/bot"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/slackemu"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// FuzzWords reads what Slack sends and escapes what Slack shows: text goes there and comes back
// unchanged, and nothing in it can format, ping or link.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"PM vs TPM?", "R&amp;D &lt;or&gt; QA", "<@UBOT> <@U1|ann> <#C1|x> <!here> <!date^1^{date}|today>", "<https://a.b|c> <mailto:a@b|a@b>",
		"&amp;lt;", "<@U1", "<<@U1>>", "<|>", "a\u00a0\u200b\ufeffb\r\n", "\xff<\xfe>&", "*b* _i_ ~s~ `c` :x:", strings.Repeat("<a:", 500), strings.Repeat("&", 500), "🧭🧭",
	} {
		f.Add(seed, uint8(len(seed)))
	}
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		read := bot.Unescape(text, "UBOT")
		if utf8.ValidString(text) && !utf8.ValidString(read) || len(read) > len(text) || strings.TrimSpace(read) != read {
			t.Fatalf("%q is read as %q", text, read)
		}
		shown := render.Escape(text)
		if strings.ContainsAny(shown, "<>") || strings.Count(shown, "&") != strings.Count(shown, "&amp;")+strings.Count(shown, "&lt;")+strings.Count(shown, "&gt;") {
			t.Fatalf("%q is shown as %q", text, shown)
		}
		if got, want := bot.Unescape(shown, "UBOT"), seen(text); got != want {
			t.Fatalf("%q comes back as %q, not %q", text, got, want)
		}
		limit := int(n) + 10
		if size := render.Size(render.Clip(text, limit)); size > limit {
			t.Fatalf("clipped to %d, not %d", size, limit)
		}
		whole := ""
		for _, part := range render.Split(text, limit) {
			if part == "" || render.Size(part) > limit {
				t.Fatalf("a part of %d, not %d: %q", render.Size(part), limit, part)
			}
			whole += part
		}
		if utf8.ValidString(text) && spaceless(whole) != spaceless(text) {
			t.Fatalf("%q is split to %q", text, whole)
		}
	})
}

// seen is text without the characters that people do not see.
func seen(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(knowledge.Visible(text), "\u00a0", " "))
}

func spaceless(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// draw makes values from fuzzed bytes.
type draw struct{ data []byte }

// n is a number up to most.
func (d *draw) n(most int) int {
	if len(d.data) == 0 {
		return 0
	}
	b := int(d.data[0])
	d.data = d.data[1:]
	return b % (most + 1)
}

// text is some of the bytes, now and then repeated many times.
func (d *draw) text() string {
	n := min(d.n(30), len(d.data))
	s := string(d.data[:n])
	d.data = d.data[n:]
	return strings.Repeat(s, []int{1, 1, 1, 1, 1, 25, 400}[d.n(6)])
}

func some[T any](d *draw, most int, make func() T) []T {
	var all []T
	for range d.n(most) {
		all = append(all, make())
	}
	return all
}

func (d *draw) cites() []int { return some(d, 3, func() int { return d.n(6) - 1 }) }

func (d *draw) citation() knowledge.Citation {
	return knowledge.Citation{Doc: d.text(), Title: d.text(), Section: d.text(), Source: d.text(), Date: d.text()}
}

func (d *draw) point() knowledge.Point {
	return knowledge.Point{Label: d.text(), Text: d.text(), Cites: d.cites(),
		Cells: some(d, 22, func() knowledge.Cell { return knowledge.Cell{Text: d.text(), Cites: d.cites()} })}
}

func (d *draw) answer() knowledge.Answer {
	return knowledge.Answer{
		Kind:  []knowledge.AnswerKind{knowledge.Answered, knowledge.Refuse, knowledge.Clarify, knowledge.Help}[d.n(3)],
		Shape: []knowledge.Shape{knowledge.Prose, knowledge.List, knowledge.Steps, knowledge.Table}[d.n(3)],
		Lead:  d.text(), LeadCites: d.cites(), Columns: some(d, 22, d.text), Points: some(d, 120, d.point), Also: some(d, 3, d.point),
		Citations: some(d, 8, d.citation), Suggestions: some(d, 30, d.text),
		Why: &knowledge.Explanation{
			Read: d.text(), Roles: some(d, 4, d.text), Foreign: some(d, 3, d.text),
			Terms: some(d, 5, func() knowledge.Term { return knowledge.Term{Text: d.text(), Met: d.n(1) == 1} }),
			Considered: some(d, 8, func() knowledge.Considered {
				return knowledge.Considered{Citation: d.citation(), Text: d.text(), Said: d.n(1) == 1, Why: d.text()}
			}),
		},
	}
}

// answers are seeds for draw.
func answerSeeds(f *testing.F) {
	for _, seed := range []string{
		"", "\x00\x00\x05Hello\x00", "\x02\x01\x01 \x00", "\x00\x03\x01a\x00\x00\x02\x01b\x00\x01c\x00\x02" + strings.Repeat("\x03abc\x00\x02de\x00\x01\x01", 40),
		strings.Repeat("\x0a<!channel>\x06", 60), strings.Repeat("\x05&<>*_\x05\x01", 60), strings.Repeat("\x04\xff\xfe\x00 \x00", 50), strings.Repeat("\x1e", 300), strings.Repeat("\xff", 300),
	} {
		f.Add([]byte(seed))
	}
}

// office is a local Slack for trying out what is rendered.
type office struct {
	*slackemu.Server
	api     *slack.Client
	ann     slackemu.User
	general slackemu.Channel
	message string // shown again as often as there is something to show
}

func newOffice(f *testing.F) *office {
	emu, err := slackemu.Start(unhurried(slackemu.Options{}))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = emu.Close() })
	o := &office{Server: emu, api: slack.New(emu.BotToken(), slack.OptionAPIURL(emu.URL()))}
	o.ann = emu.AddUser("ann")
	o.general = emu.AddChannel("general", o.ann)
	if _, o.message, err = o.api.PostMessageContext(f.Context(), o.general.ID, slack.MsgOptionText("x", false)); err != nil {
		f.Fatal(err)
	}
	return o
}

// FuzzRender shows any answer, with all its controls and its explanation: Slack takes
// every message, and none pings.
func FuzzRender(f *testing.F) {
	answerSeeds(f)
	o := newOffice(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &draw{data}
		a, asked := d.answer(), d.text()
		for i, m := range bot.RenderWithAll(a, asked) {
			checkLimits(t, i, m)
			_, _, _, err := o.api.UpdateMessageContext(t.Context(), o.general.ID, o.message,
				slack.MsgOptionText(render.Escape(m.Text), false), slack.MsgOptionDisableMarkdown(), slack.MsgOptionBlocks(m.Blocks...))
			if err != nil {
				t.Fatalf("message %d: %s", i, reason(err))
			}
			if shown, _ := o.Message(o.general, o.message); len(shown.Pings) > 0 {
				t.Fatalf("message %d pings %v", i, shown.Pings)
			}
		}
		turn := memory.Turn{ID: "t", Question: asked, Answer: a, Generation: d.text()}
		o.modal(t, bot.WhyModal(turn))
		o.modal(t, bot.ReasonModal(turn))
	})
}

func (o *office) modal(t *testing.T, v slack.ModalViewRequest) {
	t.Helper()
	if _, err := o.api.OpenViewContext(t.Context(), o.Shortcut(o.ann, "any").TriggerID, v); err != nil {
		t.Fatalf("%s: %s", v.CallbackID, reason(err))
	}
	if open, ok := o.Modal(o.ann); ok {
		o.CloseView(o.ann, open)
	}
}

// reason is everything that Slack says about an error.
func reason(err error) string {
	if e, ok := errors.AsType[slack.SlackErrorResponse](err); ok {
		return fmt.Sprint(e.Err, e.ResponseMetadata.Messages)
	}
	return err.Error()
}

// FuzzHome shows any Home tab and the modals on top of it.
func FuzzHome(f *testing.F) {
	answerSeeds(f)
	o := newOffice(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &draw{data}
		p := &memory.Plan{Owner: "U1", Title: d.text(), Nudge: d.n(1) == 1, Created: monday, Steps: some(d, 30, func() memory.PlanStep {
			return memory.PlanStep{Label: d.text(), Text: d.text() + "x", Note: d.text(), Done: d.n(1) == 1, Citation: d.citation()}
		})}
		clusters := some(d, 12, func() memory.Cluster {
			return memory.Cluster{Question: d.text(), Gaps: append(some(d, 3, func() memory.Gap { return gap("t", d.text(), d.text(), d.n(1) == 1, d.text(), 0) }),
				gap("t", "U1", d.text(), true, d.text(), 1))}
		})
		for i := range clusters { // turns have IDs of our own
			clusters[i].Gaps[0].Turn = strings.Repeat("t", i+1)
		}
		h := bot.HomeTab{Plan: d.n(255), Board: d.n(255), MyPlan: p, Admin: true, Clusters: clusters, Contents: home.Contents{
			Roles: some(d, 30, func() knowledge.Role {
				return knowledge.Role{Name: d.text(), Aliases: some(d, 2, d.text), Docs: []string{"d"}}
			}),
			Documents: some(d, 60, func() home.DocumentInfo {
				return home.DocumentInfo{ID: d.text() + "x", Title: d.text(), Date: d.text()}
			}),
			Examples: some(d, 8, d.text),
		}}
		if _, err := o.api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{UserID: o.ann.ID, View: h.View()}); err != nil {
			t.Fatal(reason(err))
		}
		for i, m := range bot.NudgeMessages(*p) {
			checkLimits(t, i, m)
		}
		o.modal(t, bot.ReplaceModal(*p, *p))
		if len(p.Steps) > 0 {
			o.modal(t, bot.NoteModal(*p, d.n(len(p.Steps)-1)))
		}
		if len(clusters) > 0 {
			o.modal(t, bot.AnswerModal(clusters[0]))
		}
	})
}

// calm answers everything at once.
type calm struct{}

func (calm) Answer(_ context.Context, q knowledge.Question) (knowledge.Answer, error) {
	a := path()
	a.Why = explained(q.Text)
	return a, nil
}

// FuzzEnvelope takes any envelope: reading it and doing what it asks for never
// panics, what is recorded has a lane and a name, and what goes back with an ack is
// small.
func FuzzEnvelope(f *testing.F) {
	for kind, payloads := range envelopes() {
		for _, p := range payloads {
			f.Add(kind, []byte(p))
		}
	}
	o := newOffice(f)
	b, err := bot.New(bot.Config{
		Access: wire.Access{BotToken: o.BotToken(), AppToken: o.AppToken(), APIURL: o.URL(), Unlimited: true}, Admins: []string{o.ann.ID}, HelpChannel: o.general.ID, UserRate: 1_000_000,
	}, bot.Parts{Answerer: calm{}, Library: &library{}, Memory: newMemory(f), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, kind string, payload []byte) {
		w, ok, err := b.Route("e1", kind, payload)
		if err != nil || !ok {
			return
		}
		if w.Reply != nil {
			if reply, err := json.Marshal(w.Reply); err != nil || len(reply) > 20_000 {
				t.Fatalf("the ack has %d bytes, %v", len(reply), err)
			}
			return
		}
		if w.Lane == "" || w.Surface == "" || len(w.Names) == 0 || slices.Contains(w.Names, "") {
			t.Fatalf("%s has the lane %q and the names %q", w.Surface, w.Lane, w.Names)
		}
		if w.Outside { // it would be answered there
			return
		}
		if err := w.Do(t.Context()); bot.IsPanic(err) {
			t.Fatal(err)
		}
	})
}

// envelopes are payloads of every kind, by the type of their envelope.
func envelopes() map[string][]string {
	event := func(inner string) string { return `{"event_id":"Ev1","event":` + inner + `}` }
	action := func(id, value, where string) string {
		return `{"type":"block_actions","user":{"id":"UANN0001","username":"ann"},"trigger_id":"1.1.1",` + where + `,"actions":[{"action_id":"` + id + `","value":"` + value +
			`","action_ts":"1.2","selected_option":{"value":"done"},"selected_options":[{"value":"done"}]}]}`
	}
	submit := func(callback, meta, values string) string {
		return `{"type":"view_submission","user":{"id":"UANN0001","name":"ann"},"view":{"id":"V1","hash":"1.a","type":"modal","callback_id":"` + callback +
			`","private_metadata":"` + meta + `","state":{"values":{` + values + `}}}}`
	}
	const inMessage = `"channel":{"id":"C1"},"message":{"ts":"1.1","thread_ts":"1.0","text":"x","user":"U1"},"container":{"channel_id":"C1","message_ts":"1.1","thread_ts":"1.0","is_ephemeral":true}`
	const inHome = `"view":{"id":"V1","type":"home","hash":"1","private_metadata":"{\"plan\":9,\"board\":-9}"}`
	all := map[string][]string{
		"": {""}, "hello": {"{}"}, "slash_commands": {
			`{"command":"/career","text":"PM vs TPM? &lt;!here&gt;","user_id":"U1","user_name":"ann","channel_id":"D1","trigger_id":"1.1.1"}`,
			`{"command":"/jobs","text":"","user_id":"U1","channel_id":"C1"}`, `{"command":"/career","text":"interview for a tpm","user_id":"U1"}`, `{"command":"/career","text":"forget me","user_id":"U1"}`,
		},
		"events_api": {
			event(`{"type":"message","channel_type":"im","user":"U1","text":"What is a TPM?","channel":"D1","ts":"1.1"}`),
			event(`{"type":"message","channel_type":"channel","user":"U1","text":"<@U2> why?","channel":"C1","ts":"1.2","thread_ts":"1.1"}`),
			event(`{"type":"app_mention","user":"U1","text":"<@UBOT> hi","channel":"C1","ts":"1.1"}`),
			event(`{"type":"message","subtype":"message_changed","channel":"D1","message":{"user":"U1","text":"x","ts":"1.1","edited":{"ts":"2.1"}}}`),
			event(`{"type":"message","subtype":"message_changed","channel":"D1","message":{"subtype":"tombstone","ts":"1.1"}}`),
			event(`{"type":"message","subtype":"message_deleted","channel":"D1","deleted_ts":"1.1","previous_message":{"user":"U1"}}`),
			event(`{"type":"member_joined_channel","user":"","channel":"C1","event_ts":"1.1"}`),
			event(`{"type":"app_home_opened","user":"U1","tab":"home"}`), event(`{"type":"app_home_opened","user":"U1","tab":"messages","channel":"D1"}`),
			event(`null`), `{"event":[]}`, `{"event":{"type":{}}}`, strings.Repeat(`{"event":`, 200),
		},
		"interactive": {
			`{"type":"message_action","callback_id":"ask","user":{"id":"U1"},"message":{"ts":"1.1","text":"What?","bot_id":"B1"},"channel":{"id":"C1"}}`,
			`{"type":"view_closed","user":{"id":"U1"},"view":{"callback_id":"x"}}`, `{"type":"block_actions","user":{"id":"U1"},"actions":[]}`, `[]`, `null`, `{"actions":null}`,
			submit("reason", "t", `"why":{"why":{"selected_option":{"value":"It's wrong"}}},"words":{"words":{"value":"x"}}`),
			submit("note", `0@a\n{}`, `"note":{"note":{"value":null}}`), submit("answer", `t\n{}`, `"a":{"answer":{"value":"x"}}`), submit("replace", "t", ""), submit("forget", "", ""),
			submit("fit", "", `"statement:0":{"statement:0":{"selected_option":{"value":"4"}}}`), submit("gone", "", ""),
		},
	}
	for _, where := range []string{inMessage, inHome} {
		for _, id := range []string{"ask:0", "share", "vote", "vote:up", "why", "person", "fit", "interview", "practice:next", "practice:stop", "open", "plan", "step:0@a", "note:-1@a", "planpage:on",
			"dropplan", "nudge:on", "nudge:off", "board:on", "answer:t", "dismiss:t", "gone"} {
			all["interactive"] = append(all["interactive"], action(id, "up:99999999999999999999", where), action(id, "", where))
		}
	}
	return all
}
