package bot

import (
	"context"
	"slices"
	"sync"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// changed takes edits of messages. A question that was answered is answered again, in
// place; anything else that people change is their own business. Slack reports the
// deletion of a message with replies as a change too.
func changed(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		Channel string `json:"channel"`
		Message struct {
			wire.Said
			Edited struct {
				TS string `json:"ts"`
			} `json:"edited"`
		} `json:"message"`
		Previous wire.Said `json:"previous_message"`
	}
	if !b.read(d, &e) {
		return inbox.Job{}, false
	}
	s := e.Message.Said
	s.Channel = e.Channel
	if s.Subtype == "tombstone" { // Slack's own, in place of a person's
		s.User = e.Previous.User
		return removal(b, d, s), true
	}
	if !b.isPersons(s) || s.TS == "" || e.Message.Edited.TS == "" {
		return inbox.Job{}, false
	}
	message, at := s.Channel+":"+s.TS, e.Message.Edited.TS
	name := "edit:" + message + ":" + at + ":" + memory.TurnID(s.Text) // several may be made in a second
	b.edits.came(message, at, name)
	return inbox.Job{
		Surface: "edit",
		Names:   append(d.EventNames(), name),
		Lane:    s.Lane(),
		Do: func(ctx context.Context) error {
			if b.edits.superseded(message, name) {
				return nil
			}
			return b.desk.Reanswer(ctx, s, at, d.Again)
		},
		Say: b.poster.In(s.Channel, s.ThreadTS).Say,
	}, true
}

// deleted takes deletions of messages. A question's answer goes with it, unless somebody
// has replied after the answer.
func deleted(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		Channel  string    `json:"channel"`
		TS       string    `json:"deleted_ts"`
		Previous wire.Said `json:"previous_message"`
	}
	if !b.read(d, &e) || e.Channel == "" || e.TS == "" || e.Previous.ByApp() {
		return inbox.Job{}, false
	}
	e.Previous.Channel, e.Previous.TS = e.Channel, e.TS
	return removal(b, d, e.Previous), true
}

// removal is the job of removing the answer to a message that is gone.
func removal(b *Bot, d wire.Delivery, s wire.Said) inbox.Job {
	return inbox.Job{
		Surface: "deletion",
		Names:   append(d.EventNames(), "deletion:"+s.Channel+":"+s.TS),
		Lane:    s.Lane(),
		Do:      func(ctx context.Context) error { return b.desk.Unanswer(ctx, s) },
	}
}

// edits knows the newest edit of each message that this process has taken, so that only
// that one is answered, in whatever order they arrive.
type edits struct {
	mu     sync.Mutex
	newest map[string]edit // by message
}

// edit records when the newest edit of a message was made, in whole seconds, and the names of all
// edits made in that second, in the order in which they came.
type edit struct {
	at    string
	names []string
}

// maxEdits is how many messages are remembered. If one is forgotten, each of its edits is answered.
const maxEdits = 1000

// came notes that an edit has come in.
func (e *edits) came(message, at, name string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	n, known := e.newest[message]
	if e.newest == nil || !known && len(e.newest) >= maxEdits {
		e.newest = map[string]edit{}
	}
	if at > n.at {
		n = edit{at: at}
	}
	if at == n.at && !slices.Contains(n.names, name) {
		e.newest[message] = edit{at, append(n.names, name)}
	}
}

// superseded reports whether a newer edit of the message has come.
func (e *edits) superseded(message, name string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	n, known := e.newest[message]
	return known && n.names[len(n.names)-1] != name
}
