package slackemu

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Screen shows what people see, and waits for it.
type Screen struct{ *desk }

// Messages returns what everyone in the channel sees, oldest first, including
// replies.
func (s *Screen) Messages(c Channel) []Message {
	return s.posts(c, func(p *post) bool { return p.visible() })
}

// Thread returns a parent and its replies.
func (s *Screen) Thread(c Channel, ts string) []Message {
	return s.posts(c, func(p *post) bool { return p.visible() && (p.TS == ts || p.ThreadTS == ts) })
}

// Ephemerals returns what only u sees in the channel.
func (s *Screen) Ephemerals(c Channel, u User) []Message {
	return s.posts(c, func(p *post) bool { return p.EphemeralTo == u.ID })
}

// Message returns a message as it is now; false if it was deleted.
func (s *Screen) Message(c Channel, ts string) (Message, bool) {
	found := s.posts(c, func(p *post) bool { return p.TS == ts })
	if len(found) == 0 {
		return Message{}, false
	}
	return found[0], true
}

func (s *Screen) posts(c Channel, want func(*post) bool) (all []Message) {
	s.look(func() {
		for _, p := range s.channel(c.ID).posts {
			if want(p) {
				all = append(all, p.Message)
			}
		}
	})
	return all
}

// everything returns all messages of all channels.
func (s *Screen) everything() (all []Message) {
	s.look(func() {
		for _, ch := range s.channels {
			for _, p := range ch.posts {
				all = append(all, p.Message)
			}
		}
	})
	return all
}

// Modal returns the topmost modal that u sees.
func (s *Screen) Modal(u User) (v View, open bool) {
	s.look(func() {
		if top := s.top(u); top != nil {
			v, open = top.View, true
		}
	})
	return v, open
}

// Home returns the Home tab that was published for u.
func (s *Screen) Home(u User) (v View, published bool) {
	s.look(func() {
		if home := s.homes[u.ID]; home != nil {
			v, published = home.View, true
		}
	})
	return v, published
}

// Notices returns Slack's own error messages to u, oldest first.
func (s *Screen) Notices(u User) (all []Notice) {
	s.look(func() {
		for _, n := range s.notices {
			if n.User == u.ID {
				all = append(all, n)
			}
		}
	})
	return all
}

// Status returns what was set for the thread, or for the whole DM if ts is "".
func (s *Screen) Status(c Channel, threadTS string) (st Status) {
	s.look(func() {
		if t := s.channel(c.ID).threads[threadTS]; t != nil {
			st = *t
		}
	})
	return st
}

// Wait returns the first message in any channel that matches, including ephemeral
// ones, whether it is already there, arrives, or is changed to match. If none does
// in time, the error quotes what the bot said last.
func (s *Screen) Wait(ctx context.Context, match func(Message) bool) (found Message, err error) {
	err = s.WaitFor(ctx, func() bool {
		all := s.everything()
		at := slices.IndexFunc(all, match)
		if at >= 0 {
			found = all[at]
		}
		return at >= 0
	})
	if err != nil {
		err = fmt.Errorf("slackemu: no message matches: %w; the bot's last: %s", err, s.lastWords())
	}
	return found, err
}

func (s *Screen) lastWords() string {
	said := slices.DeleteFunc(s.everything(), func(m Message) bool { return !m.FromBot() })
	var words []string
	for _, m := range said[max(0, len(said)-3):] {
		words = append(words, fmt.Sprintf("%q", m.Plain()))
	}
	return strings.Join(words, ", ")
}

// WaitReply returns the bot's first message after to: in its thread, or in the same
// channel if that is a DM or to has no thread.
func (s *Screen) WaitReply(ctx context.Context, to Message) (Message, error) {
	return s.Wait(ctx, func(m Message) bool {
		if !m.FromBot() || m.Channel != to.Channel || m.TS <= to.TS {
			return false
		}
		if m.ThreadTS != "" && m.ThreadTS != m.TS {
			return m.ThreadTS == to.TS || m.ThreadTS == to.ThreadTS
		}
		return to.ThreadTS == "" || to.ThreadTS == to.TS
	})
}

// WaitModal waits until the topmost modal that u sees matches.
func (s *Screen) WaitModal(ctx context.Context, u User, match func(View) bool) (View, error) {
	return s.waitView(ctx, u, s.Modal, match)
}

// WaitHome waits until u's Home tab matches.
func (s *Screen) WaitHome(ctx context.Context, u User, match func(View) bool) (View, error) {
	return s.waitView(ctx, u, s.Home, match)
}

func (s *Screen) waitView(ctx context.Context, u User, look func(User) (View, bool), match func(View) bool) (found View, err error) {
	err = s.WaitFor(ctx, func() bool {
		v, there := look(u)
		if there && match(v) {
			found = v
			return true
		}
		return false
	})
	return found, err
}
