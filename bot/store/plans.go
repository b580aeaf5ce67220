package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"careeradvisor/bot/memory"
)

// plans implements [memory.Plans].
type plans struct{ db *database }

// SavePlan keeps a plan in place of its owner's earlier one.
func (s plans) SavePlan(ctx context.Context, p memory.Plan) error {
	steps, err := asJSON(p.Steps)
	if err != nil {
		return s.db.fail("save a plan", err)
	}
	_, err = s.db.exec(ctx, "save a plan", `
		INSERT INTO plans (owner, title, steps, finished, nudge, nudged, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (owner) DO UPDATE SET
			title = excluded.title, steps = excluded.steps, finished = excluded.finished, nudge = excluded.nudge,
			nudged = excluded.nudged, created = excluded.created, updated = excluded.updated`,
		p.Owner, p.Title, steps, p.Done() == len(p.Steps), p.Nudge, micros(p.Nudged), micros(p.Created), micros(p.Updated))
	return err
}

const planColumns = `owner, title, steps, nudge, nudged, created, updated`

func scanPlan(r row) (p memory.Plan, err error) {
	var steps string
	var nudged, created, updated int64
	if err = r.Scan(&p.Owner, &p.Title, &steps, &p.Nudge, &nudged, &created, &updated); err != nil {
		return p, err
	}
	p.Nudged, p.Created, p.Updated = moment(nudged), moment(created), moment(updated)
	p.Steps, err = fromJSON[[]memory.PlanStep](steps)
	return p, err
}

// Plan is a person's plan.
func (s plans) Plan(ctx context.Context, owner string) (memory.Plan, error) {
	return first(ctx, s.db, "read a plan", scanPlan, `SELECT `+planColumns+` FROM plans WHERE owner = ?`, owner)
}

// DropPlan deletes a person's plan; it is not an error if there is none.
func (s plans) DropPlan(ctx context.Context, owner string) error {
	_, err := s.db.exec(ctx, "drop a plan", `DELETE FROM plans WHERE owner = ?`, owner)
	return err
}

// NudgesDue marks up to n plans as nudged at now, starting with those that have waited longest, and
// returns them.
func (s plans) NudgesDue(ctx context.Context, before, now time.Time, n int) ([]memory.Plan, error) {
	if n <= 0 {
		return nil, nil
	}
	due, err := write(ctx, s.db, "find plans to nudge", func(tx session) ([]memory.Plan, error) {
		return all(tx, scanPlan, `
			UPDATE plans SET nudged = ? WHERE owner IN (
				SELECT e.owner FROM plans e WHERE e.nudge AND NOT e.finished AND e.nudged < ?
				ORDER BY e.nudged, e.owner LIMIT ?{skip})
			RETURNING `+planColumns, micros(now), micros(before), n)
	})
	slices.SortFunc(due, func(a, b memory.Plan) int { return cmp.Compare(a.Owner, b.Owner) })
	return due, err
}
