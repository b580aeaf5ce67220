package slackemu

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"careeradvisor/bot/slackemu/blockkit"
)

// Limits of a message's text. Posting refuses text that Slack would truncate;
// updating is stricter, as observed in production.
const (
	maxPostText   = 40000
	maxUpdateText = 4000
)

// content is what a call wants to put into a message.
type content struct {
	text        string
	blocks      json.RawMessage
	attachments json.RawMessage
	metadata    json.RawMessage
	pings       []string
}

func (s *webAPI) postMessage(a args) (object, *apiError) {
	ch, wrong := s.postable(a)
	if wrong != nil {
		return nil, wrong
	}
	p, wrong := s.botPost(ch, a)
	if wrong != nil {
		return nil, wrong
	}
	if p.ThreadTS != "" && a.flag("reply_broadcast") {
		p.Subtype = "thread_broadcast"
	}
	s.add(ch, p)
	s.clearStatus(ch, p.ThreadTS)
	s.announce(ch, p)
	return object{"channel": ch.ID, "ts": p.TS, "message": s.wireMessage(ch, p)}, nil
}

func (s *webAPI) postEphemeral(a args) (object, *apiError) {
	ch, wrong := s.postable(a)
	if wrong != nil {
		return nil, wrong
	}
	if !ch.members[a.get("user")] {
		return nil, fail("user_not_in_channel")
	}
	p, wrong := s.botPost(ch, a)
	if wrong != nil {
		return nil, wrong
	}
	p.EphemeralTo = a.get("user")
	s.add(ch, p)
	return object{"channel": ch.ID, "message_ts": p.TS}, nil
}

// botPost builds a message of the bot that is not yet in its channel.
func (s *webAPI) botPost(ch *channel, a args) (*post, *apiError) {
	c, wrong := s.content(a, maxPostText)
	if wrong != nil {
		return nil, wrong
	}
	if c.text == "" && c.blocks == nil && c.attachments == nil {
		return nil, fail("no_text")
	}
	p := &post{Message: Message{
		User: botUserID, BotID: botID, Username: a.get("username"), ThreadTS: a.get("thread_ts"),
		UnfurlLinks: a.get("unfurl_links"), UnfurlMedia: a.get("unfurl_media"), Mrkdwn: a.get("mrkdwn"),
	}}
	p.fill(c)
	return p, ch.replyable(p.ThreadTS)
}

func (p *post) fill(c content) {
	p.Text, p.Blocks, p.Attachments, p.Metadata, p.Pings = c.text, c.blocks, c.attachments, c.metadata, c.pings
}

// replyable checks that a thread can be replied to: its parent exists and is not
// itself a reply. Slack's documentation warns against replying to replies.
func (ch *channel) replyable(ts string) *apiError {
	if ts == "" {
		return nil
	}
	parent := ch.find(ts)
	switch {
	case parent == nil || !parent.visible():
		return fail("thread_not_found")
	case parent.isReply():
		return fail("cannot_reply_to_message")
	}
	return nil
}

// postable finds the channel a call posts to, if the bot may.
func (s *webAPI) postable(a args) (*channel, *apiError) {
	ch := s.findChannel(a.get("channel"))
	if ch == nil && s.user(a.get("channel")) != nil { // a user's ID stands for the DM
		ch = s.dm(a.get("channel"))
	}
	switch {
	case ch == nil, ch.hidden() && !ch.members[botUserID]:
		return nil, fail("channel_not_found")
	case !ch.members[botUserID] && !s.granted([]string{"chat:write.public"}):
		return nil, fail("not_in_channel")
	}
	return ch, nil
}

// content checks and normalises what a call wants to say.
func (s *desk) content(a args, maxText int) (c content, wrong *apiError) {
	c.text = a.get("text")
	if utf8.RuneCountInString(c.text) > maxText {
		return c, fail("msg_too_long")
	}
	var blocks, attachments []any
	if raw := a.get("blocks"); raw != "" {
		if blocks, wrong = s.messageBlocks(raw); wrong != nil {
			return c, wrong
		}
		c.blocks = s.identify(blocks)
	}
	if raw := a.get("attachments"); raw != "" {
		if attachments, wrong = s.attachments(raw); wrong != nil {
			return c, wrong
		}
		if len(attachments) > 0 {
			c.attachments = blockkit.Encode(attachments)
		}
	}
	if c.metadata, wrong = metadata(a.get("metadata")); wrong != nil {
		return c, wrong
	}
	linkNames := a.flag("link_names") || a.get("parse") == "full"
	c.pings = blockkit.Pings(c.text, blocks, attachments, linkNames)
	return c, nil
}

// messageBlocks decodes and checks the blocks of a message.
func (s *desk) messageBlocks(raw string) ([]any, *apiError) {
	blocks, refused := s.opts.Law.Message(raw)
	return blocks, refusal(refused)
}

// attachments checks the blocks within attachments. Legacy fields are kept as they
// are, and their text counts as mrkdwn.
func (s *desk) attachments(raw string) ([]any, *apiError) {
	v, err := blockkit.Decode(raw)
	all, ok := v.([]any)
	if err != nil || !ok && v != nil {
		return nil, fail("invalid_attachments")
	}
	for _, v := range all {
		a, ok := v.(object)
		if !ok {
			return nil, fail("invalid_attachments")
		}
		if blocks, ok := a["blocks"]; ok && blocks != nil {
			checked, wrong := s.messageBlocks(string(blockkit.Encode(blocks)))
			if wrong != nil {
				return nil, wrong
			}
			s.identify(checked)
			a["blocks"] = checked
		}
	}
	return all, nil
}

// metadata checks message metadata, which is kept as sent. Clients send an empty
// event_type for none.
func metadata(raw string) (json.RawMessage, *apiError) {
	if raw == "" {
		return nil, nil
	}
	v, err := blockkit.Decode(raw)
	o, ok := v.(object)
	if err != nil || !ok {
		return nil, fail("invalid_metadata_format")
	}
	if blockkit.Text(o, "event_type") == "" {
		return nil, nil
	}
	if _, ok := o["event_payload"].(object); !ok {
		return nil, fail("invalid_metadata_schema")
	}
	return json.RawMessage(raw), nil
}

func (s *webAPI) permalink(a args) (object, *apiError) {
	ch, p, wrong := s.ownOrOther(a.get("channel"), a.get("message_ts"))
	if wrong != nil {
		return nil, wrong
	}
	link := "https://" + teamDomain + ".slack.com/archives/" + ch.ID + "/p" + strings.ReplaceAll(p.TS, ".", "")
	if p.isReply() {
		link += "?thread_ts=" + p.ThreadTS + "&cid=" + ch.ID
	}
	return object{"channel": ch.ID, "permalink": link}, nil
}

// ownOrOther finds a message that everyone can see in a channel the bot is in.
func (s *webAPI) ownOrOther(channelID, ts string) (*channel, *post, *apiError) {
	ch := s.findChannel(channelID)
	if ch == nil || !ch.members[botUserID] {
		return nil, nil, fail("channel_not_found")
	}
	p := ch.find(ts)
	if p == nil || !p.visible() {
		return nil, nil, fail("message_not_found")
	}
	return ch, p, nil
}
