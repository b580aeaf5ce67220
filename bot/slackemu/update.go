package slackemu

import (
	"slices"

	"careeradvisor/bot/slackemu/blockkit"
)

// updateMessage keeps blocks that are left out; an empty array
// removes them (docs.slack.dev/reference/methods/chat.update).
func (s *webAPI) updateMessage(a args) (object, *apiError) {
	ch, p, wrong := s.own(a, "cant_update_message")
	if wrong != nil {
		return nil, wrong
	}
	c, wrong := s.content(a, maxUpdateText)
	if wrong != nil {
		return nil, wrong
	}
	_, hasText := a.values["text"]
	_, hasBlocks := a.values["blocks"]
	if !hasText && !hasBlocks {
		return nil, fail("no_text")
	}
	if !hasText {
		c.Text = p.Text
	}
	if !hasBlocks {
		c.Blocks = p.Blocks
	}
	if c.Metadata == nil {
		c.Metadata = p.Metadata
	}
	c.Pings = blockkit.Pings(c.Text, blockkit.Blocks(c.Blocks))
	s.revise(ch, p, c, botUserID)
	return object{"channel": ch.ID, "ts": p.TS, "text": p.Text, "message": s.wireMessage(ch, p)}, nil
}

func (s *webAPI) deleteMessage(a args) (object, *apiError) {
	ch, p, wrong := s.own(a, "cant_delete_message")
	if wrong != nil {
		return nil, wrong
	}
	s.erase(ch, p)
	return object{"channel": ch.ID, "ts": p.TS}, nil
}

// own finds the bot's message that a call names.
func (s *webAPI) own(a args, otherwise string) (*channel, *post, *apiError) {
	ch, p, wrong := s.ownOrOther(a.get("channel"), a.get("ts"))
	if wrong == nil && p.BotID != botID {
		wrong = fail(otherwise)
	}
	return ch, p, wrong
}

// revise changes a message's content and tells the app. Callers hold s.mu.
func (s *desk) revise(ch *channel, p *post, c Message, by string) {
	before := s.wireMessage(ch, p)
	p.Text, p.Blocks, p.Metadata, p.Pings = c.Text, c.Blocks, c.Metadata, c.Pings
	p.Edited, p.editedBy, p.editedTS = true, by, s.newTS()
	s.touch(ch, p)
	if p.visible() {
		s.changedEvent(ch, before, p)
		s.mentionEvent(ch, p, s.wireMessage(ch, p), blockkit.Text(before, "text"))
	}
}

// erase removes a message and tells the app. A parent with replies leaves a
// tombstone, which Slack reports as a change. Callers hold s.mu.
func (s *desk) erase(ch *channel, p *post) {
	before := s.wireMessage(ch, p)
	if !p.isReply() && len(ch.replies(p.TS)) > 0 {
		p.Message = Message{
			Channel: p.Channel, TS: p.TS, ThreadTS: p.ThreadTS, User: slackbot,
			Subtype: "tombstone", Text: "This message was deleted.",
		}
		s.touch(ch, p)
		s.changedEvent(ch, before, p)
		return
	}
	s.remove(ch, p)
	if p.visible() {
		s.changedEvent(ch, before, nil)
	}
}

func (s *webAPI) addReaction(a args) (object, *apiError) {
	return s.reaction(a, true, "already_reacted")
}
func (s *webAPI) removeReaction(a args) (object, *apiError) {
	return s.reaction(a, false, "no_reaction")
}

func (s *webAPI) reaction(a args, on bool, otherwise string) (object, *apiError) {
	if !emojiName.MatchString(a.get("name")) {
		return nil, fail("invalid_name")
	}
	ch, p, wrong := s.ownOrOther(a.get("channel"), a.get("timestamp"))
	if wrong == nil && !s.react(ch, p, a.get("name"), botUserID, on) {
		wrong = fail(otherwise)
	}
	return nil, wrong
}

// react adds or removes a reaction, unless it is already there or gone. Callers hold s.mu.
func (s *desk) react(ch *channel, p *post, name, userID string, on bool) bool {
	all := slices.Clone(p.Reactions) // copies of messages share the old ones
	at := slices.IndexFunc(all, func(r Reaction) bool { return r.Name == name })
	if on == (at >= 0 && slices.Contains(all[at].Users, userID)) {
		return false
	}
	event := "reaction_added"
	switch {
	case at < 0:
		all = append(all, Reaction{name, []string{userID}})
	case on:
		all[at].Users = append(slices.Clip(all[at].Users), userID)
	default:
		event = "reaction_removed"
		all[at].Users = slices.DeleteFunc(slices.Clone(all[at].Users), func(id string) bool { return id == userID })
		all = slices.DeleteFunc(all, func(r Reaction) bool { return len(r.Users) == 0 })
	}
	p.Reactions = all
	s.touch(ch, p)
	s.reactionEvent(event, ch, p, name, userID)
	return true
}

func (s *desk) reactionEvent(name string, ch *channel, p *post, emoji, userID string) {
	if !ch.members[botUserID] || !s.subscribed(name) {
		return
	}
	s.deliverEvent(blockkit.Encode(object{
		"type": name, "user": userID, "reaction": emoji, "item_user": p.User, "event_ts": s.newTS(),
		"item": object{"type": "message", "channel": ch.ID, "ts": p.TS},
	}))
}

// put adds a message and announces it. Callers hold s.mu.
func (s *desk) put(c Channel, p *post) Message {
	ch := s.channel(c.ID)
	if wrong := ch.replyable(p.ThreadTS); wrong != nil {
		panic("slackemu: " + wrong.code + ": " + p.ThreadTS)
	}
	s.add(ch, p)
	s.announce(ch, p)
	return p.Message
}
