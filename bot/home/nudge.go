package home

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// TurnNudges switches a plan's reminders on or off. Off is one click, in the Home tab and
// below every reminder, and applies to the person's current plan.
func (h *Home) TurnNudges(ctx context.Context, c wire.Click) error {
	if c.Action == "on" {
		return h.changePlan(ctx, c, pagesOf(c.View.Meta), c.Value, func(p *memory.Plan) error {
			p.Nudge, p.Nudged = true, h.Now() // the first comes in a month
			return nil
		})
	}
	p, err := h.Plans.Plan(ctx, c.User)
	switch {
	case err == nil && p.Nudge:
		p.Nudge, p.Updated = false, h.Now()
		if err := h.Plans.SavePlan(ctx, p); err != nil {
			return memory.Failed("keep a plan", err)
		}
	case err != nil && !errors.Is(err, knowledge.ErrNotFound):
		return memory.Failed("read a plan", err)
	}
	if err := h.Show(ctx, c.User, pagesOf(c.View.Meta)); err != nil {
		return err
	}
	if c.View.Home { // which shows it
		return nil
	}
	return h.Post.Tell(ctx, c, saysNoReminders)
}

// nudgesAtOnce is how many reminders are sent before looking for more.
const nudgesAtOnce = 50

// Nudge reminds people of their plans, if they want that and were not reminded for a
// month. A person whom another process reminds is left out here.
func (h *Home) Nudge(ctx context.Context) error {
	for {
		now := h.Now()
		due, err := h.Plans.NudgesDue(ctx, now.AddDate(0, -1, 0), now, nudgesAtOnce)
		if err != nil {
			return memory.Failed("find plans to remind of", err)
		}
		for _, p := range due {
			if _, err := h.Post.Deliver(ctx, h.Post.In(p.Owner, ""), NudgeMessages(p)); err != nil {
				h.Log.Warn("a reminder did not reach its owner", "error", err)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
		if len(due) < nudgesAtOnce {
			return nil
		}
	}
}

// NudgeMessages say how far a plan is and what comes next.
func NudgeMessages(p memory.Plan) []render.Message {
	pieces := append(render.Paragraph("Your plan", titleOf(p)), render.Paragraph("", progress(p))...)
	for i, s := range p.Steps {
		if !s.Done {
			pieces = append(pieces, render.Paragraph(fmt.Sprintf("Next, step %d", i+1), knowledge.Labelled(render.OneLine(s.Label), s.Text))...)
			if s.Note != "" {
				pieces = append(pieces, render.Small("Your note: "+s.Note)...)
			}
			break
		}
	}
	return render.Below(render.Pack(pieces), slack.NewActionBlock("nudge", render.Button("nudge:off", "Turn reminders off", stamp(p))))
}

// NudgeEvery is how often to look for plans that are due a reminder.
const NudgeEvery = time.Hour
