package home

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// Editor handles what editors do: they close open questions, by answering them or by teaching
// sections, look after documents and read the weekly summary.
type Editor struct{ *Home }

// Board shows the questions that the documents left open, and how the advisor has done lately.
type Board struct {
	Figures  memory.Figures // of the last figuresFor days
	Clusters []memory.Cluster
	More     bool // there are more gaps than the latest maxGaps, which make up the clusters
}

const (
	figuresFor = 30   // days
	maxGaps    = 1000 // that are looked at
)

func (h Editor) readBoard(ctx context.Context, days int) (*Board, error) {
	f, err := h.Memory.Figures(ctx, h.Now().AddDate(0, 0, -days))
	if err != nil {
		return nil, memory.Failed("count turns", err)
	}
	clusters, more, err := h.openClusters(ctx)
	return &Board{Figures: f, Clusters: clusters, More: more}, err
}

// openClusters returns the open gaps in groups, and whether there are more than were looked at.
func (h Editor) openClusters(ctx context.Context) ([]memory.Cluster, bool, error) {
	var since time.Time
	if h.Retention > 0 {
		since = h.Now().Add(-h.Retention)
	}
	gaps, err := h.Memory.OpenGaps(ctx, since, maxGaps+1)
	if err != nil {
		return nil, false, memory.Failed("read gaps", err)
	}
	more := len(gaps) > maxGaps
	return memory.Clusters(gaps[:min(len(gaps), maxGaps)], h.Library.Cluster), more, nil
}

// openCluster returns the cluster that holds a turn's gap; it reports false if the gap has been
// closed in the meantime.
func (h Editor) openCluster(ctx context.Context, turn string) (memory.Cluster, bool, error) {
	all, _, err := h.openClusters(ctx)
	i := slices.IndexFunc(all, func(c memory.Cluster) bool {
		return slices.ContainsFunc(c.Gaps, func(g memory.Gap) bool { return g.Turn == turn })
	})
	if err != nil || i < 0 {
		return memory.Cluster{}, false, err
	}
	return all[i], true, nil
}

// closeGaps closes gaps with a document, or with none for "", and returns those that were open.
func (h Editor) closeGaps(ctx context.Context, user, doc string, gaps []memory.Gap) ([]memory.Gap, error) {
	turns := make([]string, len(gaps))
	for i, g := range gaps {
		turns[i] = g.Turn
	}
	closed, err := h.Memory.CloseGaps(ctx, user, doc, h.Now(), turns...)
	if err != nil {
		return nil, memory.Failed("close gaps", err)
	}
	h.Log.Info("gaps are closed", "document", doc, "questions", len(closed))
	return closed, nil
}

// Dismiss closes the gaps of a cluster without a document; its button asks first.
func (h Editor) Dismiss(ctx context.Context, c wire.Click) error {
	cluster, open, err := h.openCluster(ctx, c.Value)
	if err != nil {
		return err
	}
	if open {
		if _, err := h.closeGaps(ctx, c.User, "", cluster.Gaps); err != nil {
			return err
		}
	}
	return h.Show(ctx, c.User, pagesOf(c.View.Meta))
}

// boardBlocks show the gap board, to editors only.
func (v View) boardBlocks() []slack.Block {
	if v.Board == nil {
		return nil
	}
	lately := fmt.Sprintf("Nobody asked anything in the last %d days.", figuresFor)
	if v.Board.Figures.Asked > 0 {
		lately = fmt.Sprintf("In the last %d days: ", figuresFor) + figuresText(v.Board.Figures)
	}
	blocks := headed("Gap board", render.TextBlock(lately))
	all := v.Board.Clusters
	if len(all) == 0 {
		return append(blocks, render.TextBlock("No open questions. Anything my documents don't answer, or people vote down, will show up here."))
	}
	blocks = append(blocks, render.FineBlock("Only admins and editors see this: questions my documents don't answer or whose answers were voted down, most asked first."))
	first, last, pager := page(&v.At, &v.At.Board, clustersShown, len(all), "board", "questions")
	for _, c := range all[first:last] {
		blocks = append(blocks, clusterBlocks(c)...)
	}
	if v.Board.More {
		blocks = append(blocks, render.FineBlock(fmt.Sprintf("These are the latest %d; older ones appear once some of these are answered or dismissed.", maxGaps)))
	}
	return append(blocks, pager...)
}

func figuresText(f memory.Figures) string {
	return fmt.Sprintf("%d asked by %s · %d answered · %d refused · %d found helpful, %d not.",
		f.Asked, people(f.People), f.Answered, f.Refused, f.Helpful, f.Unhelpful)
}

func people(n int) string { return render.Count(n, "person", "people") }

// clusterBlocks show an open question, where it came from, and what can be done about it.
func clusterBlocks(c memory.Cluster) []slack.Block {
	turn := c.Gaps[0].Turn
	return []slack.Block{
		render.BoldBlock(questionOf(c), ""),
		render.FineBlock(clusterText(c)),
		slack.NewActionBlock("", render.Button("answer:"+turn, "Answer this", turn).WithStyle(slack.StylePrimary),
			render.Button("dismiss:"+turn, "Dismiss", turn).WithConfirm(render.Confirm("Dismiss this question?",
				"It will leave the board for all admins, without an answer.", "Dismiss", "Keep it"))),
	}
}

func questionOf(c memory.Cluster) string {
	return render.Clip(cmp.Or(render.OneLine(c.Question), "(no words)"), render.MaxEcho)
}

// clusterText says how often a question was asked, by how many people, when last, and what became
// of it.
func clusterText(c memory.Cluster) string {
	refused := 0
	var reasons []string
	for _, g := range c.Gaps {
		if g.Refused {
			refused++
		}
		if r := render.OneLine(g.Reason); r != "" && !slices.Contains(reasons, r) {
			reasons = append(reasons, r)
		}
	}
	parts := []string{fmt.Sprintf("Asked %s by %s", render.Count(len(c.Gaps), "time", "times"), people(len(c.Askers()))), "last on " + day(c.Gaps[0].At)}
	if refused > 0 {
		parts = append(parts, fmt.Sprintf("%d refused", refused))
	}
	if down := len(c.Gaps) - refused; down > 0 {
		parts = append(parts, fmt.Sprintf("%d voted down", down))
	}
	if len(reasons) > 0 {
		parts = append(parts, render.Clip(render.Quoted(reasons), maxWhy))
	}
	return strings.Join(parts, " · ")
}

func day(t time.Time) string { return t.Format("2 January 2006") }
