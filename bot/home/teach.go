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

// Editor is what editors do besides answering open questions: teach sections, and change
// and take back what people answered.
type Editor struct{ Home *Home }

// sectionsNear are the sections that were looked at for a question, the nearest first, of
// documents that anybody may read.
func (by Editor) sectionsNear(t memory.Turn) (all []knowledge.Citation) {
	if t.Answer.Why == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, c := range t.Answer.Why.Considered {
		name := c.Citation.Doc + "\n" + c.Citation.Section
		if !seen[name] && by.Home.IsOpen(knowledge.Answer{Citations: []knowledge.Citation{c.Citation}}) {
			seen[name] = true
			all = append(all, c.Citation)
		}
	}
	return all
}

// SectionInput asks an editor which section answers a turn's question. It is nil for
// everybody else, and if no section was looked at.
func (by Editor) SectionInput(user string, t memory.Turn) []slack.Block {
	if !by.Home.IsEditor(user) {
		return nil
	}
	return sectionInput(by.sectionsNear(t))
}

// Teach lets the section that an editor chose in a modal answer a turn's question. It
// reports false if none was chosen.
func (by Editor) Teach(ctx context.Context, c wire.Click, t memory.Turn) (bool, error) {
	return by.teach(ctx, c, t, t.Question, "", []memory.Gap{{Turn: t.ID}})
}

func sectionInput(sections []knowledge.Citation) []slack.Block {
	if len(sections) == 0 {
		return nil
	}
	options := make([]*slack.OptionBlockObject, len(sections))
	for i, c := range sections {
		options[i] = slack.NewOptionBlockObject(strconv.Itoa(i), render.Plain(c.Name(), render.MaxOption), nil)
	}
	in := slack.NewInputBlock("section", render.Plain("Or choose a section that answers it", render.MaxLabel),
		render.Plain("I'll remember that it answers this question.", render.MaxLabel),
		slack.NewOptionsSelectBlockElement(slack.OptTypeStatic, render.Plain("None of them", render.MaxPlaceholder), "section", options...))
	in.Optional = true
	return []slack.Block{in}
}

// teach records that the section an editor chose answers a question, closes the
// question's gaps and passes the answer on. It reports false if none was chosen.
func (by Editor) teach(ctx context.Context, c wire.Click, t memory.Turn, question, home string, gaps []memory.Gap) (bool, error) {
	h, near := by.Home, by.sectionsNear(t)
	i, err := strconv.Atoi(c.View.Typed("section"))
	if err != nil || i < 0 || i >= len(near) || !h.IsEditor(c.User) {
		return false, nil
	}
	l := Lesson{Doc: near[i].Doc, Section: near[i].Section, Question: question, By: cmp.Or(c.Name, c.User)}
	if err := h.Library.Teach(ctx, l); err != nil {
		return true, fmt.Errorf("teach a section: %w", err)
	}
	closed, err := h.Gaps.CloseGaps(ctx, c.User, l.Doc, h.Now(), turnsOf(gaps)...)
	if err != nil {
		return true, memory.Failed("close gaps", err)
	}
	h.Log.Info("a section is taught a question", "document", l.Doc, "questions", len(closed))
	return true, h.tellAll(ctx, c, home, filled{Entry{Question: question, By: l.By}, l.Doc}, closed)
}
