package store

import (
	"context"
	"slices"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// gaps implements [memory.Gaps].
type gaps struct{ db *database }

// openGap is the condition that a turn t is a gap and not closed: refused, or answered
// and voted down by somebody.
const openGap = `t.closed_at IS NULL AND (t.kind = 'refuse' OR t.kind = 'answer' AND
	EXISTS (SELECT 1 FROM votes d WHERE d.turn = t.id AND NOT d.helpful))`

// gapRows selects gaps, with a row for each reason that was given for voting one down.
func gapRows(gaps string) string {
	return `SELECT g.id, g.question, g.asker, g.channel, g.asked_at, g.kind, v.reason
		FROM (` + gaps + `) g LEFT JOIN votes v ON v.turn = g.id AND NOT v.helpful AND v.reason <> ''
		ORDER BY g.asked_at DESC, g.id DESC, v.voted_at, v.voter`
}

// OpenGaps are the gaps since a time that were not closed, the latest first, at
// most n.
func (s gaps) OpenGaps(ctx context.Context, since time.Time, n int) ([]memory.Gap, error) {
	if n <= 0 {
		return nil, nil
	}
	rows, err := list(slowly(ctx), s.db, "read gaps", scanGap, gapRows(`SELECT t.* FROM turns t WHERE `+openGap+` AND t.asked_at >= ?
		ORDER BY t.asked_at DESC, t.id DESC LIMIT ?`), micros(since), n)
	return foldGaps(rows), err
}

// closeAtOnce is how many turns one statement names.
const closeAtOnce = 500

// CloseGaps closes the gaps of turns and returns those that were open before.
func (s gaps) CloseGaps(ctx context.Context, by, document string, at time.Time, turns ...string) ([]memory.Gap, error) {
	rows, err := write(slowly(ctx), s.db, "close gaps", func(tx session) (rows []memory.Gap, err error) {
		for some := range slices.Chunk(turns, closeAtOnce) {
			closed, err := all(tx, column[string],
				`UPDATE turns AS t SET closed_at = ?, closed_by = ?, closed_with = ?
				WHERE t.id IN (`+marks(len(some))+`) AND `+openGap+` RETURNING id`,
				append([]any{micros(at), by, document}, anys(some)...)...)
			if err != nil {
				return nil, err
			}
			if len(closed) == 0 {
				continue
			}
			more, err := all(tx, scanGap, gapRows(`SELECT t.* FROM turns t WHERE t.id IN (`+marks(len(closed))+`)`), anys(closed)...)
			if err != nil {
				return nil, err
			}
			rows = append(rows, more...)
		}
		return rows, nil
	})
	gaps := foldGaps(rows)
	slices.SortStableFunc(gaps, func(a, b memory.Gap) int { return b.At.Compare(a.At) })
	return gaps, err
}

// ClosedGaps returns the gaps that by closed with the same document as that of a turn, latest
// first, and the document.
func (s gaps) ClosedGaps(ctx context.Context, by, turn string) (document string, gaps []memory.Gap, err error) {
	documents, err := list(ctx, s.db, "read what closed a gap", column[string],
		`SELECT closed_with FROM turns WHERE id = ? AND closed_by = ? AND closed_with <> ''`, turn, by)
	if err != nil || len(documents) == 0 {
		return "", nil, err
	}
	rows, err := list(slowly(ctx), s.db, "read closed gaps", scanGap, gapRows(`SELECT t.* FROM turns t WHERE t.closed_by = ? AND t.closed_with = ?`), by, documents[0])
	return documents[0], foldGaps(rows), err
}

func scanGap(r row) (g memory.Gap, err error) {
	var at int64
	var kind string
	var reason *string
	if err = r.Scan(&g.Turn, &g.Question, &g.Asker, &g.Channel, &at, &kind, &reason); err != nil {
		return g, err
	}
	g.At, g.Refused = moment(at), knowledge.AnswerKind(kind) == knowledge.Refuse
	if reason != nil {
		g.Reason = *reason
	}
	return g, nil
}

// foldGaps merges consecutive rows of the same turn into one gap, joining their reasons.
func foldGaps(rows []memory.Gap) []memory.Gap {
	var gaps []memory.Gap
	for _, r := range rows {
		if n := len(gaps); n > 0 && gaps[n-1].Turn == r.Turn {
			gaps[n-1].Reason += "; " + r.Reason
			continue
		}
		gaps = append(gaps, r)
	}
	return gaps
}

// Figures count what happened since a time.
func (s gaps) Figures(ctx context.Context, since time.Time) (memory.Figures, error) {
	return first(slowly(ctx), s.db, "count turns", func(r row) (f memory.Figures, err error) {
		err = r.Scan(&f.Asked, &f.Answered, &f.Refused, &f.People, &f.Helpful, &f.Unhelpful)
		return f, err
	}, `SELECT COUNT(*), COUNT(CASE WHEN t.kind = 'answer' THEN 1 END), COUNT(CASE WHEN t.kind = 'refuse' THEN 1 END),
			COUNT(DISTINCT NULLIF(t.asker, '')),
			(SELECT COUNT(*) FROM votes v WHERE v.voted_at >= ? AND v.helpful),
			(SELECT COUNT(*) FROM votes v WHERE v.voted_at >= ? AND NOT v.helpful)
		FROM turns t WHERE t.asked_at >= ? AND t.kind <> 'help' AND t.surface <> ?`,
		micros(since), micros(since), micros(since), memory.FromGapBoard)
}
