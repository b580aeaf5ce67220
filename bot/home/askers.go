package home

import (
	"context"
	"errors"
	"slices"
	"strings"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// told counts the askers of a gap who read the answer, and those who do not.
type told struct{ reached, missed int }

// tellAskers sends the answer to everybody whose gap was closed, once for each person, as
// a reply to their latest question.
func (h Editor) tellAskers(ctx context.Context, f filled, closed []memory.Gap) (n told) {
	seen := map[string]bool{"": true}
	for _, g := range closed { // the latest first
		if seen[g.Asker] {
			continue
		}
		seen[g.Asker] = true
		if ctx.Err() != nil {
			return n
		}
		if err := h.tellAsker(ctx, f, g); err != nil {
			h.Log.Warn("an answer did not reach its asker", "error", err)
			n.missed++
			continue
		}
		n.reached++
	}
	return n
}

func (h Editor) tellAsker(ctx context.Context, f filled, g memory.Gap) error {
	id := memory.TurnID("filled:" + f.doc + ":" + g.Turn)
	if t, err := h.Memory.Turn(ctx, id); err == nil && len(t.Replies) > 0 {
		return nil // before telling was interrupted
	}
	a, found := h.answers(ctx, f, g.Question)
	if !found && f.Answer == "" {
		return errors.New("the section that was taught does not answer this wording")
	}
	if !found {
		a = f.answer(day(h.Now()))
	}
	t := memory.Turn{
		ID: id, At: h.Now(), Surface: memory.FromGapBoard, Asker: g.Asker, Channel: g.Asker,
		Question: g.Question, Answer: a, Generation: a.Generation,
	}
	return h.Reply(ctx, AnsweredNow(g, f.By), t)
}

// AnsweredNow is the line above the answer to a question that was open.
func AnsweredNow(g memory.Gap, by string) string {
	return "You asked on " + day(g.At) + ": " + render.Clip(render.OneLine(g.Question), render.MaxEcho) + " · Now answered by " + render.OneLine(by) + "."
}

// answers is what the engine says to a question now, and whether the document is
// part of it.
func (h Editor) answers(ctx context.Context, f filled, question string) (knowledge.Answer, bool) {
	a, err := h.Answer(ctx, question)
	if err != nil {
		h.Log.Warn("a question that was answered by a person cannot be asked again", "error", err)
		return a, false
	}
	return a, a.Kind == knowledge.Answered && slices.ContainsFunc(a.Citations, func(c knowledge.Citation) bool { return c.Doc == f.doc })
}

// answer is the text of an entry as an answer.
func (f filled) answer(date string) knowledge.Answer {
	a := knowledge.Answer{
		Kind: knowledge.Answered, Shape: knowledge.Prose, Confidence: 1,
		Citations: []knowledge.Citation{{Doc: f.doc, Title: f.Question, Source: f.Source, Date: date}},
	}
	for _, p := range strings.Split(f.Entry.Answer, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			a.Points = append(a.Points, knowledge.Point{Text: p, Cites: []int{0}})
		}
	}
	return a
}
