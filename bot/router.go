package bot

import "encoding/json"

// route says which surface takes which kind of delivery.
type route struct {
	kind string // of the delivery: an envelope's type, or of an event the event's
	take func(*Bot, delivery) (job, bool)
}

// routes is the one place that a new surface is entered in. A taker only reads
// the delivery, for it stands between an envelope and its ack; what it returns
// does the work. It returns false for what is not meant for the advisor.
func routes() []route {
	return []route{
		{"slash_commands", (*Bot).command},
		{"message", (*Bot).direct},
		{"app_mention", (*Bot).mention},
	}
}

// delivery is what an envelope carries. Surfaces decode the few fields that they
// need: the client library's types refuse a whole event for one odd field.
type delivery struct {
	envelope string // its ID
	kind     string
	event    string          // ID of an event, "" for anything else
	payload  json.RawMessage // the event itself for an event
}

// newDelivery opens an envelope of Socket Mode.
func newDelivery(id, envelopeType string, payload json.RawMessage) (delivery, error) {
	d := delivery{envelope: id, kind: envelopeType, payload: payload}
	if envelopeType != "events_api" {
		return d, nil
	}
	var outer struct {
		EventID string          `json:"event_id"`
		Event   json.RawMessage `json:"event"`
	}
	var inner struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(payload, &outer); err != nil {
		return d, err
	}
	if err := json.Unmarshal(outer.Event, &inner); err != nil {
		return d, err
	}
	d.kind, d.event, d.payload = inner.Type, outer.EventID, outer.Event
	return d, nil
}

// route finds the work that a delivery asks for.
func (b *Bot) route(d delivery) (job, bool) {
	for _, r := range routes() {
		if r.kind == d.kind {
			return r.take(b, d)
		}
	}
	return job{}, false
}

// said is what a person wrote: a message or a mention.
type said struct {
	User        string `json:"user"`
	BotID       string `json:"bot_id"`
	Subtype     string `json:"subtype"`
	Text        string `json:"text"`
	Channel     string `json:"channel"`
	ChannelType string `json:"channel_type"`
	TS          string `json:"ts"`
	ThreadTS    string `json:"thread_ts"`
}

// words reads what a person wrote, and false for everything that is no new
// message of a person: bots' and the advisor's own, edits, deletions, joins.
func (b *Bot) words(d delivery) (said, bool) {
	var s said
	if err := json.Unmarshal(d.payload, &s); err != nil {
		b.log.Warn("a message could not be read", "kind", d.kind, errAttr(err))
		return s, false
	}
	switch s.Subtype {
	case "", "file_share", "thread_broadcast":
	default:
		return s, false
	}
	person := s.User != "" && s.User != "USLACKBOT" && s.User != b.self().UserID && s.BotID == ""
	return s, person && s.Channel != "" && s.TS != ""
}

// names are what an event is known by: Slack repeats a message under other event
// IDs too, when it is edited.
func (d delivery) names(s said) []string {
	names := []string{"message:" + s.Channel + ":" + s.TS}
	if d.event != "" {
		names = append(names, "event:"+d.event)
	}
	return names
}

func threadOf(channel, ts string) string { return "thread:" + channel + ":" + ts }
