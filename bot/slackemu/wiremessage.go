package slackemu

// wireMessage is the message as the Web API and events show it.
func (s *Server) wireMessage(ch *channel, p *post) object {
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
	if p.Attachments != nil {
		m["attachments"] = p.Attachments
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

func (s *Server) wireBot(m object, p *post) {
	m["bot_id"] = p.BotID
	if u := s.user(p.User); u != nil {
		m["app_id"] = u.AppID
		m["bot_profile"] = object{"id": u.BotID, "app_id": u.AppID, "name": u.RealName, "team_id": teamID, "deleted": false}
	}
}
