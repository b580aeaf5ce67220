package wire

import (
	"encoding/json"
	"regexp"
	"strings"
)

// Envelope is what Socket Mode delivers.
type Envelope struct {
	ID      string // Slack wants it acked; "" if it cannot be read
	Type    string
	Payload json.RawMessage
}

// Delivery is what an envelope carries. Surfaces decode the few fields that they need, since the
// client library's types refuse a whole event because of one odd field.
type Delivery struct {
	Envelope Envelope
	Kind     string // the envelope's type; for an event the event's type, for a message with its place; for a click see interaction.kind
	Event    string // ID of an event, "" for anything else
	Payload  json.RawMessage
	Again    bool // it was taken before by a process that did not finish it
}

// Open reads an envelope. The payload of an event is the event itself.
func Open(e Envelope) (Delivery, error) {
	d := Delivery{Envelope: e, Kind: e.Type, Payload: e.Payload}
	switch e.Type {
	case "events_api":
		return d, d.openEvent()
	case "interactive":
		var i interaction
		if err := json.Unmarshal(e.Payload, &i); err != nil {
			return d, err
		}
		d.Kind = i.kind()
	}
	return d, nil
}

func (d *Delivery) openEvent() error {
	var outer struct {
		EventID string          `json:"event_id"`
		Event   json.RawMessage `json:"event"`
	}
	var inner struct {
		Type        string `json:"type"`
		Subtype     string `json:"subtype"`
		ChannelType string `json:"channel_type"`
	}
	if err := json.Unmarshal(d.Payload, &outer); err != nil {
		return err
	}
	if err := json.Unmarshal(outer.Event, &inner); err != nil {
		return err
	}
	d.Kind, d.Event, d.Payload = inner.Type, outer.EventID, outer.Event
	if inner.Type == "message" {
		d.Kind = "message." + inner.ChannelType
		if inner.Subtype == "message_changed" || inner.Subtype == "message_deleted" {
			d.Kind = inner.Subtype
		}
	}
	return nil
}

// Said is what a person wrote: a message or a mention.
type Said struct {
	User       string    `json:"user"`
	BotID      string    `json:"bot_id"`
	AppID      string    `json:"app_id"`
	BotProfile *struct{} `json:"bot_profile"`
	Subtype    string    `json:"subtype"`
	Text       string    `json:"text"`
	Channel    string    `json:"channel"`
	TS         string    `json:"ts"`
	ThreadTS   string    `json:"thread_ts"`
	ThreadOf   string    `json:"parent_user_id"` // who began the thread; empty outside of one
}

// Names returns the names that an event is known by: when a message is edited, Slack repeats it
// under other event IDs too.
func (d Delivery) Names(s Said) []string {
	return append([]string{"message:" + s.Channel + ":" + s.TS}, d.EventNames()...)
}

// EventNames returns the names of the event itself; none if it has no ID.
func (d Delivery) EventNames() []string {
	if d.Event == "" {
		return nil
	}
	return []string{"event:" + d.Event}
}

// ByApp reports whether a message is from an app and not a person.
func (s Said) ByApp() bool { return s.BotID != "" || s.AppID != "" || s.BotProfile != nil }

// Lane is the lane of a message's work. What one person says in a channel is answered in order, and
// a flood of messages from them holds up nobody else. What others say in that person's thread comes
// after it: whether a thread is the advisor's is known once its question is answered.
func (s Said) Lane() string {
	if s.ThreadOf != "" && !IsDirect(s.Channel) {
		return "channel:" + s.Channel + ":" + s.ThreadOf
	}
	return "channel:" + s.Channel + ":" + s.User
}

// IsDirect reports whether an ID is that of a direct message or a person, and not of a channel.
func IsDirect(channel string) bool {
	return !strings.HasPrefix(channel, "C") && !strings.HasPrefix(channel, "G")
}

// userID matches the ID of a person, including the forms that people copy.
var userID = regexp.MustCompile(`^<?@?([UW][A-Z0-9]{6,})>?$`)

// UserID returns the ID of the person that a text names by their ID; "" for any other text.
func UserID(text string) string {
	if m := userID.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}
