package store

import (
	"context"
	"time"
)

// Entry is a document that somebody wrote, kept for all processes that share a store.
type Entry struct {
	Name      string // nothing else has it
	Text      string
	Author    string
	At        time.Time
	Withdrawn bool // it is void; any copy of it is to be dropped
}

// maxEntries is how many entries are read: more than a team writes in years.
const maxEntries = 5000

// SaveEntry keeps an entry. One whose name is taken stays as it was saved first,
// withdrawn or not, so that saving may be repeated.
func (s *Store) SaveEntry(ctx context.Context, e Entry) error {
	return s.write(ctx, "save an entry", func(tx session) error {
		_, err := tx.exec(ctx, `INSERT INTO entries (name, text, author, saved, withdrawn) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (name) DO NOTHING`, e.Name, e.Text, e.Author, micros(e.At), e.Withdrawn)
		return err
	})
}

// WithdrawEntry makes an entry void for all processes.
func (s *Store) WithdrawEntry(ctx context.Context, name string) error {
	return s.write(ctx, "withdraw an entry", func(tx session) error {
		_, err := tx.exec(ctx, `UPDATE entries SET withdrawn = TRUE WHERE name = ?`, name)
		return err
	})
}

// Entries are all entries by name, withdrawn ones too; of very many, the last.
func (s *Store) Entries(ctx context.Context) ([]Entry, error) {
	list, err := all(slowly(ctx), s.read(), scanEntry, `
		SELECT e.name, e.text, e.author, e.saved, e.withdrawn
		FROM (SELECT * FROM entries ORDER BY name DESC LIMIT ?) e ORDER BY e.name`, maxEntries)
	return list, s.fail("read entries", err)
}

func scanEntry(r row) (e Entry, err error) {
	var saved int64
	err = r.Scan(&e.Name, &e.Text, &e.Author, &saved, &e.Withdrawn)
	e.At = moment(saved)
	return e, err
}
