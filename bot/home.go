package bot

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// home takes the opening of the app's Home tab. What is opened is published anew,
// for documents, plans and gaps change meanwhile. The Messages tab has
// its own way.
func (b *Bot) home(d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		User    string `json:"user"`
		Tab     string `json:"tab"`
		Channel string `json:"channel"`
	}
	if err := json.Unmarshal(d.Payload, &e); err != nil {
		b.log.Warn("the opening of a tab could not be read", "error", err)
		return inbox.Job{}, false
	}
	switch {
	case e.User == "":
		return inbox.Job{}, false
	case e.Tab == "messages":
		return b.pane(d, e.User, e.Channel)
	case e.Tab != "home":
		return inbox.Job{}, false
	}
	names := []string{"envelope:" + d.Envelope.ID}
	if d.Event != "" {
		names = append(names, "event:"+d.Event)
	}
	return inbox.Job{
		Surface: "home",
		Names:   names,
		Lane:    personLane(e.User),
		Do:      func(ctx context.Context) error { return b.showHome(ctx, e.User, pages{}) },
		Say: func(ctx context.Context, sentence string) error {
			return b.poster.Home(ctx, e.User, homeOf(pages{}, render.TextBlock(sentence)))
		},
	}, true
}

// personLane is the lane of what changes a person's Home tab, so that of several
// processes one does it at a time.
func personLane(user string) string { return "person:" + user }

// clickedByPerson makes a taker of a click that changes the Home tab of the person who
// clicks, wherever the button stands.
func clickedByPerson(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, do)
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		if c, err := wire.ReadClick(d.Payload); err == nil {
			j.Lane = personLane(c.User)
		}
		return j, ok
	}
}

// pages say where a person stands in the lists of the Home tab. They are the view's
// private_metadata, so that they come back with every click in it.
type pages struct {
	Plan  int `json:"plan,omitempty"`
	Board int `json:"board,omitempty"`
}

func (p pages) meta() string {
	text, _ := json.Marshal(p)
	return string(text)
}

// pagesOf reads the metadata of a Home tab; another's leads to the first pages.
func pagesOf(meta string) (p pages) {
	_ = json.Unmarshal([]byte(meta), &p)
	return p
}

// home is what a person's Home tab is made of.
type home struct {
	command  string // the slash command
	at       pages
	contents Contents
	plan     *memory.Plan // nil for none
	board    *board       // nil for people who are no admins
	notes    []string     // about the documents, for admins
	trouble  string       // said above all; may be empty
}

// showHome publishes a person's Home tab as things stand now. What is read for it is
// published before anything else is read for the same person, so that nothing old
// comes on top of something new. Where the memory fails the rest is shown all the same.
func (b *Bot) showHome(ctx context.Context, user string, at pages) error {
	release, err := b.homes.hold(ctx, user)
	if err != nil {
		return err
	}
	defer release()
	h := home{at: at, command: b.cfg.Command, contents: b.library.Contents()}
	p, err := b.memory.Plan(ctx, user)
	switch {
	case err == nil:
		h.plan = &p
	case !errors.Is(err, knowledge.ErrNotFound):
		h.trouble = saysHomeIncomplete
		b.log.Error("the Home tab goes without the plan", "error", err)
	}
	if b.isEditor(user) {
		h.notes = h.contents.Notes
		if h.board, err = b.readBoard(ctx); err != nil {
			h.trouble = saysHomeIncomplete
			b.log.Error("the Home tab goes without the gap board", "error", err)
		}
	}
	return b.poster.Home(ctx, user, h.view())
}

// kept is the time from which on turns are kept.
func (b *Bot) kept() time.Time {
	if b.cfg.Retention <= 0 {
		return time.Time{}
	}
	return b.cfg.Now().Add(-b.cfg.Retention)
}
