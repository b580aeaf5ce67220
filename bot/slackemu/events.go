package slackemu

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"careeradvisor/bot/slackemu/blockkit"
)

// eventScopes lists the scope that each event needs, except messages.
var eventScopes = map[string]string{"app_mention": "app_mentions:read", "reaction_added": "reactions:read", "reaction_removed": "reactions:read"}

// AllEvents returns all events that can be subscribed to.
func AllEvents() []string {
	return []string{
		"app_home_opened", "app_mention", "member_joined_channel", "message.channels", "message.groups", "message.im", "message.mpim",
		"reaction_added", "reaction_removed",
	}
}

// Callers of everything below hold s.mu.

// subscribed reports whether the app gets events of this name.
func (s *wire) subscribed(name string) bool {
	scope := eventScopes[name]
	if family, isMessage := strings.CutPrefix(name, "message."); isMessage {
		scope = family + ":history"
	}
	return slices.Contains(s.opts.Subscriptions, name) && (scope == "" || s.granted(scope))
}

// announce delivers what Slack delivers for a new message: a message event of the
// channel's kind, and app_mention if someone else mentions the bot, except in a
// one-to-one DM. The bot hears its own messages too, with bot_id set.
func (s *wire) announce(ch *channel, p *post) {
	if !ch.members[botUserID] || !p.visible() {
		return
	}
	m := s.wireMessage(ch, p)
	s.messageEvent(ch, m, p.TS)
	s.mentionEvent(ch, p, m, "")
}

// messageEvent delivers m as a message event, if subscribed.
func (s *wire) messageEvent(ch *channel, m object, eventTS string) {
	if !ch.members[botUserID] || !s.subscribed("message."+ch.family()) {
		return
	}
	event := with(m, object{"channel": ch.ID, "channel_type": ch.kind(), "event_ts": eventTS})
	s.deliverEvent(blockkit.Encode(event))
}

// mentionEvent delivers app_mention, unless before, the text before an edit,
// already mentioned the bot.
func (s *wire) mentionEvent(ch *channel, p *post, m object, before string) {
	mention := "<@" + botUserID
	switch {
	case !ch.members[botUserID], ch.IsIM, p.BotID == botID, p.Subtype == "channel_join",
		!strings.Contains(p.Text, mention), strings.Contains(before, mention), !s.subscribed("app_mention"):
		return
	}
	event := with(m, object{"type": "app_mention", "channel": ch.ID, "event_ts": p.TS})
	if p.Edited {
		event["event_ts"] = p.editedTS
	}
	s.deliverEvent(blockkit.Encode(event))
}

// changedEvent delivers message_changed or, if p is nil, message_deleted.
func (s *wire) changedEvent(ch *channel, before object, p *post) {
	ts := s.newTS()
	event := object{"type": "message", "ts": ts, "hidden": true, "previous_message": before}
	if p == nil {
		event["subtype"], event["deleted_ts"] = "message_deleted", before["ts"]
	} else {
		event["subtype"], event["message"] = "message_changed", s.wireMessage(ch, p)
	}
	s.messageEvent(ch, event, ts)
}

// deliverEvent wraps an event as the Events API does and sends it.
func (s *wire) deliverEvent(event json.RawMessage) *envelope {
	id := s.numbered("Ev%08d")
	payload := object{
		"token": "verification", "team_id": teamID, "context_team_id": teamID, "api_app_id": appID,
		"type": "event_callback", "event": event, "event_id": id, "event_time": s.now().Unix(),
		"authorizations": []object{{
			"enterprise_id": nil, "team_id": teamID, "user_id": botUserID, "is_bot": true, "is_enterprise_install": false,
		}},
		"is_ext_shared_channel": false, "event_context": "4-" + id,
	}
	e := newEnvelope("events_api", eventName(event), payload)
	e.EventID = id
	if s.deliver(e); s.duplicate > 0 {
		s.duplicate--
		s.again(e)
	}
	return e
}

// again sends the payload of an envelope in another one.
func (s *wire) again(old *envelope) *envelope {
	e := newEnvelope(old.Kind, old.Event, old.Payload)
	e.EventID = old.EventID
	return s.deliver(e)
}

// eventName returns an event's type, followed for a message by its subtype.
func eventName(event json.RawMessage) string {
	var e struct{ Type, Subtype string }
	_ = json.Unmarshal(event, &e)
	if e.Type == "message" && e.Subtype != "" {
		return e.Type + "." + e.Subtype
	}
	return e.Type
}

// with returns a copy of o with fields added.
func with(o, more object) object {
	all := object{}
	maps.Copy(all, o)
	maps.Copy(all, more)
	return all
}
