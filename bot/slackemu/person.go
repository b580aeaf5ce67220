package slackemu

import "careeradvisor/bot/slackemu/blockkit"

// Person does what people do in Slack's client.
type Person struct{ *desk }

// Say posts outside of threads. Text is in Slack's wire form: a mention is User.Mention, and typed
// text goes through blockkit.Typed.
func (s *Person) Say(ch Channel, u User, text string) Message {
	return s.say(ch, u, "", text)
}

// Reply posts in the thread of threadTS.
func (s *Person) Reply(ch Channel, u User, threadTS, text string) Message {
	return s.say(ch, u, threadTS, text)
}

func (s *Person) say(c Channel, u User, threadTS, text string) (m Message) {
	s.change(func() {
		p := &post{Message: s.typed(text), clientID: s.numbered("c0000000-0000-4000-8000-%012d")}
		p.User, p.BotID, p.ThreadTS = u.ID, u.BotID, threadTS
		m = s.put(c, p)
	})
	return m
}

// typed returns what Slack's composer makes from a text.
func (s *Person) typed(text string) Message {
	return Message{Text: text, Blocks: s.identify(blockkit.Composed(text)), Pings: blockkit.Pings(text, nil)}
}

// Edit changes a person's message. An edit that adds a mention of the bot delivers
// app_mention, with the message's own timestamp and an edited field.
func (s *Person) Edit(m Message, text string) (edited Message) {
	s.change(func() {
		ch, p := s.mustFind(m)
		s.revise(ch, p, s.typed(text), m.User)
		edited = p.Message
	})
	return edited
}

// Delete removes a message; a parent with replies leaves a tombstone.
func (s *Person) Delete(m Message) {
	s.change(func() { s.erase(s.mustFind(m)) })
}

// React puts an emoji below a message.
func (s *Person) React(u User, m Message, emoji string) { s.reactAs(u, m, emoji, true) }

// Unreact takes an emoji away again.
func (s *Person) Unreact(u User, m Message, emoji string) { s.reactAs(u, m, emoji, false) }

func (s *Person) reactAs(u User, m Message, emoji string, on bool) {
	s.change(func() {
		ch, p := s.mustFind(m)
		s.react(ch, p, emoji, u.ID, on)
	})
}

// Join lets a user, or the bot, join a channel: a message with subtype
// channel_join, and member_joined_channel if subscribed.
func (s *Person) Join(c Channel, u User) {
	s.change(func() {
		ch := s.channel(c.ID)
		ch.members[u.ID] = true
		s.touchPeople()
		s.put(c, &post{Message: Message{User: u.ID, Subtype: "channel_join", Text: u.Mention() + " has joined the channel"}})
		if s.subscribed("member_joined_channel") && s.granted(ch.family()+":read") && ch.members[botUserID] {
			s.deliverEvent(blockkit.Encode(object{
				"type": "member_joined_channel", "user": u.ID, "channel": ch.ID, "channel_type": "C",
				"team": teamID, "event_ts": s.newTS(),
			}))
		}
	})
}

// OpenHome opens the app's Home tab.
func (s *Person) OpenHome(u User) { s.openTab(u, "home") }

// OpenMessagesTab opens the app's Messages tab.
func (s *Person) OpenMessagesTab(u User) { s.openTab(u, "messages") }

func (s *Person) openTab(u User, tab string) {
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
