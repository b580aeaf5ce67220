package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
)

// TestAFullDiskIsNoticed although an update in place needs no room.
func TestAFullDiskIsNoticed(t *testing.T) {
	s := open(t, store.Options{Path: filepath.Join(t.TempDir(), "advisor.db")})
	must(t, s.Exec(t.Context(), `PRAGMA max_page_count = 1`)) // that is: no more than there are
	save := func() error {
		return s.SaveTurn(t.Context(), memory.Turn{ID: "T1", At: noon, Question: strings.Repeat("x", 1<<20)})
	}
	wantSay(t, save(), "cannot grow")
	wantSay(t, s.Ping(t.Context()), "cannot grow")
	must(t, s.Exec(t.Context(), `PRAGMA max_page_count = 1000000`))
	must(t, save())
	must(t, s.Ping(t.Context()))
}

// TestADeletedDatabaseIsNoticed: whatever is written goes into a file without a name, and is gone
// when the process ends.
func TestADeletedDatabaseIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "advisor.db")
	s := open(t, store.Options{Path: path})
	must(t, s.Ping(t.Context()))
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Skip("SKIPPED: this system does not delete a file that is open")
	}
	wantSay(t, s.Ping(t.Context()), path, "restart")
	must(t, os.Mkdir(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, nil, 0o600))
	wantSay(t, s.Ping(t.Context()), path, "restart")
}
