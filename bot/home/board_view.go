package home

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
)

// clustersShown is how many questions the gap board shows at a time.
const clustersShown = 8

// boardBlocks show the gap board, to admins only.
func (h View) boardBlocks() []slack.Block {
	if h.Board == nil {
		return nil
	}
	blocks := []slack.Block{slack.NewDividerBlock(), render.HeaderBlock("Gap board"), render.TextBlock(figuresText(h.Board.Figures))}
	all := h.Board.Clusters
	if len(all) == 0 {
		return append(blocks, render.TextBlock("No open questions. Anything my documents don't answer, or people vote down, will show up here."))
	}
	blocks = append(blocks, render.FineBlock("Only admins see this: questions my documents don't answer or whose answers were voted down, most asked first."))
	first, last, pager := page(h.At.Board, clustersShown, len(all), "board", "questions")
	for _, c := range all[first:last] {
		blocks = append(blocks, clusterBlocks(c)...)
	}
	if h.Board.More {
		blocks = append(blocks, render.FineBlock(fmt.Sprintf("These are the latest %d; older ones appear once some of these are answered or dismissed.", maxGaps)))
	}
	return append(blocks, pager...)
}

func figuresText(f memory.Figures) string {
	if f.Asked == 0 {
		return fmt.Sprintf("Nobody asked anything in the last %d days.", figuresFor)
	}
	return fmt.Sprintf("In the last %d days: %d asked by %s · %d answered · %d refused · %d found helpful, %d not.",
		figuresFor, f.Asked, people(f.People), f.Answered, f.Refused, f.Helpful, f.Unhelpful)
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
	answer := render.Button("answer:"+turn, "Answer this", turn)
	answer.Style = slack.StylePrimary
	drop := render.Button("dismiss:"+turn, "Dismiss", turn).WithConfirm(slack.NewConfirmationBlockObject(
		render.Plain("Dismiss this question?", render.MaxConfirmTitle), render.Plain("It leaves the board unanswered, for all admins.", render.MaxConfirmText),
		render.Plain("Dismiss", render.MaxConfirmButton), render.Plain("Keep it", render.MaxConfirmButton)))
	return []slack.Block{
		render.BoldBlock(questionOf(c), ""),
		render.FineBlock(clusterText(c)),
		slack.NewActionBlock("", answer, drop),
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
	for _, g := range c.Gaps {
		if g.Refused {
			refused++
		}
		if g.At.After(last) {
			last = g.At
		}
	}
	parts := []string{fmt.Sprintf("Asked %s by %s", count(len(c.Gaps), "time"), people(len(c.Askers()))), "last on " + day(last)}
	if refused > 0 {
		parts = append(parts, fmt.Sprintf("%d refused", refused))
	}
	if down := len(c.Gaps) - refused; down > 0 {
		parts = append(parts, fmt.Sprintf("%d voted down", down))
	}
	if why := reasonsOf(c); why != "" {
		parts = append(parts, why)
	}
	return strings.Join(parts, " · ")
}

// maxWhy is how much of the reasons is shown.
const maxWhy = 600

// reasonsOf are why people voted the answers of a cluster down, each reason once.
func reasonsOf(c memory.Cluster) string {
	var all []string
	seen := map[string]bool{}
	for _, g := range c.Gaps {
		if r := render.OneLine(g.Reason); r != "" && !seen[r] {
			seen[r] = true
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return render.Clip(render.Quoted(all), maxWhy)
}

// day is a day as people read it.
func day(t time.Time) string { return t.Format("2 January 2006") }
