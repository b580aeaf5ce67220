package slackemu

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strconv"
)

var emojiName = regexp.MustCompile(`^[a-z0-9_+'-]+(::skin-tone-[2-6])?$`)

// conversations implements the conversations.* and users.* methods.
type conversations struct{ *desk }

// readableChannel finds a conversation that the bot may know about and has the scope
// for.
func (s *conversations) readableChannel(a args, access string) (*channel, *apiError) {
	ch := s.findChannel(a.get("channel"))
	if ch == nil || ch.hidden() && !ch.members[botUserID] {
		return nil, fail("channel_not_found")
	}
	if scope := ch.family() + access; !s.granted(scope) {
		return nil, s.missing(scope)
	}
	return ch, nil
}

// historyOf finds a conversation whose messages the bot may read.
func (s *conversations) historyOf(a args) (*channel, *apiError) {
	ch, wrong := s.readableChannel(a, ":history")
	if wrong == nil && !ch.members[botUserID] {
		wrong = fail("not_in_channel")
	}
	return ch, wrong
}

func (s *conversations) conversationReplies(a args) (object, *apiError) {
	ch, wrong := s.historyOf(a)
	if wrong != nil {
		return nil, wrong
	}
	parent := ch.find(a.get("ts"))
	if parent == nil || !parent.visible() {
		return nil, fail("thread_not_found")
	}
	thread := []*post{parent}
	if !parent.isReply() {
		thread = append(thread, ch.replies(parent.TS)...)
	}
	return s.page(ch, a, within(a, thread, parent), 1000)
}

func (s *conversations) conversationHistory(a args) (object, *apiError) {
	ch, wrong := s.historyOf(a)
	if wrong != nil {
		return nil, wrong
	}
	top := slices.DeleteFunc(slices.Clone(ch.posts), func(p *post) bool { return !p.visible() || p.isReply() })
	slices.Reverse(top)
	return s.page(ch, a, within(a, top, nil), 100)
}

// within keeps the posts between oldest and latest. Timestamps in the same format can be compared
// as text. A thread's parent is always kept.
func within(a args, posts []*post, always *post) []*post {
	oldest, latest, edges := a.get("oldest"), a.get("latest"), a.flag("inclusive")
	return slices.DeleteFunc(posts, func(p *post) bool {
		switch {
		case p == always:
			return false
		case p.TS == oldest || p.TS == latest:
			return !edges
		}
		return p.TS < oldest || latest != "" && p.TS > latest
	})
}

// page returns the posts that limit and cursor ask for.
func (s *conversations) page(ch *channel, a args, posts []*post, limit int) (object, *apiError) {
	if asked := a.get("limit"); asked != "" && asked != "0" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 || n > 999 {
			return nil, fail("invalid_limit")
		}
		limit = n
	}
	start := 0
	if cursor := a.get("cursor"); cursor != "" {
		raw, err := base64.StdEncoding.DecodeString(cursor)
		n, numErr := strconv.Atoi(string(raw))
		if err != nil || numErr != nil || n < 0 || n > len(posts) {
			return nil, fail("invalid_cursor")
		}
		start = n
	}
	end := min(start+limit, len(posts))
	messages := []object{}
	for _, p := range posts[start:end] {
		m := s.wireMessage(ch, p)
		if !a.flag("include_all_metadata") {
			delete(m, "metadata")
		}
		messages = append(messages, m)
	}
	reply := object{"messages": messages, "has_more": end < len(posts)}
	if end < len(posts) {
		next := base64.StdEncoding.EncodeToString([]byte(strconv.Itoa(end)))
		reply["response_metadata"] = object{"next_cursor": next}
	}
	return reply, nil
}

func (s *conversations) conversationInfo(a args) (object, *apiError) {
	ch, wrong := s.readableChannel(a, ":read")
	if wrong != nil {
		return nil, wrong
	}
	o := object{
		"id": ch.ID, "is_im": ch.IsIM, "is_mpim": ch.IsMPIM, "is_channel": !ch.IsIM && !ch.hidden(), "is_group": ch.IsPrivate,
		"is_private": ch.hidden() || ch.IsIM, "is_archived": false, "is_member": ch.members[botUserID],
		"context_team_id": teamID,
	}
	if ch.IsIM {
		o["user"] = ch.with
	} else {
		o["name"], o["num_members"] = ch.Name, len(ch.members)
	}
	return object{"channel": o}, nil
}

func (s *conversations) userInfo(a args) (object, *apiError) {
	u := s.user(a.get("user"))
	if u == nil {
		return nil, fail("user_not_found")
	}
	profile := object{"real_name": u.RealName, "display_name": u.Name, "team": teamID}
	o := object{
		"id": u.ID, "team_id": teamID, "name": u.Name, "real_name": u.RealName, "deleted": false,
		"is_bot": u.IsBot, "is_app_user": false, "tz": "Etc/UTC", "profile": profile,
	}
	if u.IsBot {
		profile["bot_id"], profile["api_app_id"] = u.BotID, u.AppID
	}
	return object{"user": o}, nil
}
