package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"careeradvisor/knowledge"
)

// Gap is a question that was refused, or answered and voted down.
type Gap struct {
	Turn     string // ID
	Question string
	Asker    string
	Channel  string // where it was asked
	At       time.Time
	Refused  bool   // no answer was given; otherwise the answer was voted down
	Reason   string // of those who voted it down; may be empty
}

// Cluster is a group of gaps that ask for much the same thing, latest first.
type Cluster struct {
	Question string // the question that represents them all
	Gaps     []Gap
}

// Askers are the people whose questions are in the cluster, each once.
func (c Cluster) Askers() (all []string) {
	for _, g := range c.Gaps {
		if !slices.Contains(all, g.Asker) {
			all = append(all, g.Asker)
		}
	}
	return all
}

// Clusters groups gaps as group does with their questions, which it gets oldest first. The order of
// the gaps does not matter.
func Clusters(gaps []Gap, group func(questions []string) []knowledge.Group) []Cluster {
	gaps = slices.Clone(gaps)
	slices.SortFunc(gaps, func(a, b Gap) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.Turn, b.Turn)) })
	questions := make([]string, len(gaps))
	for i, g := range gaps {
		questions[i] = g.Question
	}
	var all []Cluster
	for _, g := range group(questions) {
		c := Cluster{Question: g.Question}
		for _, i := range slices.Backward(g.Members) {
			c.Gaps = append(c.Gaps, gaps[i])
		}
		all = append(all, c)
	}
	return all
}

// Gaps keeps the questions that the documents left open.
type Gaps interface {
	// OpenGaps returns at most n gaps since a time that were not closed, latest first.
	OpenGaps(ctx context.Context, since time.Time, n int) ([]Gap, error)

	// CloseGaps closes the gaps of turns, which a document now answers. It returns those that were
	// open before, so that only one of two who close the same gap tells the askers.
	CloseGaps(ctx context.Context, by, document string, at time.Time, turns ...string) ([]Gap, error)

	// ClosedGaps returns the gaps that by closed together with that of a turn, and the document
	// that answers them; both are empty if they were not closed with a document.
	ClosedGaps(ctx context.Context, by, turn string) (document string, gaps []Gap, err error)

	// Figures count what happened since a time. Turns that nobody asked, such as answers from the
	// gap board, do not count.
	Figures(ctx context.Context, since time.Time) (Figures, error)
}
