package store

import (
	"context"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// practices implements [memory.Practices].
type practices struct{ db *database }

// SavePractice keeps a practice in place of its thread's earlier one.
func (s practices) SavePractice(ctx context.Context, p memory.Practice) error {
	areas, err := asJSON(p.Areas)
	if err != nil {
		return s.db.fail("save a practice", err)
	}
	_, err = s.db.exec(ctx, "save a practice", `
		INSERT INTO practices (channel, thread, owner, role, areas, area, told, ended, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (channel, thread) DO UPDATE SET
			owner = excluded.owner, role = excluded.role, areas = excluded.areas, area = excluded.area, told = excluded.told,
			ended = excluded.ended, updated = excluded.updated`,
		p.Channel, p.Thread, p.Owner, p.Role, areas, p.At, p.Told, p.Ended, micros(p.Updated))
	return err
}

// Practice is the practice of a thread.
func (s practices) Practice(ctx context.Context, channel, thread string) (memory.Practice, error) {
	return first(ctx, s.db, "read a practice", scanPractice,
		`SELECT channel, thread, owner, role, areas, area, told, ended, updated FROM practices WHERE channel = ? AND thread = ?`, channel, thread)
}

func scanPractice(r row) (p memory.Practice, err error) {
	var areas string
	var updated int64
	if err = r.Scan(&p.Channel, &p.Thread, &p.Owner, &p.Role, &areas, &p.At, &p.Told, &p.Ended, &updated); err != nil {
		return p, err
	}
	p.Updated = moment(updated)
	p.Areas, err = fromJSON[[]knowledge.Area](areas)
	return p, err
}
