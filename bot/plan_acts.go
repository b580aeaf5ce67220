package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// changePlan changes the plan that a click is about, and shows the Home tab as it is
// then. A click on a plan that is no more shows what there is instead.
func (b *Bot) changePlan(ctx context.Context, c wire.Click, at pages, which string, change func(*memory.Plan) error) error {
	p, err := b.memory.Plan(ctx, c.User)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		return unremembered("read a plan", err)
	}
	if err != nil || which != stamp(p) {
		if err := b.showHome(ctx, c.User, at); err != nil {
			return err
		}
		return b.poster.Tell(ctx, c, saysNoPlan)
	}
	before := finished(p)
	if err := change(&p); err != nil {
		return err
	}
	p.Updated = b.cfg.Now()
	if err := b.memory.SavePlan(ctx, p); err != nil {
		return unremembered("keep a plan", err)
	}
	if err := b.showHome(ctx, c.User, at); err != nil {
		return err
	}
	if finished(p) && !before {
		return b.congratulate(ctx, c, p)
	}
	return nil
}

// atStep is changePlan for one of the steps.
func (b *Bot) atStep(ctx context.Context, c wire.Click, at pages, ref string, change func(*memory.PlanStep)) error {
	i, which, ok := stepOf(ref)
	if !ok {
		return b.outdated(ctx, c)
	}
	return b.changePlan(ctx, c, at, which, func(p *memory.Plan) error {
		if i >= len(p.Steps) {
			return gone("that step")
		}
		change(&p.Steps[i])
		return nil
	})
}

// checkStep checks a step off, or takes that back.
func (b *Bot) checkStep(ctx context.Context, c wire.Click) error {
	return b.atStep(ctx, c, pagesOf(c.View.Meta), c.Action, func(s *memory.PlanStep) { s.Done = len(c.Values) > 0 })
}

// congratulate does so once for a plan, however often its last step is checked.
func (b *Bot) congratulate(ctx context.Context, c wire.Click, p memory.Plan) error {
	first, err := b.memory.Once(ctx, turnID("finished:"+c.User+":"+stamp(p)), b.cfg.Now())
	if err != nil || !first {
		return err
	}
	_, err = b.poster.Deliver(ctx, b.poster.In(c.User, ""), render.Note(fmt.Sprintf(
		saysAllDone, count(len(p.Steps), "step"), titleOf(p)), ""))
	return err
}

// maxNote is how long a note may be.
const maxNote = 1000

// editNote opens the note on a step.
func (b *Bot) editNote(ctx context.Context, c wire.Click) error {
	i, which, ok := stepOf(c.Value)
	if !ok {
		return b.outdated(ctx, c)
	}
	p, err := b.memory.Plan(ctx, c.User)
	if errors.Is(err, knowledge.ErrNotFound) || err == nil && (which != stamp(p) || i >= len(p.Steps)) {
		return gone("that step")
	}
	if err != nil {
		return unremembered("read a plan", err)
	}
	return b.poster.Modal(ctx, c, noteModal(p, i, c.View.Meta))
}

func noteModal(p memory.Plan, i int, home string) slack.ModalViewRequest {
	s := p.Steps[i]
	text := slack.NewPlainTextInputBlockElement(render.Plain("What you did, or want to do", render.MaxPlaceholder), "note")
	text.Multiline, text.MaxLength, text.InitialValue = true, maxNote, render.Clip(s.Note, maxNote)
	words := slack.NewInputBlock("note", render.Plain("Your note", render.MaxLabel), render.Plain("Only you see it. Leave it empty to delete it.", render.MaxLabel), text)
	words.Optional = true
	return render.Modal("note", "Note on step "+strconv.Itoa(i+1), "Save", stepRef(p, i)+"\n"+home, stepText(strconv.Itoa(i+1)+". ", s), words)
}

// saveNote keeps what was written on a step.
func (b *Bot) saveNote(ctx context.Context, c wire.Click) error {
	ref, home, _ := strings.Cut(c.View.Meta, "\n")
	return b.atStep(ctx, c, pagesOf(home), ref, func(s *memory.PlanStep) { s.Note = render.Clip(c.View.Typed("note"), maxNote) })
}

// dropPlan deletes a plan; its button asks first.
func (b *Bot) dropPlan(ctx context.Context, c wire.Click) error {
	p, err := b.memory.Plan(ctx, c.User)
	if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
		return unremembered("read a plan", err)
	}
	if err == nil && c.Value == stamp(p) { // and not one that was made since
		if err := b.memory.DropPlan(ctx, c.User); err != nil {
			return unremembered("drop a plan", err)
		}
	}
	return b.showHome(ctx, c.User, pages{Board: pagesOf(c.View.Meta).Board})
}

// turnPlanPage shows other steps.
func (b *Bot) turnPlanPage(ctx context.Context, c wire.Click) error {
	at := pagesOf(c.View.Meta)
	at.Plan, _ = strconv.Atoi(c.Value)
	return b.showHome(ctx, c.User, at)
}
