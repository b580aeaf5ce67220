package slackemu

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"careeradvisor/bot/slackemu/blockkit"
)

// Changes holds what changed in the workspace between two revisions, for a page that follows it.
// Lists marked whole are complete whenever they are present.
type Changes struct {
	Rev      int64         `json:"-"`
	Users    []User        `json:"users,omitempty"`    // whole
	Channels []Room        `json:"channels,omitempty"` // whole
	Threads  []ThreadState `json:"threads,omitempty"`  // whole
	Messages []Shown       `json:"messages,omitempty"` // new or changed, oldest first in each channel
	Gone     []Place       `json:"gone,omitempty"`     // messages that were removed
	Desks    []Desk        `json:"desks,omitempty"`    // whole: what each person has open
	Notices  []Notice      `json:"notices,omitempty"`  // new
	Entries  []Envelope    `json:"envelopes,omitempty"`
	Calls    []Call        `json:"calls,omitempty"` // new
	Wire     Wire          `json:"wire"`
}

// Room is a conversation and who is in it.
type Room struct {
	Channel
	With    string   `json:"with"` // the person of a DM
	Members []string `json:"members"`
}

// Place locates a message.
type Place struct {
	Channel string `json:"channel"`
	TS      string `json:"ts"`
}

// ThreadState holds what the assistant.threads.* methods set for a thread.
type ThreadState struct {
	Place // TS "" is a whole DM
	Status
}

// Shown is a message with its payload as the Web API returns it, and what each
// person has chosen in it: the state.values of its elements, by user.
type Shown struct {
	Place
	Only    string                     `json:"only,omitempty"`  // the only user who sees it
	Plain   bool                       `json:"plain,omitempty"` // its text is not mrkdwn
	Pings   []string                   `json:"pings,omitempty"`
	Payload json.RawMessage            `json:"payload"`
	Chosen  map[string]json.RawMessage `json:"chosen,omitempty"`
}

// Desk holds the views that one person has open.
type Desk struct {
	User   string `json:"user"`
	Modals []Open `json:"modals"` // the top one last
	Home   *Open  `json:"home"`   // nil before the bot has published one
}

// Open is a view with its payload, including the state of its elements.
type Open struct {
	ID      string            `json:"id"`
	Hash    string            `json:"hash"`
	Errors  map[string]string `json:"errors,omitempty"`
	Payload json.RawMessage   `json:"payload"`
}

// Wire is the state of Socket Mode, with the faults still to come.
type Wire struct {
	Sockets int       `json:"sockets"` // open, and not about to be closed
	Hung    int       `json:"hung"`    // of those, deaf and mute
	Queue   int       `json:"queue"`   // envelopes that wait for a socket
	Faults  []Pending `json:"faults"`
}

// Pending is a fault that is still active.
type Pending struct {
	Kind   string        `json:"kind"`   // "lose", "slow", "duplicate", an HTTP status or Slack's error
	Method string        `json:"method"` // of the Web API; empty if the fault has none
	Left   int           `json:"left"`   // how often it will still hit; 0 means until healed
	Wait   time.Duration `json:"wait"`
}

// Page lets a page follow the workspace.
type Page struct{ *desk }

// Watch waits until something has changed after revision since and returns it. For
// 0, or a revision the workspace has not reached yet, it returns everything.
func (s *Page) Watch(ctx context.Context, since int64) (c Changes, err error) {
	s.look(func() {
		if since > s.trail.rev {
			since = 0
		}
	})
	err = s.WaitFor(ctx, func() bool {
		s.look(func() {
			if s.trail.rev > since {
				c = s.since(since)
			}
		})
		return c.Rev > since
	})
	return c, err
}

// Callers of everything below hold s.mu.

func (s *Page) since(rev int64) Changes {
	t := &s.trail
	c := Changes{Rev: t.rev, Wire: s.state()}
	if t.people > rev {
		for _, u := range s.users {
			c.Users = append(c.Users, *u)
		}
		for _, ch := range s.channels {
			c.Channels = append(c.Channels, Room{ch.Channel, ch.with, slices.Sorted(maps.Keys(ch.members))})
		}
	}
	for _, ch := range s.channels {
		for _, p := range ch.posts {
			if p.rev > rev {
				c.Messages = append(c.Messages, s.shown(ch, p))
			}
		}
		if t.threads > rev {
			for _, ts := range slices.Sorted(maps.Keys(ch.threads)) {
				c.Threads = append(c.Threads, ThreadState{Place{ch.ID, ts}, *ch.threads[ts]})
			}
		}
	}
	for _, d := range t.gone {
		if d.rev > rev {
			c.Gone = append(c.Gone, d.Place)
		}
	}
	if t.desks > rev {
		c.Desks = s.openDesks()
	}
	c.Notices = later(s.notices, func(n Notice) bool { return n.rev > rev })
	c.Calls = later(s.calls, func(c Call) bool { return c.rev > rev })
	for _, e := range s.envelopes {
		if e.rev > rev {
			c.Entries = append(c.Entries, e.Envelope)
		}
	}
	return c
}

// later returns the new items at the end of a list that is ordered by time.
func later[T any](all []T, fresh func(T) bool) []T {
	at := len(all)
	for at > 0 && fresh(all[at-1]) {
		at--
	}
	return slices.Clone(all[at:])
}

func (s *Page) shown(ch *channel, p *post) Shown {
	m := Shown{
		Place: Place{ch.ID, p.TS}, Only: p.EphemeralTo, Plain: p.Mrkdwn == "false", Pings: p.Pings,
		Payload: blockkit.Encode(s.wireMessage(ch, p)), Chosen: map[string]json.RawMessage{},
	}
	for user, made := range p.chosen {
		m.Chosen[user] = blockkit.Encode(blockkit.State(blockkit.Blocks(p.Blocks), made)["values"])
	}
	return m
}

func (s *Page) openDesks() (all []Desk) {
	for _, u := range s.users {
		if u.IsBot {
			continue
		}
		d := Desk{User: u.ID, Modals: []Open{}}
		for _, v := range s.modals[u.ID] {
			d.Modals = append(d.Modals, s.open(v))
		}
		if home := s.homes[u.ID]; home != nil {
			o := s.open(home)
			d.Home = &o
		}
		all = append(all, d)
	}
	return all
}

func (s *Page) open(v *view) Open {
	return Open{v.ID, v.Hash, v.Errors, blockkit.Encode(s.wireView(v))}
}

func (s *wire) state() Wire {
	w := Wire{Queue: len(s.queue), Faults: s.pending()}
	for _, k := range s.sockets {
		if !k.leaving {
			w.Sockets++
			if k.hung.Load() {
				w.Hung++
			}
		}
	}
	return w
}

// touch marks a message as changed. A reply also changes its parent, which counts
// its replies.
func (s *workspace) touch(ch *channel, p *post) {
	p.rev = s.trail.rev
	if p.isReply() {
		if parent := ch.find(p.ThreadTS); parent != nil {
			parent.rev = s.trail.rev
		}
	}
}
