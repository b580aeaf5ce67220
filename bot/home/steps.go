package home

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// changePlan changes the plan that a click is about, and shows the Home tab as it is
// then. A click on a plan that no longer exists shows the current one instead.
func (h *Home) changePlan(ctx context.Context, c wire.Click, at Pages, which string, change func(*memory.Plan) error) error {
	p, err := h.Plans.Plan(ctx, c.User)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		return memory.Failed("read a plan", err)
	}
	if err != nil || which != stamp(p) {
		if err := h.Show(ctx, c.User, at); err != nil {
			return err
		}
		return h.Post.Tell(ctx, c, saysNoPlan)
	}
	before := finished(p)
	if err := change(&p); err != nil {
		return err
	}
	p.Updated = h.Now()
	if err := h.Plans.SavePlan(ctx, p); err != nil {
		return memory.Failed("keep a plan", err)
	}
	if err := h.Show(ctx, c.User, at); err != nil {
		return err
	}
	if finished(p) && !before {
		return h.congratulate(ctx, c, p)
	}
	return nil
}

// atStep is changePlan for one of the steps.
func (h *Home) atStep(ctx context.Context, c wire.Click, at Pages, ref string, change func(*memory.PlanStep)) error {
	i, which, ok := stepOf(ref)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	return h.changePlan(ctx, c, at, which, func(p *memory.Plan) error {
		if i >= len(p.Steps) {
			return post.Gone("that step")
		}
		change(&p.Steps[i])
		return nil
	})
}

// CheckStep checks a step off, or takes that back.
func (h *Home) CheckStep(ctx context.Context, c wire.Click) error {
	return h.atStep(ctx, c, pagesOf(c.View.Meta), c.Action, func(s *memory.PlanStep) { s.Done = len(c.Values) > 0 })
}

// congratulate congratulates once for each plan, however often its last step is checked.
func (h *Home) congratulate(ctx context.Context, c wire.Click, p memory.Plan) error {
	first, err := h.Once(ctx, memory.TurnID("finished:"+c.User+":"+stamp(p)), h.Now())
	if err != nil || !first {
		return err
	}
	_, err = h.Post.Deliver(ctx, h.Post.In(c.User, ""), render.Note(fmt.Sprintf(
		saysAllDone, count(len(p.Steps), "step"), titleOf(p)), ""))
	return err
}

// maxNote is how long a note may be.
const maxNote = 1000

// EditNote opens the note on a step.
func (h *Home) EditNote(ctx context.Context, c wire.Click) error {
	i, which, ok := stepOf(c.Value)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	p, err := h.Plans.Plan(ctx, c.User)
	if errors.Is(err, knowledge.ErrNotFound) || err == nil && (which != stamp(p) || i >= len(p.Steps)) {
		return post.Gone("that step")
	}
	if err != nil {
		return memory.Failed("read a plan", err)
	}
	return h.Post.Modal(ctx, c, NoteModal(p, i, c.View.Meta))
}

func NoteModal(p memory.Plan, i int, home string) slack.ModalViewRequest {
	s := p.Steps[i]
	text := slack.NewPlainTextInputBlockElement(render.Plain("What you did, or want to do", render.MaxPlaceholder), "note")
	text.Multiline, text.MaxLength, text.InitialValue = true, maxNote, render.Clip(s.Note, maxNote)
	words := slack.NewInputBlock("note", render.Plain("Your note", render.MaxLabel), render.Plain("Only you see it. Leave it empty to delete it.", render.MaxLabel), text)
	words.Optional = true
	return render.Modal("note", "Note on step "+strconv.Itoa(i+1), "Save", stepRef(p, i)+"\n"+home, stepText(strconv.Itoa(i+1)+". ", s), words)
}

// SaveNote keeps what was written on a step.
func (h *Home) SaveNote(ctx context.Context, c wire.Click) error {
	ref, home, _ := strings.Cut(c.View.Meta, "\n")
	return h.atStep(ctx, c, pagesOf(home), ref, func(s *memory.PlanStep) { s.Note = render.Clip(c.View.Typed("note"), maxNote) })
}

// DropPlan deletes a plan; its button asks first.
func (h *Home) DropPlan(ctx context.Context, c wire.Click) error {
	p, err := h.Plans.Plan(ctx, c.User)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		return memory.Failed("read a plan", err)
	}
	if err == nil && c.Value == stamp(p) { // and not one that was made since
		if err := h.Plans.DropPlan(ctx, c.User); err != nil {
			return memory.Failed("drop a plan", err)
		}
	}
	return h.Show(ctx, c.User, Pages{Board: pagesOf(c.View.Meta).Board})
}

// TurnPlanPage turns to another page of steps.
func (h *Home) TurnPlanPage(ctx context.Context, c wire.Click) error {
	at := pagesOf(c.View.Meta)
	at.Plan, _ = strconv.Atoi(c.Value)
	return h.Show(ctx, c.User, at)
}
