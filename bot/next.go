package bot

import (
	"cmp"
	"context"

	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// askNext asks the question on a button, where the button stands: below an answer
// that one person sees it is answered to that person, elsewhere to all, with who
// asked.
func (b *Bot) askNext(ctx context.Context, c wire.Click) error {
	if c.Value == "" {
		return b.poster.Outdated(ctx, c)
	}
	q := question{surface: "button", text: c.Value, asker: c.User, channel: cmp.Or(c.Channel, c.User), again: c.Again}
	switch {
	case c.Ephemeral:
		q.thread, q.to, q.private, q.above = c.Thread, b.poster.Privately(c), true, render.YouAsked(c.Value)
	case c.Channel == "": // in the Home tab
		q.to, q.above = b.poster.To(c.User), render.YouAsked(c.Value)
	case wire.IsDirect(c.Channel):
		q.thread, q.button, q.to, q.above = c.Thread, c.Message, b.poster.In(c.Channel, c.Thread), render.YouAsked(c.Value)
	default:
		q.thread, q.button = cmp.Or(c.Thread, c.Message), c.Message
		q.to, q.above = b.poster.In(c.Channel, q.thread), render.Asked(c.Name, c.Value)
	}
	return b.answer(ctx, q, memory.TurnID(c.Key))
}

// controlsOf are the controls of a turn's answer. Next are its suggestions, as many as
// are shown.
func (b *Bot) controlsOf(t memory.Turn, next []string, private bool) render.Controls {
	c := render.Controls{Turn: t.ID, Next: next}
	a := t.Answer
	if a.Kind != knowledge.Answered && a.Kind != knowledge.Refuse {
		return c
	}
	c.Why = a.Why != nil
	c.Refused = a.Kind == knowledge.Refuse
	c.Vote, c.Share = !c.Refused, !c.Refused && private && t.Channel != ""
	c.Plan = home.IsPlan(a) && b.library.isOpen(a, "")
	c.Role = b.interviews.RoleOf(a)
	c.Person = b.helpFor(t) != "" && !t.Referred
	return c
}
