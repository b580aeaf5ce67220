package home

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Filling a gap: an admin answers a question that the documents left open. The answer
// becomes a document, the gaps are closed, and those who asked read it.

// OpenAnswer opens the modal in which a cluster is answered.
func (h *Home) OpenAnswer(ctx context.Context, c wire.Click) error {
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
	t, err := h.Gaps.Turn(ctx, c.Value)
	if err != nil {
		return memory.Failed("read a turn", err)
	}
	return h.Post.Modal(ctx, c, AnswerModal(cluster, c.Value, c.View.Meta, Editor{h}.SectionInput(c.User, t)...))
}

// maxWordings is how many other wordings of a question the modal shows.
const maxWordings = 5

// AnswerModal asks for an answer to a cluster; or is what may be chosen instead.
func AnswerModal(c memory.Cluster, turn, home string, or ...slack.Block) slack.ModalViewRequest {
	blocks := []slack.Block{render.BoldBlock(questionOf(c), ""), render.FineBlock(clusterText(c))}
	var others []string
	for _, q := range wordings(c) {
		if q != render.OneLine(c.Question) && len(others) < maxWordings {
			others = append(others, render.Clip(q, render.MaxReason))
		}
	}
	if len(others) > 0 {
		blocks = append(blocks, render.FineBlock("Also asked as: "+render.Quoted(others)))
	}
	text := slack.NewPlainTextInputBlockElement(render.Plain("What you would tell the person who asked", render.MaxPlaceholder), "answer")
	text.Multiline, text.MaxLength = true, render.MaxInput
	source := slack.NewPlainTextInputBlockElement(render.Plain("A page, a handbook, a person", render.MaxPlaceholder), "source")
	source.MaxLength = maxSource
	from := slack.NewInputBlock("source", render.Plain("Where it's from", render.MaxLabel), nil, source)
	from.Optional = true
	answer := slack.NewInputBlock("answer", render.Plain("Your answer", render.MaxLabel),
		render.Plain("It becomes one of my documents, under your name, and everyone who asked gets it right away. An empty line starts a new paragraph.", render.MaxLabel), text)
	answer.Optional = len(or) > 0
	return render.Modal("answer", "Answer this", "Publish", turn+"\n"+home, slices.Concat(blocks, []slack.Block{answer, from}, or)...)
}

// maxSource is how long a source may be.
const maxSource = 300

// wordings are the questions of a cluster, each wording once.
func wordings(c memory.Cluster) []string {
	var all []string
	seen := map[string]bool{}
	for _, g := range c.Gaps {
		q := render.OneLine(g.Question)
		if key := strings.ToLower(q); q != "" && !seen[key] {
			seen[key] = true
			all = append(all, q)
		}
	}
	return all
}

// FillGap publishes an answer and sends it to those who asked.
func (h *Home) FillGap(ctx context.Context, c wire.Click) error {
	turn, home, _ := strings.Cut(c.View.Meta, "\n")
	e := Entry{Answer: c.View.Typed("answer"), Source: c.View.Typed("source"), By: cmp.Or(c.Name, c.User), Owner: c.User}
	cluster, open, err := h.openCluster(ctx, turn)
	switch {
	case err != nil:
		return err
	case !open:
		return h.closedBefore(ctx, c, turn, home, e)
	case e.Answer == "":
		t, err := h.Gaps.Turn(ctx, turn)
		if err != nil {
			return memory.Failed("read a turn", err)
		}
		if done, err := (Editor{h}).teach(ctx, c, t, render.OneLine(cluster.Question), home, cluster.Gaps); done {
			return err
		}
		return h.Post.Tell(ctx, c, saysWriteOrChoose)
	}
	e.Question = render.OneLine(cluster.Question)
	doc, err := h.Library.Publish(ctx, e)
	if err != nil {
		return fmt.Errorf("publish an answer: %w", err)
	}
	closed, err := h.Gaps.CloseGaps(ctx, c.User, doc, h.Now(), turnsOf(cluster.Gaps)...)
	if err != nil {
		return memory.Failed("close gaps", err)
	}
	h.Log.Info("a gap is filled", "document", doc, "questions", len(closed))
	return h.tellAll(ctx, c, home, filled{e, doc}, closed)
}

// Keep makes a document from a person's reply to a question that was handed over, tells
// the others who had asked it, and reports how that went.
func (h *Home) Keep(ctx context.Context, user string, t memory.Turn, e Entry) (report string, err error) {
	cluster, _, err := h.openCluster(ctx, t.ID)
	if err != nil {
		return "", err
	}
	doc, err := h.Library.Publish(ctx, e)
	if err != nil {
		return "", fmt.Errorf("publish a reply: %w", err)
	}
	closed, err := h.Gaps.CloseGaps(ctx, user, doc, h.Now(), turnsOf(cluster.Gaps)...)
	if err != nil {
		return "", memory.Failed("close gaps", err)
	}
	closed = slices.DeleteFunc(closed, func(g memory.Gap) bool { return g.Asker == t.Asker }) // who has read the reply
	f := filled{e, doc}
	return h.fillReport(ctx, f, h.tellAskers(ctx, f, closed)), nil
}

// tellAll tells those who had asked, and then the admin.
func (h *Home) tellAll(ctx context.Context, c wire.Click, home string, f filled, closed []memory.Gap) error {
	told := h.tellAskers(ctx, f, closed)
	if ctx.Err() != nil {
		return ctx.Err() // it is taken up again
	}
	if err := h.Show(ctx, c.User, pagesOf(home)); err != nil {
		h.Log.Warn("the Home tab is not up to date", "error", err)
	}
	return h.Post.Tell(ctx, c, h.fillReport(ctx, f, told))
}

// closedBefore carries on if this very answer was published and sending it was
// interrupted; otherwise somebody else was quicker.
func (h *Home) closedBefore(ctx context.Context, c wire.Click, turn, home string, e Entry) error {
	if !c.Again {
		return h.tooLate(ctx, c, e)
	}
	doc, closed, err := h.Gaps.ClosedGaps(ctx, c.User, turn)
	if err != nil {
		return memory.Failed("read what closed a gap", err)
	}
	if len(closed) == 0 {
		return h.tooLate(ctx, c, e)
	}
	e.Question = render.OneLine(closed[0].Question)
	return h.tellAll(ctx, c, home, filled{e, doc}, closed)
}

// tooLate gives admins back what they wrote, when somebody else was quicker.
func (h *Home) tooLate(ctx context.Context, c wire.Click, e Entry) error {
	return h.Post.Tell(ctx, c, saysClosedMeanwhile+e.Answer)
}

// filled is a gap that is filled: with what, and by which document.
type filled struct {
	Entry
	doc string
}

// fillReport tells an admin what happened with an answer.
func (h *Home) fillReport(ctx context.Context, f filled, told told) string {
	parts := []string{fmt.Sprintf(saysPublished, f.doc)}
	if f.Answer == "" {
		parts[0] = saysTaught
	}
	if told.reached > 0 {
		parts = append(parts, fmt.Sprintf(saysTold, people(told.reached)))
	}
	if told.missed > 0 {
		parts = append(parts, fmt.Sprintf(saysNotTold, people(told.missed)))
	}
	if _, found := h.answers(ctx, f, f.Question); !found {
		parts = append(parts, fmt.Sprintf(saysNotFound, render.Clip(f.Question, render.MaxEcho)))
	}
	return strings.Join(parts, " ")
}
