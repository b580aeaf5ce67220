package home

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// stepRef names a step in an action_id, and stepOf reads it.
func stepRef(p memory.Plan, i int) string { return strconv.Itoa(i) + "@" + stamp(p) }

func stepOf(ref string) (i int, stamp string, ok bool) {
	number, stamp, _ := strings.Cut(ref, "@")
	i, err := strconv.Atoi(number)
	return i, stamp, err == nil && i >= 0
}

// change changes the plan that a click is about, and shows the updated Home tab. A click on a plan
// that no longer exists shows the current plan instead.
func (h Planner) change(ctx context.Context, c wire.Click, at Pages, which string, change func(*memory.Plan) error) error {
	p, err := h.planOf(ctx, c.User)
	if err != nil {
		return err
	}
	if p == nil || which != stamp(*p) {
		if err := h.Show(ctx, c.User, at); err != nil {
			return err
		}
		return h.Post.Tell(ctx, c, saysNoPlan)
	}
	before := finished(*p)
	if err := change(p); err != nil {
		return err
	}
	p.Updated = h.Now()
	if err := h.Memory.SavePlan(ctx, *p); err != nil {
		return memory.Failed("keep a plan", err)
	}
	if err := h.Show(ctx, c.User, at); err != nil || before || !finished(*p) {
		return err
	}
	// Only once for each plan, however often its last step is checked.
	first, err := h.Memory.Once(ctx, memory.TurnID("finished:"+c.User+":"+stamp(*p)), h.Now())
	if err != nil || !first {
		return err
	}
	return h.Post.In(c.User, "").Say(ctx, fmt.Sprintf(saysAllDone, render.Count(len(p.Steps), "step", "steps"), titleOf(*p)))
}

// atStep is [Planner.change] for one of the steps.
func (h Planner) atStep(ctx context.Context, c wire.Click, at Pages, ref string, change func(*memory.PlanStep)) error {
	i, which, ok := stepOf(ref)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	return h.change(ctx, c, at, which, func(p *memory.Plan) error {
		if i >= len(p.Steps) {
			return post.Gone("that step")
		}
		change(&p.Steps[i])
		return nil
	})
}

// Check checks a step off, or takes that back.
func (h Planner) Check(ctx context.Context, c wire.Click) error {
	return h.atStep(ctx, c, pagesOf(c.View.Meta), c.Action, func(s *memory.PlanStep) { s.Done = len(c.Values) > 0 })
}

// EditNote opens the note on a step.
func (h Planner) EditNote(ctx context.Context, c wire.Click) error {
	i, which, ok := stepOf(c.Value)
	if !ok {
		return h.Post.Outdated(ctx, c)
	}
	p, err := h.planOf(ctx, c.User)
	if err != nil {
		return err
	}
	if p == nil || which != stamp(*p) || i >= len(p.Steps) {
		return post.Gone("that step")
	}
	return h.Post.Modal(ctx, c, NoteModal(*p, i, c.View.Meta))
}

// NoteModal asks for a note on a step.
func NoteModal(p memory.Plan, i int, home string) slack.ModalViewRequest {
	return render.Modal("note", "Note on step "+strconv.Itoa(i+1), "Save", stepRef(p, i)+"\n"+home, stepText(i, p.Steps[i]),
		render.Input("note", "Your note", "Only you see it. Leave it empty to delete it.", true,
			render.TextInput("note", "What you did, or want to do", p.Steps[i].Note, maxNote, true)))
}

// SaveNote keeps what was written on a step.
func (h Planner) SaveNote(ctx context.Context, c wire.Click) error {
	ref, home, _ := strings.Cut(c.View.Meta, "\n")
	return h.atStep(ctx, c, pagesOf(home), ref, func(s *memory.PlanStep) { s.Note = render.Clip(c.View.Typed("note"), maxNote) })
}

// Drop deletes a plan, but not one that was made since; its button asks first.
func (h Planner) Drop(ctx context.Context, c wire.Click) error {
	p, err := h.planOf(ctx, c.User)
	if err != nil {
		return err
	}
	if p != nil && c.Value == stamp(*p) {
		if err := h.Memory.DropPlan(ctx, c.User); err != nil {
			return memory.Failed("drop a plan", err)
		}
	}
	at := pagesOf(c.View.Meta)
	at.Open, at.Plan = false, 0
	return h.Show(ctx, c.User, at)
}
