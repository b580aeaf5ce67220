package home

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
)

// clustersShown is how many questions the gap board shows at a time.
const clustersShown = 8

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

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// clusterBlocks show a question that is open, how it came about, and what can be done.
func clusterBlocks(c memory.Cluster) []slack.Block {
	if len(c.Gaps) == 0 {
		return nil
	}
	turn := c.Gaps[0].Turn
	return []slack.Block{
		render.BoldBlock(questionOf(c), ""),
		render.FineBlock(clusterText(c)),
		slack.NewActionBlock("", render.Button("answer:"+turn, "Answer this", turn).WithStyle(slack.StylePrimary),
			render.Button("dismiss:"+turn, "Dismiss", turn).WithConfirm(render.Confirm("Dismiss this question?",
				"It leaves the board unanswered, for all admins.", "Dismiss", "Keep it"))),
	}
}

// questionOf is the question that stands for a cluster.
func questionOf(c memory.Cluster) string {
	return render.Clip(cmp.Or(render.OneLine(c.Question), "(no words)"), render.MaxEcho)
}

// clusterText says how often a question was asked, by how many, when last, and what
// became of it.
func clusterText(c memory.Cluster) string {
	refused, last := 0, time.Time{}
	var reasons []string
	for _, g := range c.Gaps {
		if g.Refused {
			refused++
		}
		if g.At.After(last) {
			last = g.At
		}
		if r := render.OneLine(g.Reason); r != "" && !slices.Contains(reasons, r) {
			reasons = append(reasons, r)
		}
	}
	parts := []string{fmt.Sprintf("Asked %s by %s", count(len(c.Gaps), "time"), people(len(c.Askers()))), "last on " + day(last)}
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

// maxWhy is how much of the reasons is shown.
const maxWhy = 600

// day is a day as people read it.
func day(t time.Time) string { return t.Format("2 January 2006") }
