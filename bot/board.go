package bot

import (
	"context"
	"slices"
	"strconv"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/wire"
)

// board is what admins see in the Home tab: what the documents left open, and how
// the advisor did lately.
type board struct {
	figures  memory.Figures // of the last figuresFor days
	clusters []memory.Cluster
	more     bool // there are gaps beside the latest maxGaps, which are those of clusters
}

const (
	figuresFor = 30   // days
	maxGaps    = 1000 // that are looked at
)

func (b *Bot) readBoard(ctx context.Context) (*board, error) {
	f, err := b.memory.Figures(ctx, b.cfg.Now().AddDate(0, 0, -figuresFor))
	if err != nil {
		return nil, unremembered("count turns", err)
	}
	clusters, more, err := b.openClusters(ctx)
	return &board{figures: f, clusters: clusters, more: more}, err
}

// openClusters are the gaps that are open, put together, and whether there are more
// than were looked at.
func (b *Bot) openClusters(ctx context.Context) ([]memory.Cluster, bool, error) {
	gaps, err := b.memory.OpenGaps(ctx, b.kept(), maxGaps+1)
	if err != nil {
		return nil, false, unremembered("read gaps", err)
	}
	more := len(gaps) > maxGaps
	return memory.Clusters(gaps[:min(len(gaps), maxGaps)], b.library.Cluster), more, nil
}

// openCluster is the cluster in which a turn's gap stands, and false where it was
// closed meanwhile.
func (b *Bot) openCluster(ctx context.Context, turn string) (memory.Cluster, bool, error) {
	all, _, err := b.openClusters(ctx)
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

// byEditor makes of what only admins and editors may do what anybody may try: every
// action_id and every submission can be forged, and some are no editors any more.
func byEditor(do func(*Bot, context.Context, wire.Click) error) func(*Bot, context.Context, wire.Click) error {
	return func(b *Bot, ctx context.Context, c wire.Click) error {
		if !b.isEditor(c.User) {
			b.log.Warn("somebody who is no editor tried an editor's action", "user", c.User)
			return b.poster.Tell(ctx, c, saysAdminsOnly)
		}
		return do(b, ctx, c)
	}
}

// boardLane is the lane of what closes gaps: of two admins who answer the same one
// the second finds it closed.
const boardLane = "board"

// onBoard makes a taker of what an admin does to a gap.
func onBoard(surface string, do func(*Bot, context.Context, wire.Click) error) taker {
	take := clicked(surface, byEditor(do))
	return func(b *Bot, d wire.Delivery) (inbox.Job, bool) {
		j, ok := take(b, d)
		j.Lane = boardLane
		return j, ok
	}
}

// turnBoardPage shows other gaps.
func (b *Bot) turnBoardPage(ctx context.Context, c wire.Click) error {
	at := pagesOf(c.View.Meta)
	at.Board, _ = strconv.Atoi(c.Value)
	return b.showHome(ctx, c.User, at)
}

// dismiss closes the gaps of a cluster without a document; its button asks first.
func (b *Bot) dismiss(ctx context.Context, c wire.Click) error {
	cluster, open, err := b.openCluster(ctx, c.Value)
	if err != nil {
		return err
	}
	if open {
		if _, err := b.memory.CloseGaps(ctx, c.User, "", b.cfg.Now(), turnsOf(cluster.Gaps)...); err != nil {
			return unremembered("close gaps", err)
		}
	}
	return b.showHome(ctx, c.User, pagesOf(c.View.Meta))
}
