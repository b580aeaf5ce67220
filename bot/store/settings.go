package store

import (
	"context"

	"careeradvisor/bot/memory"
)

// SaveSetting keeps a value in the place of the name's earlier one, or deletes it.
func (s *Store) SaveSetting(ctx context.Context, name, value string) error {
	return s.write(ctx, "save a setting", func(tx session) (err error) {
		if value == "" {
			_, err = tx.exec(ctx, `DELETE FROM settings WHERE name = ?`, short(name))
			return err
		}
		_, err = tx.exec(ctx, `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, short(name), value)
		return err
	})
}

// Settings are all values by their names.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	list, err := all(ctx, s.read(), func(r row) (pair [2]string, err error) {
		return pair, r.Scan(&pair[0], &pair[1])
	}, `SELECT name, value FROM settings`)
	values := map[string]string{}
	for _, p := range list {
		values[p[0]] = p[1]
	}
	return values, s.fail("read settings", err)
}

// SaveReferral keeps by which message a turn was handed over.
func (s *Store) SaveReferral(ctx context.Context, channel, message, turn string) error {
	return s.write(ctx, "save a referral", func(tx session) error {
		_, err := tx.exec(ctx, `INSERT INTO referrals (channel, message, turn) SELECT ?, ?, t.id FROM turns t WHERE t.id = ? ON CONFLICT DO NOTHING`,
			channel, message, turn)
		return err
	})
}

// Referral is the turn that a message handed over.
func (s *Store) Referral(ctx context.Context, channel, message string) (memory.Turn, error) {
	t, err := one(ctx, s.read(), scanTurn,
		`SELECT `+turnColumns+` FROM turns t JOIN referrals r ON r.turn = t.id WHERE r.channel = ? AND r.message = ?`, channel, message)
	return t, s.fail("read a referral", err)
}
