package home

import (
	"context"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// NudgeEvery is how often to look for plans that are due a reminder.
const NudgeEvery = time.Hour

// nudgesAtOnce is how many reminders are sent before looking for more.
const nudgesAtOnce = 50

// SwitchNudges switches a plan's reminders on or off. Off is one click, in the Home tab and
// below every reminder, and applies to the person's current plan.
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

// Nudge reminds people of their plans, if they want that and were not reminded for a
// month. A person whom another process reminds is left out here.
func (h Planner) Nudge(ctx context.Context) error {
	for {
		now := h.Now()
		due, err := h.Memory.NudgesDue(ctx, now.AddDate(0, -1, 0), now, nudgesAtOnce)
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
	if label, text, note, ok := next(p); ok {
		pieces = append(pieces, render.Paragraph(label, text)...)
		if note != "" {
			pieces = append(pieces, render.Small("Your note: "+note)...)
		}
	}
	return render.Below(render.Pack(pieces), slack.NewActionBlock("nudge", render.Button("nudge:off", "Turn reminders off", stamp(p))))
}
