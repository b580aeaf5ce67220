package slackemu

import (
	"encoding/json"
	"fmt"

	"careeradvisor/bot/slackemu/blockkit"
)

// Say posts at top level. Text is in Slack's wire form: a mention is
// User.Mention, and what a person types goes through Typed.
func (s *Server) Say(ch Channel, u User, text string) Message {
	return s.say(ch, u, "", text)
}

// Reply posts in the thread of threadTS.
func (s *Server) Reply(ch Channel, u User, threadTS, text string) Message {
	return s.say(ch, u, threadTS, text)
}

func (s *Server) say(c Channel, u User, threadTS, text string) (m Message) {
	s.change(func() {
		s.serial++
		p := &post{Message: Message{User: u.ID, BotID: u.BotID, ThreadTS: threadTS, Text: text}}
		p.clientID = fmt.Sprintf("c0000000-0000-4000-8000-%012d", s.serial)
		blocks := blockkit.Composed(text)
		p.Blocks, p.Pings = s.identify(blocks), blockkit.Pings(text, nil, nil, false)
		m = s.put(c, p)
	})
	return m
}

// PostAsBot posts as an integration without a user: subtype bot_message.
func (s *Server) PostAsBot(c Channel, name, text, threadTS string) (m Message) {
	s.change(func() {
		p := &post{Message: Message{Username: name, BotID: s.newID("B", name), Subtype: "bot_message", ThreadTS: threadTS, Text: text}}
		p.Pings = blockkit.Pings(text, nil, nil, false)
		m = s.put(c, p)
	})
	return m
}

// put adds a message and announces it. Callers hold s.mu.
func (s *Server) put(c Channel, p *post) Message {
	ch := s.channel(c.ID)
	if wrong := ch.replyable(p.ThreadTS); wrong != nil {
		panic("slackemu: " + wrong.code + ": " + p.ThreadTS)
	}
	s.add(ch, p)
	s.announce(ch, p)
	return p.copy()
}

// Edit changes a person's message. An edit that adds the bot's mention
// delivers app_mention, with the time of the message and the mark "edited".
func (s *Server) Edit(m Message, text string) (edited Message) {
	s.change(func() {
		ch, p := s.mustFind(m)
		blocks := blockkit.Composed(text)
		s.revise(ch, p, content{text: text, blocks: s.identify(blocks), pings: blockkit.Pings(text, nil, nil, false)}, m.User)
		edited = p.copy()
	})
	return edited
}

// Delete removes a message; a parent with replies leaves a tombstone.
func (s *Server) Delete(m Message) {
	s.change(func() { s.erase(s.mustFind(m)) })
}

// React puts an emoji below a message.
func (s *Server) React(u User, m Message, emoji string) {
	s.change(func() {
		ch, p := s.mustFind(m)
		s.react(ch, p, emoji, u.ID)
	})
}

// Unreact takes an emoji away again.
func (s *Server) Unreact(u User, m Message, emoji string) {
	s.change(func() {
		ch, p := s.mustFind(m)
		s.unreact(ch, p, emoji, u.ID)
	})
}

// Join lets a user, or the bot, join a channel: a message with subtype
// channel_join, and member_joined_channel if subscribed.
func (s *Server) Join(c Channel, u User) {
	s.change(func() {
		ch := s.channel(c.ID)
		ch.members[u.ID] = true
		s.touchPeople()
		s.put(c, &post{Message: Message{User: u.ID, Subtype: "channel_join", Text: u.Mention() + " has joined the channel"}})
		if s.subscribed("member_joined_channel") && s.granted(infoScopes[ch.kind()]) && ch.members[botUserID] {
			s.deliverEvent(blockkit.Encode(object{
				"type": "member_joined_channel", "user": u.ID, "channel": ch.ID, "channel_type": "C",
				"team": teamID, "event_ts": s.newTS(),
			}))
		}
	})
}

// OpenHome opens the app's Home tab.
func (s *Server) OpenHome(u User) { s.openTab(u, "home") }

// OpenMessagesTab opens the app's Messages tab.
func (s *Server) OpenMessagesTab(u User) { s.openTab(u, "messages") }

func (s *Server) openTab(u User, tab string) {
	s.change(func() {
		event := object{"type": "app_home_opened", "user": u.ID, "channel": s.dm(u.ID).ID, "tab": tab, "event_ts": s.newTS()}
		if home := s.homes[u.ID]; home != nil && tab == "home" {
			event["view"] = s.wireView(home)
		}
		if s.subscribed("app_home_opened") {
			s.deliverEvent(blockkit.Encode(event))
		}
	})
}

// Deliver sends an envelope of any kind with any payload; it returns its ID.
func (s *Server) Deliver(kind string, payload json.RawMessage) (id string) {
	s.change(func() {
		id = s.deliver(&envelope{Envelope: Envelope{Kind: kind, Event: eventName(payload), Payload: payload}}).ID
	})
	return id
}

// DeliverEvent wraps any event in an event_callback and sends it, whatever the
// app subscribed to; it returns the envelope's ID.
func (s *Server) DeliverEvent(event json.RawMessage) (id string) {
	s.change(func() { id = s.deliverEvent(event).ID })
	return id
}

// Redeliver sends the payload of an envelope once more, in a new envelope and
// without retry_attempt, as Slack was seen to do (bolt-python#1206).
func (s *Server) Redeliver(envelopeID string) (id string, err error) {
	s.change(func() {
		old := s.byID[envelopeID]
		if old == nil {
			err = fmt.Errorf("slackemu: there is no envelope %s", envelopeID)
			return
		}
		id = s.deliver(&envelope{Envelope: Envelope{Kind: old.Kind, EventID: old.EventID, Event: old.Event, Payload: old.Payload}}).ID
	})
	return id, err
}

// DuplicateNext delivers each of the next n events twice at once, in two
// envelopes with one event_id.
func (s *Server) DuplicateNext(n int) {
	s.change(func() { s.duplicate = n })
}

// mustFind is a message that the caller was given. Callers hold s.mu.
func (s *Server) mustFind(m Message) (*channel, *post) {
	ch := s.channel(m.Channel)
	p := ch.find(m.TS)
	if p == nil {
		panic("slackemu: there is no message " + m.TS + " in " + m.Channel)
	}
	return ch, p
}
