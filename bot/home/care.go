package home

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// maxListed is how many answers of people, and documents to look at, Home lists.
const maxListed = 8

// Care is what Home shows to those who look after documents.
type Care struct {
	answers []DocumentInfo // that people gave, and the person may change
	stale   []DocumentInfo // that are due to be looked at again
	admin   bool           // names editors and gets the weekly summary
	quiet   bool           // does not get it
}

// careOf is what a person looks after: an editor all documents, anybody their own.
func careOf(h *Home, user string) Care {
	docs := h.Library.Contents().Documents
	c := Care{stale: stale(docs, h.Now()), admin: slices.Contains(h.Admins, user), quiet: h.Settings.Off(digestOf(user))}
	if !h.IsEditor(user) {
		c.stale = ownedBy(c.stale, user)
		return c
	}
	for _, d := range docs {
		if _, ok := h.Library.Entry(d.ID); ok {
			c.answers = append([]DocumentInfo{d}, c.answers...) // the latest first
		}
	}
	return c
}

// stale are the documents whose day of review has passed or, where they name none, that
// are older than a year.
func stale(docs []DocumentInfo, now time.Time) (all []DocumentInfo) {
	today, year := now.UTC().Format(time.DateOnly), now.UTC().AddDate(-1, 0, 0).Format(time.DateOnly)
	for _, d := range docs {
		if d.ReviewBy != "" && d.ReviewBy < today || d.ReviewBy == "" && d.Date != "" && d.Date < year {
			all = append(all, d)
		}
	}
	return all
}

func ownedBy(docs []DocumentInfo, user string) (own []DocumentInfo) {
	for _, d := range docs {
		if wire.UserID(d.Owner) == user {
			own = append(own, d)
		}
	}
	return own
}

// staleLines name documents that are due, with why and whose they are.
func staleLines(docs []DocumentInfo) (lines []string) {
	for _, d := range docs[:min(len(docs), maxListed)] {
		line := cmp.Or(render.OneLine(d.Title), d.ID) + " · from " + d.Date
		if d.ReviewBy != "" {
			line = cmp.Or(render.OneLine(d.Title), d.ID) + " · review due by " + d.ReviewBy
		}
		if d.Owner != "" && wire.UserID(d.Owner) == "" {
			line += " · " + d.Owner
		}
		lines = append(lines, line)
	}
	return lines
}

// blocks show it; nothing to those who look after nothing.
func (c Care) blocks() []slack.Block {
	var blocks []slack.Block
	if len(c.stale) > 0 {
		blocks = append(blocks, render.BoldBlock("Due for a review: ", strings.Join(staleLines(c.stale), "\n")))
	}
	if len(c.answers) > 0 {
		blocks = append(blocks, render.BoldBlock("Answers from people", ""))
	}
	for _, d := range c.answers[:min(len(c.answers), maxListed)] {
		drop := render.Button("withdraw:"+d.ID, "Withdraw", d.ID).WithConfirm(slack.NewConfirmationBlockObject(
			render.Plain("Withdraw this answer?", render.MaxConfirmTitle), render.Plain("I'll stop using it in my answers.", render.MaxConfirmText),
			render.Plain("Withdraw", render.MaxConfirmButton), render.Plain("Keep it", render.MaxConfirmButton)))
		blocks = append(blocks, render.FineBlock(render.OneLine(d.Title)+" · "+d.Source+" · "+d.Date),
			slack.NewActionBlock("", render.Button("edit:"+d.ID, "Edit", d.ID), drop))
	}
	if c.admin {
		text := "Stop the weekly summary"
		if c.quiet {
			text = "Send me a weekly summary"
		}
		blocks = append(blocks, slack.NewActionBlock("", render.Button("editors", "Editors", "home"), render.Button("digest", text, "home")))
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]slack.Block{slack.NewDividerBlock(), render.HeaderBlock("Looking after documents")}, blocks...)
}

// OpenEdit opens the modal in which an answer that somebody gave is changed.
func (by Editor) OpenEdit(ctx context.Context, c wire.Click) error {
	h := by.Home
	e, ok := h.Library.Entry(c.Value)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	text := slack.NewPlainTextInputBlockElement(nil, "answer")
	text.Multiline, text.MaxLength, text.InitialValue = true, render.MaxInput, render.Clip(e.Answer, render.MaxInput)
	source := slack.NewPlainTextInputBlockElement(nil, "source")
	source.MaxLength, source.InitialValue = maxSource, render.Clip(e.Source, maxSource)
	from := slack.NewInputBlock("source", render.Plain("Where it's from", render.MaxLabel), nil, source)
	from.Optional = true
	return h.Post.Modal(ctx, c, render.Modal("edit", "Edit an answer", "Save", c.Value, render.BoldBlock(e.Question, ""),
		slack.NewInputBlock("answer", render.Plain("The answer", render.MaxLabel), nil, text), from))
}

// SaveEdit publishes the changed answer in place of the old one.
func (by Editor) SaveEdit(ctx context.Context, c wire.Click) error {
	h := by.Home
	e, ok := h.Library.Entry(c.View.Meta)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	e.Answer, e.Source, e.By = c.View.Typed("answer"), c.View.Typed("source"), cmp.Or(c.Name, c.User)
	if _, err := h.Library.Publish(ctx, e); err != nil {
		return fmt.Errorf("publish an answer anew: %w", err)
	}
	return h.Show(ctx, c.User, Pages{})
}

// Withdraw takes back an answer that somebody gave; its button asks first.
func (by Editor) Withdraw(ctx context.Context, c wire.Click) error {
	h := by.Home
	if err := h.Library.Withdraw(ctx, c.Value); err != nil {
		return fmt.Errorf("withdraw an answer: %w", err)
	}
	h.Log.Info("an answer is withdrawn", "document", c.Value, "by", c.User)
	return h.Show(ctx, c.User, pagesOf(c.View.Meta))
}
