package home

import (
	"context"
	"slices"
	"strconv"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// Board is what admins see in the Home tab: what the documents left open, and how
// the advisor did lately.
type Board struct {
	Figures  memory.Figures // of the last figuresFor days
	Clusters []memory.Cluster
	More     bool // there are gaps besides the latest maxGaps, which are those of clusters
}

const (
	figuresFor = 30   // days
	maxGaps    = 1000 // that are looked at
)

func (h *Home) readBoard(ctx context.Context) (*Board, error) {
	f, err := h.Gaps.Figures(ctx, h.Now().AddDate(0, 0, -figuresFor))
	if err != nil {
		return nil, memory.Failed("count turns", err)
	}
	clusters, more, err := h.openClusters(ctx)
	return &Board{Figures: f, Clusters: clusters, More: more}, err
}

// openClusters are the open gaps, in groups, and whether there are more than were looked
// at.
func (h *Home) openClusters(ctx context.Context) ([]memory.Cluster, bool, error) {
	gaps, err := h.Gaps.OpenGaps(ctx, kept(h.Now(), h.Retention), maxGaps+1)
	if err != nil {
		return nil, false, memory.Failed("read gaps", err)
	}
	more := len(gaps) > maxGaps
	return memory.Clusters(gaps[:min(len(gaps), maxGaps)], h.Library.Cluster), more, nil
}

// openCluster is the cluster that holds a turn's gap; it reports false if the gap has
// been closed meanwhile.
func (h *Home) openCluster(ctx context.Context, turn string) (memory.Cluster, bool, error) {
	all, _, err := h.openClusters(ctx)
	i := slices.IndexFunc(all, func(c memory.Cluster) bool { return slices.Contains(turnsOf(c.Gaps), turn) })
	if err != nil || i < 0 {
		return memory.Cluster{}, false, err
	}
	return all[i], true, nil
}

func turnsOf(gaps []memory.Gap) []string {
	ids := make([]string, len(gaps))
	for i, g := range gaps {
		ids[i] = g.Turn
	}
	return ids
}

// TurnBoardPage turns to another page of gaps.
func (h *Home) TurnBoardPage(ctx context.Context, c wire.Click) error {
	at := pagesOf(c.View.Meta)
	at.Board, _ = strconv.Atoi(c.Value)
	return h.Show(ctx, c.User, at)
}

// Dismiss closes the gaps of a cluster without a document; its button asks first.
func (h *Home) Dismiss(ctx context.Context, c wire.Click) error {
	cluster, open, err := h.openCluster(ctx, c.Value)
	if err != nil {
		return err
	}
	if open {
		if _, err := h.Gaps.CloseGaps(ctx, c.User, "", h.Now(), turnsOf(cluster.Gaps)...); err != nil {
			return memory.Failed("close gaps", err)
		}
	}
	return h.Show(ctx, c.User, pagesOf(c.View.Meta))
}

// kept is the time since which turns are kept.
func kept(now time.Time, retention time.Duration) time.Time {
	if retention <= 0 {
		return time.Time{}
	}
	return now.Add(-retention)
}
