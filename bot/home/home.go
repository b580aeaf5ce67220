package home

import (
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"log/slog"
	"sync"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Memory is the part of the memory that Home needs.
type Memory interface {
	memory.Plans
	memory.Gaps
	Turn(ctx context.Context, id string) (memory.Turn, error)
	Once(ctx context.Context, key string, at time.Time) (bool, error) // see [memory.Housekeeping]
}

// Settings are the settings that people make.
type Settings interface {
	Off(what string) bool
	MayQuote(a knowledge.Answer, channel string) bool // there, or anywhere else for ""
	Switch(ctx context.Context, what string, off bool) error
	InWords() map[string]string // how the advisor behaves in channels, by their IDs
}

// Home is everybody's Home tab. What people do with their plans is in [Planner], and what editors
// do in [Editor]. Its fields are set before its first use.
type Home struct {
	Memory    Memory
	Library   Library
	Settings  Settings
	Post      *post.Poster
	Command   string        // the slash command
	Retention time.Duration // how long turns are kept; for ever if not positive
	Admins    []string      // they get the weekly summary, and name editors

	IsEditor func(user string) bool
	Turn     func(ctx context.Context, c wire.Click, id string) (memory.Turn, error) // that a click is about, if the person may see it
	Answer   func(ctx context.Context, question string) (knowledge.Answer, error)    // the current answer to a question
	Reply    func(ctx context.Context, above string, t memory.Turn) error            // posts a turn's answer in its asker's direct messages

	Now func() time.Time
	Log *slog.Logger

	gates [32]sync.Mutex // one update at a time for each person, and for the few others who share the lock by chance
}

// Pages say how far a person has opened and paged through the lists of the Home tab. They
// are the view's private_metadata, so that they come back with every click in it.
type Pages struct {
	Open    bool `json:"open,omitempty"` // the plan is unfolded
	Plan    int  `json:"plan,omitempty"`
	Board   int  `json:"board,omitempty"`
	Answers int  `json:"answers,omitempty"`
}

// Meta returns the metadata, and pagesOf reads it. Metadata of any other kind leads to the first pages.
func (p Pages) Meta() string {
	text, _ := json.Marshal(p)
	return string(text)
}

func pagesOf(meta string) (p Pages) {
	_ = json.Unmarshal([]byte(meta), &p)
	return p
}

// Say shows nothing but a sentence in a person's Home tab.
func (h *Home) Say(ctx context.Context, user, sentence string) error {
	return h.Post.Home(ctx, user, tab(Pages{}, render.TextBlock(sentence)))
}

// Show publishes a person's Home tab as things are now, before anything else is read for the same
// person, so that an old state never replaces a newer one. If the memory fails, the rest is still
// shown.
func (h *Home) Show(ctx context.Context, user string, at Pages) error {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(user))
	gate := &h.gates[sum.Sum32()%uint32(len(h.gates))]
	gate.Lock()
	defer gate.Unlock()

	view, err := View{At: at, Command: h.Command, Contents: h.Library.Contents()}, error(nil)
	view.Care = h.careOf(user, view.Contents.Documents)
	if view.Plan, err = h.planOf(ctx, user); err != nil {
		view.Trouble = SaysHomeIncomplete
		h.Log.Error("the Home tab goes without the plan", "error", err)
	}
	if view.Care.Editor {
		if view.Board, err = (Editor{h}).readBoard(ctx, figuresFor); err != nil {
			view.Trouble = SaysHomeIncomplete
			h.Log.Error("the Home tab goes without the gap board", "error", err)
		}
	}
	return h.Post.Home(ctx, user, view.Tab())
}

// planOf is a person's plan; nil if there is none.
func (h *Home) planOf(ctx context.Context, user string) (*memory.Plan, error) {
	p, err := h.Memory.Plan(ctx, user)
	if errors.Is(err, knowledge.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, memory.Failed("read a plan", err)
	}
	return &p, nil
}

// ShowPage opens or folds a list of the Home tab, or turns its page, as a button says.
func (h *Home) ShowPage(ctx context.Context, c wire.Click) error {
	return h.Show(ctx, c.User, pagesOf(c.Value))
}
