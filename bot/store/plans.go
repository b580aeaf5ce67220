package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"careeradvisor/bot/memory"
)

// SavePlan keeps a plan in the place of its owner's earlier one.
func (s *Store) SavePlan(ctx context.Context, p memory.Plan) error {
	steps, err := asJSON(p.Steps)
	if err != nil {
		return s.fail("save a plan", err)
	}
	return s.write(ctx, "save a plan", func(tx session) error {
		_, err := tx.exec(ctx, `
			INSERT INTO plans (owner, title, steps, finished, nudge, nudged, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (owner) DO UPDATE SET
				title = excluded.title, steps = excluded.steps, finished = excluded.finished, nudge = excluded.nudge,
				nudged = excluded.nudged, created = excluded.created, updated = excluded.updated`,
			p.Owner, p.Title, steps, p.Done() == len(p.Steps), p.Nudge, micros(p.Nudged), micros(p.Created), micros(p.Updated))
		return err
	})
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
func (s *Store) Plan(ctx context.Context, owner string) (memory.Plan, error) {
	p, err := one(ctx, s.read(), scanPlan, `SELECT `+planColumns+` FROM plans WHERE owner = ?`, owner)
	return p, s.fail("read a plan", err)
}

// DropPlan deletes a person's plan; none there is no error.
func (s *Store) DropPlan(ctx context.Context, owner string) error {
	return s.write(ctx, "drop a plan", func(tx session) error {
		_, err := tx.exec(ctx, `DELETE FROM plans WHERE owner = ?`, owner)
		return err
	})
}

// NudgesDue marks up to n plans as nudged at now, those that wait longest first,
// and returns them.
func (s *Store) NudgesDue(ctx context.Context, before, now time.Time, n int) ([]memory.Plan, error) {
	if n <= 0 {
		return nil, nil
	}
	var due []memory.Plan
	err := s.write(ctx, "find plans to nudge", func(tx session) (err error) {
		due, err = all(ctx, tx, scanPlan, `
			UPDATE plans SET nudged = ? WHERE owner IN (
				SELECT e.owner FROM plans e WHERE e.nudge AND NOT e.finished AND e.nudged < ?
				ORDER BY e.nudged, e.owner LIMIT ?{skip})
			RETURNING `+planColumns, micros(now), micros(before), n)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(due, func(a, b memory.Plan) int { return cmp.Compare(a.Owner, b.Owner) })
	return due, nil
}
