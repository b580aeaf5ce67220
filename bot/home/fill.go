package home

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Filling a gap: an editor answers a question that the documents left open. The answer becomes a
// document, the gaps are closed, and those who asked get the answer.

// OpenAnswer opens the modal in which a cluster is answered.
func (h Editor) OpenAnswer(ctx context.Context, c wire.Click) error {
	cluster, open, err := h.openCluster(ctx, c.Value)
	if err != nil {
		return err
	}
	if !open {
		if err := h.Show(ctx, c.User, pagesOf(c.View.Meta)); err != nil {
			return err
		}
		return h.Post.Tell(ctx, c, saysClosed)
	}
	t, err := h.Memory.Turn(ctx, c.Value)
	if err != nil {
		return memory.Failed("read a turn", err)
	}
	return h.Post.Modal(ctx, c, AnswerModal(cluster, c.Value, c.View.Meta, h.SectionInput(c.User, t)...))
}

// AnswerModal asks for an answer to a cluster; the parameter or is what can be chosen instead.
func AnswerModal(c memory.Cluster, turn, home string, or ...slack.Block) slack.ModalViewRequest {
	blocks := []slack.Block{render.BoldBlock(questionOf(c), ""), render.FineBlock(clusterText(c))}
	var others []string
	seen := map[string]bool{"": true, strings.ToLower(render.OneLine(c.Question)): true}
	for _, g := range c.Gaps {
		q := render.OneLine(g.Question)
		if key := strings.ToLower(q); !seen[key] && len(others) < maxWordings {
			seen[key] = true
			others = append(others, render.Clip(q, render.MaxReason))
		}
	}
	if len(others) > 0 {
		blocks = append(blocks, render.FineBlock("Also asked as: "+render.Quoted(others)))
	}
	answer := entryInputs("Your answer", "It becomes one of my documents, under your name, and everyone who asked gets it right away. An empty line starts a new paragraph.",
		Entry{}, len(or) > 0)
	return render.Modal("answer", "Answer this", "Publish", turn+"\n"+home, slices.Concat(blocks, answer, or)...)
}

// FillGap publishes an answer and sends it to those who asked.
func (h Editor) FillGap(ctx context.Context, c wire.Click) error {
	turn, home, _ := strings.Cut(c.View.Meta, "\n")
	e := typed(c)
	cluster, open, err := h.openCluster(ctx, turn)
	if err != nil {
		return err
	}
	if !open {
		return h.closedBefore(ctx, c, turn, home, e)
	}
	e.Question = render.OneLine(cluster.Question)
	if e.Answer == "" {
		t, err := h.Memory.Turn(ctx, turn)
		if err != nil {
			return memory.Failed("read a turn", err)
		}
		if done, err := h.teach(ctx, c, t, e.Question, home, cluster.Gaps); done {
			return err
		}
		return h.Post.Tell(ctx, c, saysWriteOrChoose)
	}
	f, closed, err := h.publish(ctx, c.User, e, cluster)
	if err != nil {
		return err
	}
	return h.tellAll(ctx, c, home, f, closed)
}

// Keep makes a document from a person's reply to a question that was handed over, tells
// the others who had asked it, and reports how that went.
func (h Editor) Keep(ctx context.Context, user string, t memory.Turn, e Entry) (report string, err error) {
	cluster, _, err := h.openCluster(ctx, t.ID)
	if err != nil {
		return "", err
	}
	f, closed, err := h.publish(ctx, user, e, cluster)
	if err != nil {
		return "", err
	}
	closed = slices.DeleteFunc(closed, func(g memory.Gap) bool { return g.Asker == t.Asker }) // who has read the reply
	reached, missed := h.tellAskers(ctx, f, closed)
	return h.fillReport(ctx, f, reached, missed), nil
}

// publish makes a document of an entry and closes the gaps that it fills.
func (h Editor) publish(ctx context.Context, user string, e Entry, c memory.Cluster) (filled, []memory.Gap, error) {
	doc, err := h.Library.Publish(ctx, e)
	if err != nil {
		return filled{}, nil, fmt.Errorf("publish an answer: %w", err)
	}
	closed, err := h.closeGaps(ctx, user, doc, c.Gaps)
	return filled{e, doc}, closed, err
}

// tellAll tells those who had asked, and after them the editor.
func (h Editor) tellAll(ctx context.Context, c wire.Click, home string, f filled, closed []memory.Gap) error {
	reached, missed := h.tellAskers(ctx, f, closed)
	if ctx.Err() != nil {
		return ctx.Err() // it is taken up again
	}
	if err := h.Show(ctx, c.User, pagesOf(home)); err != nil {
		h.Log.Warn("the Home tab is not up to date", "error", err)
	}
	return h.Post.Tell(ctx, c, h.fillReport(ctx, f, reached, missed))
}

// closedBefore carries on if this very answer was published but sending it was interrupted.
// Otherwise somebody else was quicker, and the editor gets their text back.
func (h Editor) closedBefore(ctx context.Context, c wire.Click, turn, home string, e Entry) error {
	if c.Again {
		doc, closed, err := h.Memory.ClosedGaps(ctx, c.User, turn)
		if err != nil {
			return memory.Failed("read what closed a gap", err)
		}
		if len(closed) > 0 {
			e.Question = render.OneLine(closed[0].Question)
			return h.tellAll(ctx, c, home, filled{e, doc}, closed)
		}
	}
	return h.Post.Tell(ctx, c, saysClosedMeanwhile+e.Answer)
}

// filled says what a gap was filled with, and by which document.
type filled struct {
	Entry
	doc string
}

// fillReport tells an editor what happened with an answer.
func (h Editor) fillReport(ctx context.Context, f filled, reached, missed int) string {
	parts := []string{fmt.Sprintf(saysPublished, f.doc)}
	if f.Answer == "" {
		parts[0] = saysTaught
	}
	if reached > 0 {
		parts = append(parts, fmt.Sprintf(saysTold, people(reached)))
	}
	if missed > 0 {
		parts = append(parts, fmt.Sprintf(saysNotTold, people(missed)))
	}
	if _, found := h.answers(ctx, f, f.Question); !found {
		parts = append(parts, fmt.Sprintf(saysNotFound, render.Clip(f.Question, render.MaxEcho)))
	}
	return strings.Join(parts, " ")
}

// tellAskers sends the answer to everybody whose gap was closed, once for each person, as a reply
// to their latest question. It counts those whom it reached and those whom it did not.
func (h Editor) tellAskers(ctx context.Context, f filled, closed []memory.Gap) (reached, missed int) {
	seen := map[string]bool{"": true}
	for _, g := range closed { // the latest first
		if seen[g.Asker] {
			continue
		}
		seen[g.Asker] = true
		if ctx.Err() != nil {
			return reached, missed
		}
		if err := h.tellAsker(ctx, f, g); err != nil {
			h.Log.Warn("an answer did not reach its asker", "error", err)
			missed++
			continue
		}
		reached++
	}
	return reached, missed
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

// AnsweredNow is the line above the answer to a question that had been open.
func AnsweredNow(g memory.Gap, by string) string {
	return "You asked on " + day(g.At) + ": " + render.Clip(render.OneLine(g.Question), render.MaxEcho) + " · Now answered by " + render.OneLine(by) + "."
}

// answers returns the engine's current answer to a question, and whether the document is part of
// it.
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
