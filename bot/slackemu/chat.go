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

func (s *webAPI) postMessage(a args) (object, *apiError) {
	ch, p, wrong := s.draft(a)
	if wrong != nil {
		return nil, wrong
	}
	s.add(ch, p)
	s.clearStatus(ch, p.ThreadTS)
	s.announce(ch, p)
	return object{"channel": ch.ID, "ts": p.TS, "message": s.wireMessage(ch, p)}, nil
}

func (s *webAPI) postEphemeral(a args) (object, *apiError) {
	ch, p, wrong := s.draft(a)
	if wrong != nil {
		return nil, wrong
	}
	if p.EphemeralTo = a.get("user"); !ch.members[p.EphemeralTo] {
		return nil, fail("user_not_in_channel")
	}
	s.add(ch, p)
	return object{"channel": ch.ID, "message_ts": p.TS}, nil
}

// draft builds a message for the channel that a call names.
func (s *webAPI) draft(a args) (*channel, *post, *apiError) {
	ch, wrong := s.postable(a)
	if wrong != nil {
		return nil, nil, wrong
	}
	p, wrong := s.botPost(ch, a)
	return ch, p, wrong
}

// botPost builds a message of the bot that is not yet in its channel.
func (s *desk) botPost(ch *channel, a args) (*post, *apiError) {
	c, wrong := s.content(a, maxPostText)
	if wrong != nil {
		return nil, wrong
	}
	if c.Text == "" && c.Blocks == nil {
		return nil, fail("no_text")
	}
	c.User, c.BotID, c.ThreadTS, c.Mrkdwn = botUserID, botID, a.get("thread_ts"), a.get("mrkdwn")
	return &post{Message: c}, ch.replyable(c.ThreadTS)
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
	if ch == nil && s.user(a.get("channel")) != nil { // a user's ID means the DM
		ch = s.dm(a.get("channel"))
	}
	switch {
	case ch == nil, ch.hidden() && !ch.members[botUserID]:
		return nil, fail("channel_not_found")
	case !ch.members[botUserID] && !s.granted("chat:write.public"):
		return nil, fail("not_in_channel")
	}
	return ch, nil
}

// content returns the content of a message: text, blocks, metadata and pings.
func (s *desk) content(a args, maxText int) (c Message, wrong *apiError) {
	c.Text = a.get("text")
	if utf8.RuneCountInString(c.Text) > maxText {
		return c, fail("msg_too_long")
	}
	var blocks []any
	if raw := a.get("blocks"); raw != "" {
		var refused *blockkit.Refusal
		if blocks, refused = s.opts.Law.Message(raw); refused != nil {
			return c, refusal(refused)
		}
		c.Blocks = s.identify(blocks)
	}
	c.Pings = blockkit.Pings(c.Text, blocks)
	c.Metadata, wrong = metadata(a.get("metadata"))
	return c, wrong
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
