package home

import (
	"context"
	"slices"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// Editor is what editors do: they close open questions, by answering them or by teaching
// sections, look after documents and read the weekly summary.
type Editor struct{ *Home }

// Board is what the documents left open, and how the advisor did lately.
type Board struct {
	Figures  memory.Figures // of the last figuresFor days
	Clusters []memory.Cluster
	More     bool // there are gaps besides the latest maxGaps, which are those of clusters
}

const (
	figuresFor = 30   // days
	maxGaps    = 1000 // that are looked at
)

// readBoard reads the board of the last days.
func (h Editor) readBoard(ctx context.Context, days int) (*Board, error) {
	f, err := h.Memory.Figures(ctx, h.Now().AddDate(0, 0, -days))
	if err != nil {
		return nil, memory.Failed("count turns", err)
	}
	clusters, more, err := h.openClusters(ctx)
	return &Board{Figures: f, Clusters: clusters, More: more}, err
}

// openClusters are the open gaps, in groups, and whether there are more than were looked
// at.
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

// openCluster is the cluster that holds a turn's gap; it reports false if the gap has
// been closed meanwhile.
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

// closeGaps closes gaps by a document, "" for none, and returns those that were open.
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
