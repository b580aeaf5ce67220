package slackemu

import "strings"

const (
	teamID     = "TEMULATOR"
	teamDomain = "emulator"
	appID      = "AADVISOR01"
	botUserID  = "UADVISOR01"
	botID      = "BADVISOR01"
	slackbot   = "USLACKBOT"
)

// User is a person or a bot in the workspace.
type User struct {
	ID           string `json:"id"`
	Name         string `json:"-"`
	RealName     string `json:"name"`
	IsBot        bool   `json:"-"`
	BotID, AppID string `json:"-"` // of bots only
}

// Mention returns how a message mentions the user: <@ID>.
func (u User) Mention() string { return "<@" + u.ID + ">" }

// Channel is a conversation.
type Channel struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	IsIM      bool   `json:"direct"`
	IsMPIM    bool   `json:"group"` // a group DM
	IsPrivate bool   `json:"private"`
}

// Closed reports whether only members see it.
func (c Channel) Closed() bool { return c.IsIM || c.IsMPIM || c.IsPrivate }

// workspace holds people, conversations and their messages.
type workspace struct {
	*hub
	users    []*User
	channels []*channel
}

type channel struct {
	Channel
	members map[string]bool
	with    string  // the person of a DM
	posts   []*post // oldest first, ephemeral ones included
	threads map[string]*Status
}

// BotUser returns the app's bot user.
func (s *workspace) BotUser() (u User) {
	s.look(func() { u = *s.users[0] })
	return u
}

// AddUser adds a person.
func (s *workspace) AddUser(name string) User { return s.addUser(name, false) }

// AddBot adds another app's bot user; its messages carry its bot_id.
func (s *workspace) AddBot(name string) User { return s.addUser(name, true) }

func (s *workspace) addUser(name string, isBot bool) User {
	u := &User{Name: name, RealName: name, IsBot: isBot}
	s.change(func() {
		u.ID = s.newID("U", name)
		if isBot {
			u.BotID, u.AppID = s.newID("B", name), s.newID("A", name)
		}
		s.touchPeople()
		s.users = append(s.users, u)
	})
	return *u
}

// Users returns all users, the app's bot first.
func (s *workspace) Users() (all []User) {
	s.look(func() {
		for _, u := range s.users {
			all = append(all, *u)
		}
	})
	return all
}

// AddChannel adds a public channel with the bot and the given members.
func (s *workspace) AddChannel(name string, members ...User) Channel {
	return s.addChannel(Channel{Name: name}, members)
}

// AddPrivateChannel adds a private channel with the bot and the given members.
func (s *workspace) AddPrivateChannel(name string, members ...User) Channel {
	return s.addChannel(Channel{Name: name, IsPrivate: true}, members)
}

// AddGroupDM adds a group DM with the bot and the given members.
func (s *workspace) AddGroupDM(members ...User) Channel {
	name := "mpdm"
	for _, u := range members {
		name += "-" + strings.ToLower(u.Name) + "-"
	}
	return s.addChannel(Channel{Name: name + "-" + s.BotUser().Name + "-1", IsMPIM: true}, members)
}

// IsMember reports whether a user is in a conversation.
func (s *workspace) IsMember(c Channel, u User) (in bool) {
	s.look(func() { in = s.channel(c.ID).members[u.ID] })
	return in
}

func (s *workspace) addChannel(c Channel, members []User) Channel {
	s.change(func() {
		c.ID = s.newID("C", c.Name)
		ch := s.newChannel(c)
		for _, u := range members {
			ch.members[u.ID] = true
		}
	})
	return c
}

// RemoveBot takes the bot out of a channel.
func (s *workspace) RemoveBot(c Channel) {
	s.change(func() {
		delete(s.channel(c.ID).members, botUserID)
		s.touchPeople()
	})
}

// OpenDM returns the direct conversation between u and the bot.
func (s *workspace) OpenDM(u User) (c Channel) {
	s.change(func() { c = s.dm(u.ID).Channel })
	return c
}

// Channels returns all conversations, oldest first.
func (s *workspace) Channels() (all []Channel) {
	s.look(func() {
		for _, ch := range s.channels {
			all = append(all, ch.Channel)
		}
	})
	return all
}

// Callers of everything below hold s.mu.

func (s *workspace) user(id string) *User {
	return first(s.users, func(u *User) bool { return u.ID == id })
}

func (s *workspace) findChannel(id string) *channel {
	return first(s.channels, func(ch *channel) bool { return ch.ID == id })
}

// first returns the first one that fits, or nil.
func first[T any](all []*T, fits func(*T) bool) *T {
	for _, one := range all {
		if fits(one) {
			return one
		}
	}
	return nil
}

// channel finds a channel that the caller was given; an unknown ID is a mistake in
// the test.
func (s *workspace) channel(id string) *channel {
	if ch := s.findChannel(id); ch != nil {
		return ch
	}
	panic("slackemu: there is no channel " + id)
}

func (s *workspace) dm(userID string) *channel {
	if ch := first(s.channels, func(ch *channel) bool { return ch.with == userID }); ch != nil {
		return ch
	}
	u := s.user(userID)
	if u == nil {
		panic("slackemu: there is no user " + userID)
	}
	ch := s.newChannel(Channel{ID: s.newID("D", u.Name), Name: "directmessage", IsIM: true})
	ch.with, ch.members[userID] = userID, true
	return ch
}

// newChannel adds a conversation with the bot in it.
func (s *workspace) newChannel(c Channel) *channel {
	ch := &channel{Channel: c, members: map[string]bool{botUserID: true}, threads: map[string]*Status{}}
	s.channels = append(s.channels, ch)
	s.touchPeople()
	return ch
}

// hidden reports whether only members know of it.
func (c *channel) hidden() bool { return c.IsPrivate || c.IsMPIM }

// kind is the channel_type that Slack uses.
func (c *channel) kind() string {
	switch {
	case c.IsIM:
		return "im"
	case c.IsMPIM:
		return "mpim"
	case c.IsPrivate:
		return "group"
	}
	return "channel"
}

// family is the name that Slack's scopes and events use for the kind.
func (c *channel) family() string {
	if c.IsIM || c.IsMPIM {
		return c.kind()
	}
	return c.kind() + "s"
}
