package home

import (
	"cmp"
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

// Planner handles what people do with their plans.
type Planner struct{ *Home }

// Make turns the steps of an answer into the person's plan. A plan with steps done or notes written
// is replaced only once the person confirms that.
func (h Planner) Make(ctx context.Context, c wire.Click) error {
	t, err := h.Turn(ctx, c, cmp.Or(c.Value, c.View.Meta))
	if err != nil {
		return err
	}
	if !render.IsPlan(t.Answer) || !h.Settings.MayQuote(t.Answer, "") { // Home shows nothing that is kept to a channel
		return h.Post.Outdated(ctx, c)
	}
	p := fromAnswer(t, c.User, h.Now())
	if !c.Submitted {
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
	return h.Post.Tell(ctx, c, fmt.Sprintf(saysYourPlan, render.Count(len(p.Steps), "step", "steps"), whereThePlanIs))
}

// ReplaceModal asks whether a plan that was begun may be replaced by a new one.
func ReplaceModal(old, p memory.Plan, turn string) slack.ModalViewRequest {
	return render.Modal("replace", "Replace your plan?", "Replace", turn,
		render.TextBlock("You can have only one plan at a time, and you've already started yours. You would lose its notes and the steps you checked off."),
		render.BoldBlock("Now: ", titleOf(old)), render.FineBlock(progress(old)),
		render.BoldBlock("New: ", titleOf(p)), render.FineBlock(render.Count(len(p.Steps), "step", "steps")))
}

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

// wordsOf is the text of a point and of what is inside it, on one line.
func wordsOf(p knowledge.Point) string {
	var texts []string
	if p.Text != "" {
		texts = append(texts, strings.ReplaceAll(p.Text, "\n", " · "))
	}
	for _, in := range p.Inside {
		texts = append(texts, knowledge.Labelled(in.Label, wordsOf(in)))
	}
	return strings.Join(texts, " · ")
}

func samePlan(a, b memory.Plan) bool {
	return slices.EqualFunc(a.Steps, b.Steps, func(a, b memory.PlanStep) bool { return a.Label == b.Label && a.Text == b.Text })
}

// begun reports whether a plan would be missed.
func begun(p memory.Plan) bool {
	return slices.ContainsFunc(p.Steps, func(s memory.PlanStep) bool { return s.Done || s.Note != "" })
}

// stamp distinguishes a plan from earlier and later ones of the same person.
func stamp(p memory.Plan) string { return strconv.FormatInt(p.Created.UnixMicro(), 36) }

const (
	NudgeEvery   = time.Hour // checks for plans that are due a reminder
	nudgesAtOnce = 50        // are sent before looking for more
)

// SwitchNudges switches a plan's reminders on or off. Switching them off takes one click, in the
// Home tab or below any reminder, and applies to the person's current plan.
func (h Planner) SwitchNudges(ctx context.Context, c wire.Click) error {
	which := c.Value
	if c.Action != "on" {
		p, err := h.planOf(ctx, c.User)
		if err != nil {
			return err
		}
		if p == nil {
			return h.Post.Tell(ctx, c, saysNoReminders)
		}
		which = stamp(*p)
	}
	err := h.change(ctx, c, pagesOf(c.View.Meta), which, func(p *memory.Plan) error {
		p.Nudge, p.Nudged = c.Action == "on", h.Now() // the first comes in a month
		return nil
	})
	if err != nil || c.View.Home { // which shows it
		return err
	}
	return h.Post.Tell(ctx, c, saysNoReminders)
}

// Nudge reminds people of their plans if they want that and have not been reminded for a month. It
// skips people whom another process reminds.
func (h Planner) Nudge(ctx context.Context) error {
	for {
		now := h.Now()
		due, err := h.Memory.NudgesDue(ctx, now.AddDate(0, -1, 0), now, nudgesAtOnce)
		if err != nil {
			return memory.Failed("find plans to remind of", err)
		}
		for _, p := range due {
			if _, err := h.Post.Deliver(ctx, h.Post.In(p.Owner, ""), NudgeMessages(p)); err != nil {
				h.Log.Warn("a reminder of a plan could not be delivered", "error", err)
			}
		}
		if len(due) < nudgesAtOnce || ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// NudgeMessages say how far along a plan is and what comes next.
func NudgeMessages(p memory.Plan) []render.Message {
	pieces := append(render.Paragraph("Your plan", titleOf(p)), render.Paragraph("", progress(p))...)
	if label, text, note, ok := next(p); ok {
		pieces = append(pieces, render.Paragraph(label, text)...)
		if note != "" {
			pieces = append(pieces, render.Small("Your note: "+note)...)
		}
	}
	return render.Below(render.Pack(pieces), slack.NewActionBlock("nudge", render.Button("nudge:off", "Turn reminders off", stamp(p))))
}
