package store

import "context"

// settings implements [memory.Settings].
type settings struct{ db *database }

// SaveSetting replaces the value of a name, or deletes it.
func (s settings) SaveSetting(ctx context.Context, name, value string) (err error) {
	if value == "" {
		_, err = s.db.exec(ctx, "delete a setting", `DELETE FROM settings WHERE name = ?`, short(name))
		return err
	}
	_, err = s.db.exec(ctx, "save a setting", `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, short(name), value)
	return err
}

// Settings are all values by their names.
func (s settings) Settings(ctx context.Context) (map[string]string, error) {
	pairs, err := list(ctx, s.db, "read settings", func(r row) (pair [2]string, err error) {
		err = r.Scan(&pair[0], &pair[1])
		return pair, err
	}, `SELECT name, value FROM settings`)
	values := map[string]string{}
	for _, p := range pairs {
		values[p[0]] = p[1]
	}
	return values, err
}
