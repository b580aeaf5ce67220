package home

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Planner is what people do with their plans.
type Planner struct{ *Home }

// Make makes the steps of an answer the person's plan. A plan in which something is
// done, or written, is replaced only when the person says so.
func (h Planner) Make(ctx context.Context, c wire.Click) error {
	return h.make(ctx, c, c.Value, false)
}

// Replace replaces a plan once the person has confirmed it.
func (h Planner) Replace(ctx context.Context, c wire.Click) error {
	return h.make(ctx, c, c.View.Meta, true)
}

func (h Planner) make(ctx context.Context, c wire.Click, turn string, confirmed bool) error {
	t, err := h.Turn(ctx, c, turn)
	if err != nil {
		return err
	}
	if !render.IsPlan(t.Answer) || !h.IsOpen(t.Answer) { // Home shows nothing that is kept to a channel
		return h.Post.Outdated(ctx, c)
	}
	p := fromAnswer(t, c.User, h.Now())
	if !confirmed {
		old, err := h.planOf(ctx, c.User)
		switch {
		case err != nil:
			return err
		case old != nil && samePlan(*old, p):
			return h.Post.Tell(ctx, c, saysPlanned+" "+whereThePlanIs)
		case old != nil && begun(*old):
			return h.Post.Modal(ctx, c, ReplaceModal(*old, p, t.ID))
		}
	}
	if err := h.Memory.SavePlan(ctx, p); err != nil {
		return memory.Failed("keep a plan", err)
	}
	if err := h.Show(ctx, c.User, Pages{Open: true}); err != nil {
		return err
	}
	return h.Post.Tell(ctx, c, fmt.Sprintf(saysYourPlan, count(len(p.Steps), "step"), whereThePlanIs))
}

// fromAnswer makes a plan from a turn's answer.
func fromAnswer(t memory.Turn, owner string, now time.Time) memory.Plan {
	p := memory.Plan{Owner: owner, Title: render.OneLine(t.Question), Created: now, Updated: now}
	for _, point := range t.Answer.Points {
		s := memory.PlanStep{Label: point.Label, Text: wordsOf(point)}
		if s.Label == "" && s.Text == "" {
			continue
		}
		if len(point.Cites) > 0 && point.Cites[0] >= 0 && point.Cites[0] < len(t.Answer.Citations) {
			s.Citation = t.Answer.Citations[point.Cites[0]]
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// wordsOf is the text of a point with what is inside it, on one line.
func wordsOf(p knowledge.Point) string {
	var texts []string
	if p.Text != "" {
		texts = append(texts, p.Text)
	}
	for _, in := range p.Inside {
		texts = append(texts, knowledge.Labelled(in.Label, wordsOf(in)))
	}
	return strings.Join(texts, " · ")
}

// samePlan reports whether two plans have the same steps.
func samePlan(a, b memory.Plan) bool {
	return slices.EqualFunc(a.Steps, b.Steps, func(a, b memory.PlanStep) bool { return a.Label == b.Label && a.Text == b.Text })
}

// begun reports whether a plan has begun, so that it would be missed.
func begun(p memory.Plan) bool {
	return slices.ContainsFunc(p.Steps, func(s memory.PlanStep) bool { return s.Done || s.Note != "" })
}

// stamp names a plan among those that a person has one after another.
func stamp(p memory.Plan) string { return strconv.FormatInt(p.Created.UnixMicro(), 36) }

// stepRef names a step in an action_id, and stepOf reads it.
func stepRef(p memory.Plan, i int) string { return strconv.Itoa(i) + "@" + stamp(p) }

func stepOf(ref string) (i int, stamp string, ok bool) {
	number, stamp, _ := strings.Cut(ref, "@")
	i, err := strconv.Atoi(number)
	return i, stamp, err == nil && i >= 0
}

// ReplaceModal asks whether a plan that is begun may go for a new one.
func ReplaceModal(old, p memory.Plan, turn string) slack.ModalViewRequest {
	return render.Modal("replace", "Replace your plan?", "Replace", turn,
		render.TextBlock("You can have only one plan at a time, and you've already started yours. You would lose its notes and the steps you checked off."),
		render.BoldBlock("Now: ", titleOf(old)), render.FineBlock(progress(old)),
		render.BoldBlock("New: ", titleOf(p)), render.FineBlock(count(len(p.Steps), "step")))
}
