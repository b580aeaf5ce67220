package slackemu

import (
	"encoding/json"
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// Message is a copy of a message as it was when asked for. Its slices are replaced,
// never changed, when the message changes.
type Message struct {
	Channel     string // ID
	TS          string
	ThreadTS    string // of a reply, its parent's TS; of a parent with replies, its own
	User        string // empty for an integration without a user
	BotID       string // of the bot that posted it
	Username    string // a name that an integration chose
	Subtype     string
	Text        string
	Blocks      json.RawMessage // normalised: every block has a block_id; nil if there are none
	Metadata    json.RawMessage // as sent; nil if there is none
	Pings       []string        // live mentions: "@here", "@channel", "@U012", "@S012"; sorted
	EphemeralTo string          // the only user who sees it; empty for everybody
	Edited      bool
	Reactions   []Reaction
	Mrkdwn      string // as sent: "false" if Text is no mrkdwn
}

// Reaction is an emoji below a message, and who added it.
type Reaction struct {
	Name  string
	Users []string
}

// FromBot reports whether the app's bot posted the message.
func (m Message) FromBot() bool { return m.BotID == botID }

// Plain returns what a person reads: the text of all blocks as plain lines, table
// cells separated by tabs, buttons in [brackets]; without blocks, Text. Mrkdwn
// marks such as * are left in, entities are decoded.
func (m Message) Plain() string {
	if m.Blocks != nil {
		return blockkit.Plain(blockkit.Blocks(m.Blocks))
	}
	return blockkit.Readable(m.Text)
}

// post is a message as the workspace stores it.
type post struct {
	Message
	clientID string
	editedBy string
	editedTS string
	chosen   map[string]blockkit.Choices // by user
	rev      int64                       // of its last change
}

func (p *post) isReply() bool { return p.ThreadTS != "" && p.ThreadTS != p.TS }

// visible reports whether everyone in the channel sees it.
func (p *post) visible() bool { return p.EphemeralTo == "" }

// Callers of everything below hold s.mu.

// add puts a message into its channel and gives it a timestamp.
func (s *workspace) add(ch *channel, p *post) *post {
	p.Channel, p.TS, p.chosen = ch.ID, s.newTS(), map[string]blockkit.Choices{}
	ch.posts = append(ch.posts, p)
	if parent := ch.find(p.ThreadTS); parent != nil && p.visible() {
		parent.ThreadTS = parent.TS
	}
	s.touch(ch, p)
	return p
}

func (ch *channel) find(ts string) *post {
	return first(ch.posts, func(p *post) bool { return p.TS == ts })
}

// replies returns the replies in a thread, oldest first, without the parent.
func (ch *channel) replies(ts string) []*post {
	var found []*post
	for _, p := range ch.posts {
		if p.visible() && p.isReply() && p.ThreadTS == ts {
			found = append(found, p)
		}
	}
	return found
}

func (s *workspace) remove(ch *channel, p *post) {
	s.touch(ch, p)
	ch.posts = slices.DeleteFunc(ch.posts, func(q *post) bool { return q == p })
	s.trail.gone = append(s.trail.gone, departed{Place{ch.ID, p.TS}, s.trail.rev})
}

// mustFind finds a message that the caller was given; a missing one is the caller's
// mistake. Callers hold s.mu.
func (s *workspace) mustFind(m Message) (*channel, *post) {
	ch := s.channel(m.Channel)
	p := ch.find(m.TS)
	if p == nil {
		panic("slackemu: there is no message " + m.TS + " in " + m.Channel)
	}
	return ch, p
}

// wireMessage returns the message as the Web API and events show it.
func (s *workspace) wireMessage(ch *channel, p *post) object {
	m := object{"type": "message", "ts": p.TS, "text": p.Text, "team": teamID}
	set := func(name, value string) {
		if value != "" {
			m[name] = value
		}
	}
	set("user", p.User)
	set("subtype", p.Subtype)
	set("username", p.Username)
	set("client_msg_id", p.clientID)
	set("thread_ts", p.ThreadTS)
	if p.BotID != "" {
		s.wireBot(m, p)
	}
	if p.Blocks != nil {
		m["blocks"] = p.Blocks
	}
	if p.Metadata != nil {
		m["metadata"] = p.Metadata
	}
	if p.Edited {
		m["edited"] = object{"user": p.editedBy, "ts": p.editedTS}
	}
	wireThread(m, ch, p)
	if len(p.Reactions) > 0 {
		var all []object
		for _, r := range p.Reactions {
			all = append(all, object{"name": r.Name, "users": r.Users, "count": len(r.Users)})
		}
		m["reactions"] = all
	}
	return m
}

func wireThread(m object, ch *channel, p *post) {
	if p.isReply() {
		if parent := ch.find(p.ThreadTS); parent != nil {
			m["parent_user_id"] = parent.User
		}
	} else if replies := ch.replies(p.TS); len(replies) > 0 {
		m["reply_count"], m["latest_reply"] = len(replies), replies[len(replies)-1].TS
	}
}

func (s *workspace) wireBot(m object, p *post) {
	m["bot_id"] = p.BotID
	if u := s.user(p.User); u != nil {
		m["app_id"] = u.AppID
		m["bot_profile"] = object{"id": u.BotID, "app_id": u.AppID, "name": u.RealName, "team_id": teamID, "deleted": false}
	}
}
