package store_test

import (
	"fmt"
	"testing"
	"time"

	"careeradvisor/bot/store"
)

func entries(t *testing.T, s *store.Store) []store.Entry {
	t.Helper()
	list, err := s.Entries(t.Context())
	must(t, err)
	return list
}

func testEntries(t *testing.T, db database) {
	s := db.open(t)
	same(t, entries(t, s), nil)
	b := store.Entry{Name: "b.md", Text: "---\ntitle: Where?\n---\n\nHere & “there”.\n", Author: "ann", At: noon}
	a := store.Entry{Name: "a.md", Text: "x", At: noon.Add(time.Hour)}
	must(t, s.SaveEntry(t.Context(), b))
	must(t, s.SaveEntry(t.Context(), a))
	must(t, s.SaveEntry(t.Context(), store.Entry{Name: "b.md", Text: "another"}))
	same(t, entries(t, s), []store.Entry{a, b})

	// They are not anybody's turns: they stay until somebody takes them back.
	must(t, s.Prune(t.Context(), noon.AddDate(1, 0, 0), noon.AddDate(1, 0, 0)))
	must(t, s.WithdrawEntry(t.Context(), "b.md"))
	b.Withdrawn = true
	must(t, s.SaveEntry(t.Context(), store.Entry{Name: "b.md", Text: "again"}))
	same(t, entries(t, s), []store.Entry{a, b})
}

// testManyEntries has too many entries, and reads only the last ones.
func testManyEntries(t *testing.T, db database) {
	s := db.open(t)
	must(t, s.Exec(t.Context(), `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001)
		INSERT INTO entries (name, text, author, saved) SELECT 'e' || (100000 + i), '', '', 0 FROM n`))
	list := entries(t, s)
	if len(list) != 5000 {
		t.Fatalf("%d entries", len(list))
	}
	for i, e := range list {
		if want := fmt.Sprint("e", 100002+i); e.Name != want {
			t.Fatalf("entry %d is %s, want %s", i, e.Name, want)
		}
	}
}
