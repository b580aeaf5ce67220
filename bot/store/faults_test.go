package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// wantSay expects an error whose sentence has all the parts, and which reveals no secret in any
// form.
func wantSay(t *testing.T, err error, parts ...string) {
	t.Helper()
	e, ok := errors.AsType[*knowledge.Error](err)
	if !ok {
		t.Fatalf("no error with a sentence: %v", err)
	}
	for _, p := range parts {
		if !strings.Contains(e.Say, p) {
			t.Errorf("the sentence lacks %q: %s", p, e.Say)
		}
	}
	if !strings.HasSuffix(e.Say, ".") {
		t.Errorf("no sentence: %s", e.Say)
	}
	wantNoSecret(t, err)
}

func wantNoSecret(t *testing.T, err error) {
	t.Helper()
	for e := err; e != nil; e = errors.Unwrap(e) {
		if text := fmt.Sprintf("%v %+v %#v", e.Error(), e.Error(), e.Error()); strings.Contains(text, "hush") {
			t.Errorf("an error tells a secret: %s", text)
		}
	}
}

func opening(t *testing.T, o store.Options) error {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	if err == nil {
		t.Error("it opens")
		must(t, s.Close())
	}
	return err
}

func TestDamagedFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "advisor.db")
	must(t, os.WriteFile(path, []byte(strings.Repeat("no database ", 1000)), 0o600))
	wantSay(t, opening(t, store.Options{Path: path}), path, "is damaged", "restore")

	// If a file is damaged in the middle, that is noticed when the middle is read.
	path = filepath.Join(dir, "later.db")
	s := open(t, store.Options{Path: path})
	for i := range 100 {
		save(t, s, turn(fmt.Sprint(i), i, refusal()))
	}
	must(t, s.Close())
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	info, err := f.Stat()
	must(t, err)
	_, err = f.WriteAt([]byte(strings.Repeat("\xff", int(info.Size())-8192)), 8192)
	must(t, errors.Join(err, f.Close()))
	s, err = store.Open(t.Context(), store.Options{Path: path})
	if err == nil {
		_, err = s.OpenGaps(t.Context(), noon, 1000)
		must(t, s.Close())
	}
	wantSay(t, err, path, "is damaged")
}

func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "advisor.db")
	s := open(t, store.Options{Path: path})
	must(t, s.Exec(t.Context(), "PRAGMA max_page_count = 1")) // no more than there are
	var err error
	for i := 0; err == nil && i < 1000; i++ {
		err = s.SaveTurn(t.Context(), turn(strings.Repeat("x", 1000)+fmt.Sprint(i), i, refusal()))
	}
	wantSay(t, err, path, "cannot grow", "free some space")
	must(t, s.Exec(t.Context(), "PRAGMA max_page_count = 100000"))
	save(t, s, turn("after", 0, refusal()))
}

func TestFolderThatCannotBeUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	path := filepath.Join(file, "advisor.db")
	wantSay(t, opening(t, store.Options{Path: path}), path, "cannot be opened", "another data dir")
	dir := t.TempDir()
	wantSay(t, opening(t, store.Options{Path: dir}), dir, "cannot be opened")
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "advisor.db")
	must(t, open(t, store.Options{Path: path}).Close())
	must(t, os.Chmod(path, 0o400))
	must(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { must(t, os.Chmod(dir, 0o700)) })
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		f.Close()
		t.Skip("SKIPPED: this user may write everywhere")
	}
	wantSay(t, opening(t, store.Options{Path: path}), path, "writable")
	wantSay(t, opening(t, store.Options{Path: filepath.Join(dir, "new.db")}), "new.db", "writable")
}

func testNewerDatabase(t *testing.T, db database) {
	s := db.open(t)
	must(t, s.Exec(t.Context(), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, TRUE)"))
	must(t, s.Close())
	wantSay(t, opening(t, db.options), "newer advisor", "restore")
}

// testLostHead repairs a lane that nobody would ever take from.
func testLostHead(t *testing.T, db database) {
	s := db.open(t)
	id := record(t, s, event("A", "1"))
	record(t, s, event("A", "2"))
	must(t, s.Exec(t.Context(), "UPDATE events SET head = FALSE"))
	same(t, take(t, s, "w", noon, 9), []int64{})
	s = db.open(t)
	same(t, take(t, s, "w", noon, 9), []int64{id})
}

func TestReadOnlyDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "advisor.db")
	s := open(t, store.Options{Path: path})
	must(t, s.Exec(t.Context(), "PRAGMA query_only = 1"))
	wantSay(t, s.Ping(t.Context()), path, "cannot be written", "writable")
	if _, err := s.Waiting(t.Context()); err != nil {
		t.Errorf("it cannot be read either: %v", err)
	}
}
