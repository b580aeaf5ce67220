package slackemu

import (
	"encoding/json"
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// Message is a copy of a message as it stood when it was asked for.
type Message struct {
	Channel     string // ID
	TS          string
	ThreadTS    string // of a reply, its parent's TS; of a parent with replies, its own
	User        string // empty for an integration without a user
	BotID       string // of the bot that posted it
	Username    string // a name that chat.postMessage or an integration chose
	Subtype     string
	Text        string
	Blocks      json.RawMessage // normalised: every block has a block_id; nil without blocks
	Attachments json.RawMessage // as sent; nil without
	Metadata    json.RawMessage // as sent; nil without
	Pings       []string        // live mentions: "@here", "@channel", "@U012", "@S012"; sorted
	EphemeralTo string          // the only user who sees it; empty for everybody
	Edited      bool
	Reactions   []Reaction

	UnfurlLinks, UnfurlMedia string // as sent: "true", "false" or empty
	Mrkdwn                   string // as sent: "false" where Text is no mrkdwn
}

// Reaction is an emoji below a message and who put it there.
type Reaction struct {
	Name  string
	Users []string
}

// FromBot says whether the app's bot posted it.
func (m Message) FromBot() bool { return m.BotID == botID }

// Plain is what a person reads: the text of all blocks as plain lines, table
// cells separated by tabs, buttons in [brackets]; Text where there are no
// blocks. Mrkdwn marks such as * are left in, entities are decoded.
func (m Message) Plain() string {
	text := blockkit.Readable(m.Text)
	if m.Blocks != nil {
		text = blockkit.Plain(blockkit.Blocks(m.Blocks))
	}
	for _, v := range blockkit.Blocks(m.Attachments) {
		a, _ := v.(object)
		blocks, _ := a["blocks"].([]any)
		if more := blockkit.Plain(blocks); more != "" {
			text += "\n" + more
		} else if more := blockkit.Text(a, "text"); more != "" {
			text += "\n" + blockkit.Readable(more)
		}
	}
	return text
}

// post is a message as the workspace keeps it.
type post struct {
	Message
	clientID string
	editedBy string
	editedTS string
	rev      int64 // of its last change
}

func (p *post) copy() Message {
	m := p.Message
	m.Pings = slices.Clone(m.Pings)
	m.Reactions = slices.Clone(m.Reactions)
	for i, r := range m.Reactions {
		m.Reactions[i].Users = slices.Clone(r.Users)
	}
	return m
}

func (p *post) isReply() bool { return p.ThreadTS != "" && p.ThreadTS != p.TS }

// visible says whether everybody in the channel sees it.
func (p *post) visible() bool { return p.EphemeralTo == "" }

// What follows expects the caller to hold s.mu.

// add puts a message into its channel and gives it a TS.
func (s *Server) add(ch *channel, p *post) *post {
	p.Channel, p.TS = ch.ID, s.newTS()
	ch.posts = append(ch.posts, p)
	if parent := ch.find(p.ThreadTS); parent != nil && p.visible() {
		parent.ThreadTS = parent.TS
	}
	s.touch(ch, p)
	return p
}

func (ch *channel) find(ts string) *post {
	for _, p := range ch.posts {
		if p.TS == ts {
			return p
		}
	}
	return nil
}

// replies are the replies in a thread, oldest first, without the parent.
func (ch *channel) replies(ts string) []*post {
	var found []*post
	for _, p := range ch.posts {
		if p.visible() && p.isReply() && p.ThreadTS == ts {
			found = append(found, p)
		}
	}
	return found
}

func (s *Server) remove(ch *channel, p *post) {
	s.touch(ch, p)
	ch.posts = slices.DeleteFunc(ch.posts, func(q *post) bool { return q == p })
	s.trail.gone = append(s.trail.gone, departed{Place{ch.ID, p.TS}, s.trail.rev})
}
