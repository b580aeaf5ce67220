package home

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Library is what the Home tab shows and the gap board fills.
type Library interface {
	// Contents are the documents that may be shown to anybody.
	Contents() Contents

	// Cluster puts questions together that ask for much the same thing, the largest
	// group first. They are given the oldest first.
	Cluster(questions []string) []knowledge.Group

	// Publish makes a document of an entry, in the place of an earlier one to the same
	// question, and answers from it from now on. It returns the document's ID.
	Publish(ctx context.Context, e Entry) (string, error)

	// Entry is what was published as a document, and Withdraw takes it back.
	Entry(doc string) (Entry, bool)
	Withdraw(ctx context.Context, doc string) error

	// Teach keeps a question that a section is known to answer from now on.
	Teach(ctx context.Context, l Lesson) error
}

// Switches are what people switch off.
type Switches interface {
	Off(what string) bool
	Switch(ctx context.Context, what string, off bool) error
}

// Home is the Home tab of everybody, with the plan and, for editors, the gap board.
type Home struct {
	Plans     memory.Plans
	Gaps      Gaps
	Once      func(ctx context.Context, key string, at time.Time) (bool, error) // see [memory.Housekeeping]
	Library   Library
	Post      *post.Poster
	Command   string        // the slash command
	Retention time.Duration // how long turns are kept; for ever where not positive

	Settings Switches
	Admins   []string // they get the weekly summary, and name editors

	IsEditor func(user string) bool
	IsOpen   func(a knowledge.Answer) bool                                           // whether anybody may read what it quotes
	Turn     func(ctx context.Context, c wire.Click, id string) (memory.Turn, error) // that a click is about, if the person may see it
	Answer   func(ctx context.Context, question string) (knowledge.Answer, error)    // what is said to a question now
	Reply    func(ctx context.Context, above string, t memory.Turn) error            // posts a turn's answer in its asker's direct messages

	Now func() time.Time
	Log *slog.Logger

	turns *turnstile // one Home tab of a person at a time
}

// Gaps are what the gap board shows of the memory.
type Gaps interface {
	memory.Gaps
	Turn(ctx context.Context, id string) (memory.Turn, error)
	Figures(ctx context.Context, since time.Time) (memory.Figures, error)
}

// New makes the Home tab from its parts.
func New(h Home) *Home {
	h.turns = newTurnstile()
	return &h
}

// Pages say how far a person has paged through the lists of the Home tab. They are the view's
// private_metadata, so that they come back with every click in it.
type Pages struct {
	Plan  int `json:"plan,omitempty"`
	Board int `json:"board,omitempty"`
}

func (p Pages) Meta() string {
	text, _ := json.Marshal(p)
	return string(text)
}

// pagesOf reads the metadata of a Home tab; another's leads to the first pages.
func pagesOf(meta string) (p Pages) {
	_ = json.Unmarshal([]byte(meta), &p)
	return p
}

// View holds what a person's Home tab shows.
type View struct {
	Command  string // the slash command
	At       Pages
	Contents Contents
	Plan     *memory.Plan // nil for none
	Board    *Board       // nil for people who are no admins
	Care     Care
	Notes    []string // about the documents, for admins
	Trouble  string   // said above all; may be empty
}

// Say shows a sentence as a person's Home tab.
func (h *Home) Say(ctx context.Context, user, sentence string) error {
	return h.Post.Home(ctx, user, homeOf(Pages{}, render.TextBlock(sentence)))
}

// Show publishes a person's Home tab as things stand now. What is read for it is
// published before anything else is read for the same person, so that nothing old comes
// on top of something new. If the memory fails, the rest is still shown.
func (h *Home) Show(ctx context.Context, user string, at Pages) error {
	release, err := h.turns.hold(ctx, user)
	if err != nil {
		return err
	}
	defer release()
	view := View{At: at, Command: h.Command, Contents: h.Library.Contents(), Care: careOf(h, user)}
	p, err := h.Plans.Plan(ctx, user)
	switch {
	case err == nil:
		view.Plan = &p
	case !errors.Is(err, knowledge.ErrNotFound):
		view.Trouble = SaysHomeIncomplete
		h.Log.Error("the Home tab goes without the plan", "error", err)
	}
	if h.IsEditor(user) {
		view.Notes = view.Contents.Notes
		if view.Board, err = h.readBoard(ctx); err != nil {
			view.Trouble = SaysHomeIncomplete
			h.Log.Error("the Home tab goes without the gap board", "error", err)
		}
	}
	return h.Post.Home(ctx, user, view.Tab())
}
