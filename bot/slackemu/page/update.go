package page

import (
	"encoding/json"
	"time"

	"careeradvisor/bot/slackemu"
)

// update is [slackemu.Changes] as the page reads it. Payloads are as on Slack's
// wire; times are milliseconds since 1970.
type update struct {
	Boot      string     `json:"boot"`
	Whole     bool       `json:"whole"` // forget what was known before
	Users     []user     `json:"users,omitempty"`
	Channels  []channel  `json:"channels,omitempty"`
	Threads   []thread   `json:"threads,omitempty"`
	Messages  []message  `json:"messages,omitempty"`
	Gone      []place    `json:"gone,omitempty"`
	Desks     []desk     `json:"desks,omitempty"`
	Notices   []notice   `json:"notices,omitempty"`
	Envelopes []envelope `json:"envelopes,omitempty"`
	Calls     []call     `json:"calls,omitempty"`
	Wire      wire       `json:"wire"`
}

type user struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Bot  bool   `json:"bot"`
}

type channel struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Direct  bool     `json:"direct"`
	Private bool     `json:"private"`
	Group   bool     `json:"group"` // a group DM
	With    string   `json:"with"`
	Members []string `json:"members"`
}

type place struct {
	Channel string `json:"channel"`
	TS      string `json:"ts"`
}

type thread struct {
	place
	Status       string            `json:"status"`
	Loading      []string          `json:"loading"`
	PromptsTitle string            `json:"promptsTitle"`
	Prompts      []slackemu.Prompt `json:"prompts"`
}

type message struct {
	place
	Only    string                     `json:"only,omitempty"` // the only user who sees it
	Plain   bool                       `json:"plain,omitempty"`
	Pings   []string                   `json:"pings,omitempty"`
	Payload json.RawMessage            `json:"payload"`
	Chosen  map[string]json.RawMessage `json:"chosen,omitempty"`
}

type desk struct {
	User   string `json:"user"`
	Modals []view `json:"modals"`
	Home   *view  `json:"home"`
}

type view struct {
	ID      string            `json:"id"`
	Hash    string            `json:"hash"`
	Errors  map[string]string `json:"errors,omitempty"`
	Payload json.RawMessage   `json:"payload"`
}

type notice struct {
	User     string `json:"user"`
	Error    string `json:"error"`
	Text     string `json:"text"`
	Envelope string `json:"envelope"`
}

type envelope struct {
	ID       string          `json:"id"`
	Kind     string          `json:"kind"`
	Event    string          `json:"event"`
	EventID  string          `json:"eventId"`
	Payload  json.RawMessage `json:"payload"`
	Sent     []float64       `json:"sent"`
	Acked    float64         `json:"acked"` // 0 before
	Response json.RawMessage `json:"response,omitempty"`
	GaveUp   bool            `json:"gaveUp"`
}

type call struct {
	place
	Method string            `json:"method"`
	Args   map[string]string `json:"args"`
	URL    string            `json:"url,omitempty"`
	Status int               `json:"status"`
	Error  string            `json:"error,omitempty"`
	Why    []string          `json:"why,omitempty"`
	At     float64           `json:"at"`
	Millis float64           `json:"millis"`
}

type wire struct {
	Sockets int       `json:"sockets"`
	Hung    int       `json:"hung"`
	Queue   int       `json:"queue"`
	Faults  []pending `json:"faults"`
}

type pending struct {
	Kind   string  `json:"kind"`
	Method string  `json:"method"`
	Left   int     `json:"left"`
	Millis float64 `json:"millis"`
}

func newUpdate(c slackemu.Changes) update {
	return update{
		Users: each(c.Users, func(u slackemu.User) user { return user{u.ID, u.RealName, u.IsBot} }),
		Channels: each(c.Channels, func(r slackemu.Room) channel {
			return channel{r.ID, r.Name, r.IsIM, r.IsPrivate, r.IsMPIM, r.With, r.Members}
		}),
		Threads: each(c.Threads, func(t slackemu.ThreadState) thread {
			return thread{place(t.Place), t.Status.Status, t.Loading, t.PromptsTitle, t.Prompts}
		}),
		Messages: each(c.Messages, func(m slackemu.Shown) message {
			return message{place{m.Channel, m.TS}, m.EphemeralTo, m.Mrkdwn == "false", m.Pings, m.Payload, m.Chosen}
		}),
		Gone:      each(c.Gone, func(p slackemu.Place) place { return place(p) }),
		Desks:     each(c.Desks, newDesk),
		Notices:   each(c.Notices, func(n slackemu.Notice) notice { return notice{n.User, n.Error, n.Text, n.EnvelopeID} }),
		Envelopes: each(c.Entries, newEnvelope),
		Calls:     each(c.Calls, newCall),
		Wire:      newWire(c.Wire),
	}
}

func newDesk(d slackemu.Desk) desk {
	open := func(o slackemu.Open) view { return view{o.ID, o.Hash, o.Errors, o.Payload} }
	all := desk{User: d.User, Modals: each(d.Modals, open)}
	if d.Home != nil {
		home := open(*d.Home)
		all.Home = &home
	}
	return all
}

func newEnvelope(e slackemu.Envelope) envelope {
	all := envelope{
		ID: e.ID, Kind: e.Kind, Event: e.Event, EventID: e.EventID, GaveUp: e.GaveUp,
		Payload: readable(e.Payload), Response: readable(e.Response),
		Sent: each(e.SentAt, clock),
	}
	if e.Acked {
		all.Acked = clock(e.AckedAt)
	}
	return all
}

// readable returns raw, or raw as a string if it is not JSON: tests and apps may
// send anything.
func readable(raw json.RawMessage) json.RawMessage {
	if raw == nil || json.Valid(raw) {
		return raw
	}
	text, _ := json.Marshal(string(raw))
	return text
}

func newCall(c slackemu.Call) call {
	return call{place(c.Place), c.Method, c.Args, c.URL, c.Status, c.Error, c.Why, clock(c.At), millis(c.Took)}
}

func newWire(w slackemu.Wire) wire {
	return wire{w.Sockets, w.Hung, w.Queue, each(w.Faults, func(f slackemu.Pending) pending {
		return pending{f.Kind, f.Method, f.Left, millis(f.Wait)}
	})}
}

// clock returns a time in milliseconds since 1970, including fractions.
func clock(t time.Time) float64 { return float64(t.UnixMicro()) / 1000 }

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// each maps a list. The result is never nil, so that JSON has a list.
func each[A, B any](all []A, f func(A) B) []B {
	out := make([]B, len(all))
	for i, a := range all {
		out[i] = f(a)
	}
	return out
}
