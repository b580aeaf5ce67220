package home

import (
	"cmp"
	"context"
	"fmt"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// entryInputs ask for an answer and where it is from.
func entryInputs(label, hint string, e Entry, optional bool) []slack.Block {
	return []slack.Block{
		render.Input("answer", label, hint, optional, render.TextInput("answer", "What you would tell the person who asked", e.Answer, render.MaxInput, true)),
		render.Input("source", "Where it's from", "", true, render.TextInput("source", "A page, a handbook, a person", e.Source, maxSource, false)),
	}
}

// maxSource is how long a source may be.
const maxSource = 300

// typed is the entry in a modal.
func typed(c wire.Click) Entry {
	return Entry{Answer: c.View.Typed("answer"), Source: c.View.Typed("source"), By: cmp.Or(c.Name, c.User), Owner: c.User}
}

// OpenEdit opens the modal in which an answer that somebody gave is changed.
func (h Editor) OpenEdit(ctx context.Context, c wire.Click) error {
	e, ok := h.Library.Entry(c.Value)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	return h.Post.Modal(ctx, c, render.Modal("edit", "Edit an answer", "Save", c.Value,
		append([]slack.Block{render.BoldBlock(e.Question, "")}, entryInputs("The answer", "", e, false)...)...))
}

// SaveEdit publishes the changed answer in place of the old one.
func (h Editor) SaveEdit(ctx context.Context, c wire.Click) error {
	old, ok := h.Library.Entry(c.View.Meta)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	e := typed(c)
	e.Question, e.Owner = old.Question, old.Owner
	if _, err := h.Library.Publish(ctx, e); err != nil {
		return fmt.Errorf("publish an answer anew: %w", err)
	}
	return h.Show(ctx, c.User, Pages{})
}

// Withdraw takes back an answer that somebody gave; its button asks first.
func (h Editor) Withdraw(ctx context.Context, c wire.Click) error {
	if err := h.Library.Withdraw(ctx, c.Value); err != nil {
		return fmt.Errorf("withdraw an answer: %w", err)
	}
	h.Log.Info("an answer is withdrawn", "document", c.Value, "by", c.User)
	return h.Show(ctx, c.User, pagesOf(c.View.Meta))
}
