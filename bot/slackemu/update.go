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
		c.text = p.Text
	}
	if !hasBlocks {
		c.blocks = p.Blocks
	}
	if c.metadata == nil {
		c.metadata = p.Metadata
	}
	c.pings = blockkit.Pings(c.text, blockkit.Blocks(c.blocks))
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

// revise changes a message and tells the app. Callers hold s.mu.
func (s *desk) revise(ch *channel, p *post, c content, by string) {
	before := s.wireMessage(ch, p)
	p.fill(c)
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
	ch, p, wrong := s.reactable(a)
	if wrong == nil && !s.react(ch, p, a.get("name"), botUserID) {
		wrong = fail("already_reacted")
	}
	return nil, wrong
}

func (s *webAPI) removeReaction(a args) (object, *apiError) {
	ch, p, wrong := s.reactable(a)
	if wrong != nil {
		return nil, wrong
	}
	if !s.unreact(ch, p, a.get("name"), botUserID) {
		wrong = fail("no_reaction")
	}
	return nil, wrong
}

func (s *webAPI) reactable(a args) (*channel, *post, *apiError) {
	if !emojiName.MatchString(a.get("name")) {
		return nil, nil, fail("invalid_name")
	}
	return s.ownOrOther(a.get("channel"), a.get("timestamp"))
}

// react adds a reaction unless it is there. Callers hold s.mu.
func (s *desk) react(ch *channel, p *post, name, userID string) bool {
	at := slices.IndexFunc(p.Reactions, func(r Reaction) bool { return r.Name == name })
	if at < 0 {
		at = len(p.Reactions)
		p.Reactions = append(p.Reactions, Reaction{Name: name})
	}
	if slices.Contains(p.Reactions[at].Users, userID) {
		return false
	}
	p.Reactions[at].Users = append(p.Reactions[at].Users, userID)
	s.touch(ch, p)
	s.reactionEvent("reaction_added", ch, p, name, userID)
	return true
}

// unreact removes a reaction if it is there. Callers hold s.mu.
func (s *desk) unreact(ch *channel, p *post, name, userID string) bool {
	for i, r := range p.Reactions {
		if at := slices.Index(r.Users, userID); r.Name == name && at >= 0 {
			p.Reactions[i].Users = slices.Delete(r.Users, at, at+1)
			p.Reactions = slices.DeleteFunc(p.Reactions, func(r Reaction) bool { return len(r.Users) == 0 })
			s.touch(ch, p)
			s.reactionEvent("reaction_removed", ch, p, r.Name, userID)
			return true
		}
	}
	return false
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
	return p.copy()
}
