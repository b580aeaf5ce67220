package store

import (
	"context"
	"time"
)

// entries are documents that people wrote.
type entries struct{ db *database }

// Entry is a document that somebody wrote, kept for all processes that share a store.
type Entry struct {
	Name      string // nothing else has it
	Text      string
	Author    string
	At        time.Time
	Withdrawn bool // it is void; any copy of it must be dropped
}

// maxEntries is how many entries are read: more than a team would write in years.
const maxEntries = 5000

// SaveEntry keeps an entry. If its name is taken, the first one saved stays, withdrawn or not, so
// that saving may be repeated.
func (s entries) SaveEntry(ctx context.Context, e Entry) error {
	_, err := s.db.exec(ctx, "save an entry", `INSERT INTO entries (name, text, author, saved, withdrawn) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (name) DO NOTHING`, e.Name, e.Text, e.Author, micros(e.At), e.Withdrawn)
	return err
}

// WithdrawEntry makes an entry void for all processes.
func (s entries) WithdrawEntry(ctx context.Context, name string) error {
	_, err := s.db.exec(ctx, "withdraw an entry", `UPDATE entries SET withdrawn = TRUE WHERE name = ?`, name)
	return err
}

// Entries returns all entries by name, including withdrawn ones; if there are very many, only the last.
func (s entries) Entries(ctx context.Context) ([]Entry, error) {
	return list(slowly(ctx), s.db, "read entries", scanEntry, `
		SELECT e.name, e.text, e.author, e.saved, e.withdrawn
		FROM (SELECT * FROM entries ORDER BY name DESC LIMIT ?) e ORDER BY e.name`, maxEntries)
}

func scanEntry(r row) (e Entry, err error) {
	var saved int64
	err = r.Scan(&e.Name, &e.Text, &e.Author, &saved, &e.Withdrawn)
	e.At = moment(saved)
	return e, err
}
