package home

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// sectionsNear returns the sections, nearest first, that were looked at for a question, in
// documents that anybody may read.
func (h Editor) sectionsNear(t memory.Turn) (all []knowledge.Citation) {
	if t.Answer.Why == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, c := range t.Answer.Why.Considered {
		name := c.Citation.Doc + "\n" + c.Citation.Section
		if !seen[name] && h.Settings.MayQuote(knowledge.Answer{Citations: []knowledge.Citation{c.Citation}}, "") {
			seen[name] = true
			all = append(all, c.Citation)
		}
	}
	return all
}

// SectionInput asks an editor which section answers a turn's question. It is nil for everybody
// else, or if no section was looked at.
func (h Editor) SectionInput(user string, t memory.Turn) []slack.Block {
	near := h.sectionsNear(t)
	if !h.IsEditor(user) || len(near) == 0 {
		return nil
	}
	names := make([]string, len(near))
	for i, c := range near {
		names[i] = c.Name()
	}
	return []slack.Block{render.Input("section", "Or choose a section that answers it", "I'll remember that it answers this question.", true,
		render.Select("section", "None of them", names...))}
}

// Teach makes the section that an editor chose in a modal answer a turn's question. It reports
// false if none was chosen.
func (h Editor) Teach(ctx context.Context, c wire.Click, t memory.Turn) (bool, error) {
	return h.teach(ctx, c, t, t.Question, "", []memory.Gap{{Turn: t.ID}})
}

// teach records that the section an editor chose answers a question, closes the
// question's gaps and passes the answer on. It reports false if none was chosen.
func (h Editor) teach(ctx context.Context, c wire.Click, t memory.Turn, question, home string, gaps []memory.Gap) (bool, error) {
	near := h.sectionsNear(t)
	i, err := strconv.Atoi(c.View.Typed("section"))
	if err != nil || i < 0 || i >= len(near) || !h.IsEditor(c.User) {
		return false, nil
	}
	l := Lesson{Doc: near[i].Doc, Section: near[i].Section, Question: question, By: cmp.Or(c.Name, c.User)}
	if err := h.Library.Teach(ctx, l); err != nil {
		return true, fmt.Errorf("teach a section: %w", err)
	}
	closed, err := h.closeGaps(ctx, c.User, l.Doc, gaps)
	if err != nil {
		return true, err
	}
	return true, h.tellAll(ctx, c, home, filled{Entry{Question: question, By: l.By}, l.Doc}, closed)
}

// entryInputs ask for an answer and its source.
func entryInputs(label, hint string, e Entry, optional bool) []slack.Block {
	return []slack.Block{
		render.Input("answer", label, hint, optional, render.TextInput("answer", "What you would tell the person who asked", e.Answer, render.MaxInput, true)),
		render.Input("source", "Where it's from", "", true, render.TextInput("source", "A page, a handbook, a person", e.Source, maxSource, false)),
	}
}

// typed is the entry that somebody typed in a modal.
func typed(c wire.Click) Entry {
	return Entry{Answer: c.View.Typed("answer"), Source: c.View.Typed("source"), By: cmp.Or(c.Name, c.User), Owner: c.User}
}

// OpenEdit opens the modal in which an answer that somebody gave is changed.
func (h Editor) OpenEdit(ctx context.Context, c wire.Click) error {
	e, ok := h.Library.Entry(c.Value)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	return h.Post.Modal(ctx, c, EditModal(c.Value, e))
}

// EditModal asks for an answer to replace an earlier one.
func EditModal(doc string, e Entry) slack.ModalViewRequest {
	return render.Modal("edit", "Edit an answer", "Save", doc,
		append([]slack.Block{render.BoldBlock(e.Question, "")}, entryInputs("The answer", "", e, false)...)...)
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
		return fmt.Errorf("republish an answer: %w", err)
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
