package bot

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// taker makes a job of a delivery. It only reads the delivery, for it stands
// between an envelope and its ack; what it returns does the work. It returns
// false for what is not meant for the advisor.
type taker func(*Bot, delivery) (job, bool)

// route says which surface takes which kind of delivery.
type route struct {
	kind  string // see delivery.kind
	take  taker
	event string // that the app has to subscribe to, "" for what is no event or comes with another
	scope string // that Slack asks for to deliver it, "" for none, with a space between several
}

// routes is the one place that a new surface is entered in.
func routes() []route {
	return []route{
		{"slash_commands", (*Bot).command, "", "commands"},
		{"message.im", (*Bot).direct, "message.im", "im:history"},
		{"message.channel", (*Bot).follow, "message.channels", "channels:history"},
		{"message.group", (*Bot).follow, "message.groups", "groups:history"},
		{"app_mention", (*Bot).mention, "app_mention", "app_mentions:read"},
		{"message_changed", (*Bot).changed, "", ""},
		{"message_deleted", (*Bot).deleted, "", ""},
		{"member_joined_channel", (*Bot).invited, "member_joined_channel", "channels:read groups:read"},
		{"shortcut ask", clicked("shortcut", (*Bot).shortcut), "", "commands"},
		{"action ask", clicked("follow-up button", (*Bot).askNext), "", ""},
		{"action share", clicked("share", (*Bot).share), "", ""},
		{"action vote", clicked("vote", (*Bot).vote), "", ""},
		{"submit reason", clicked("reason", (*Bot).reason), "", ""},
		{"action why", clicked("why", (*Bot).why), "", ""},
		{"action person", clicked("ask a person", (*Bot).askPerson), "", ""},
		{"action fit", clicked("fit check", (*Bot).openFit), "", ""},
		{"submit fit", (*Bot).fitSubmitted, "", ""},
		{"action interview", clicked("interview", (*Bot).startInterview), "", ""},
		{"action practice", clickedInThread("interview", (*Bot).turnPractice), "", ""},
		{"submit forget", clicked("forget me", (*Bot).forget), "", ""},
		{"action open", clicked("open a link", (*Bot).opened), "", ""},
		{"app_home_opened", (*Bot).home, "app_home_opened", ""},
		{"action plan", clickedByPerson("plan", (*Bot).makePlan), "", ""},
		{"submit replace", clickedByPerson("plan", (*Bot).replacePlan), "", ""},
		{"action step", clickedByPerson("plan step", (*Bot).checkStep), "", ""},
		{"action note", clickedByPerson("plan note", (*Bot).editNote), "", ""},
		{"submit note", clickedByPerson("plan note", (*Bot).saveNote), "", ""},
		{"action planpage", clickedByPerson("plan page", (*Bot).turnPlanPage), "", ""},
		{"action dropplan", clickedByPerson("drop plan", (*Bot).dropPlan), "", ""},
		{"action nudge", clickedByPerson("reminders", (*Bot).turnNudges), "", ""},
		{"action board", clickedByPerson("gap board", byAdmin((*Bot).turnBoardPage)), "", ""},
		{"action answer", clickedByPerson("gap board", byAdmin((*Bot).openAnswer)), "", ""},
		{"action dismiss", onBoard("dismiss a gap", (*Bot).dismiss), "", ""},
		{"submit answer", onBoard("answer a gap", (*Bot).fillGap), "", ""},
	}
}

// fallback takes clicks that no route knows, so that nobody clicks in vain.
var fallback = clicked("outdated", (*Bot).outdated)

// delivery is what an envelope carries. Surfaces decode the few fields that they
// need: the client library's types refuse a whole event for one odd field.
type delivery struct {
	envelope string // its ID
	kind     string // the envelope's type; of an event the event's, of a message with its place; of a click see interaction.kind
	event    string // ID of an event, "" for anything else
	payload  json.RawMessage

	outer string          // the envelope's type
	whole json.RawMessage // its payload
	again bool            // it was taken before, by a process that did not finish it

	arrived time.Time // when its envelope was read
}

// newDelivery opens an envelope of Socket Mode. The payload of an event is the
// event itself.
func newDelivery(id, envelopeType string, payload json.RawMessage) (delivery, error) {
	d := delivery{envelope: id, kind: envelopeType, payload: payload, outer: envelopeType, whole: payload}
	switch envelopeType {
	case "events_api":
		return d, d.openEvent()
	case "interactive":
		var i interaction
		if err := json.Unmarshal(payload, &i); err != nil {
			return d, err
		}
		d.kind = i.kind()
	}
	return d, nil
}

func (d *delivery) openEvent() error {
	var outer struct {
		EventID string          `json:"event_id"`
		Event   json.RawMessage `json:"event"`
	}
	var inner struct {
		Type        string `json:"type"`
		Subtype     string `json:"subtype"`
		ChannelType string `json:"channel_type"`
	}
	if err := json.Unmarshal(d.payload, &outer); err != nil {
		return err
	}
	if err := json.Unmarshal(outer.Event, &inner); err != nil {
		return err
	}
	d.kind, d.event, d.payload = inner.Type, outer.EventID, outer.Event
	if inner.Type == "message" {
		d.kind = "message." + inner.ChannelType
		if inner.Subtype == "message_changed" || inner.Subtype == "message_deleted" {
			d.kind = inner.Subtype
		}
	}
	return nil
}

// route finds the work that a delivery asks for.
func (b *Bot) route(d delivery) (j job, ok bool) {
	j, ok = b.taken(d)
	if ok && len(j.names) > 0 {
		j.id = turnID(j.names[0])
	}
	return j, ok
}

func (b *Bot) taken(d delivery) (job, bool) {
	all := routes()
	if i := slices.IndexFunc(all, func(r route) bool { return r.kind == d.kind }); i >= 0 {
		return all[i].take(b, d)
	}
	if strings.HasPrefix(d.kind, "action ") || strings.HasPrefix(d.kind, "submit ") || strings.HasPrefix(d.kind, "shortcut ") {
		return fallback(b, d)
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
	return s, b.byPerson(s) && s.Channel != "" && s.TS != ""
}

// byPerson tells a person's message from a bot's, Slack's and the advisor's own.
func (b *Bot) byPerson(s said) bool {
	return s.User != "" && s.User != "USLACKBOT" && s.User != b.self().UserID && s.BotID == ""
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

// laneOf is the lane of a message's work. A channel is answered in order: Slack
// takes a message a second in it, and a flood in one holds up no other.
func laneOf(s said) string { return "channel:" + s.Channel }
