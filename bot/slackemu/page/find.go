package page

import (
	"fmt"
	"slices"

	"careeradvisor/bot/slackemu"
)

// person finds a user who is not a bot: nobody speaks for bots.
func (p *page) person(id string) (slackemu.User, error) {
	users := p.slack.Users()
	at := slices.IndexFunc(users, func(u slackemu.User) bool { return u.ID == id && !u.IsBot })
	if at < 0 {
		return slackemu.User{}, fmt.Errorf("there is no person %q", id)
	}
	return users[at], nil
}

// there finds the conversation and the person of an act. Only members may act in
// closed conversations.
func (p *page) there(a act) (slackemu.Channel, slackemu.User, error) {
	u, err := p.person(a.User)
	if err != nil {
		return slackemu.Channel{}, u, err
	}
	all := p.slack.Channels()
	at := slices.IndexFunc(all, func(c slackemu.Channel) bool { return c.ID == a.Channel })
	if at < 0 || all[at].Closed() && !p.slack.IsMember(all[at], u) {
		return slackemu.Channel{}, u, fmt.Errorf("%s is in no conversation %q", u.RealName, a.Channel)
	}
	return all[at], u, nil
}

// message finds the message that a person acts on, if they can see it.
func (p *page) message(a act) (slackemu.Message, slackemu.User, error) {
	ch, u, err := p.there(a)
	if err != nil {
		return slackemu.Message{}, u, err
	}
	m, found := p.slack.Message(ch, a.TS)
	if !found || m.EphemeralTo != "" && m.EphemeralTo != u.ID {
		return slackemu.Message{}, u, fmt.Errorf("there is no message %q any more", a.TS)
	}
	return m, u, nil
}
