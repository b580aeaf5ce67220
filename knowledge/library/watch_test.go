package library

import (
	"crypto/sha256"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge"
)

// TestDue: files are read once they have changed and then stayed the same for one check.
func TestDue(t *testing.T) {
	start := time.Unix(1000, 0)
	for name, c := range map[string]struct {
		looks string // the survey at each look, one letter each; "a" was read
		want  string // "r" if the files are to be read
	}{
		"nothing changes":         {"aaa", "..."},
		"a change":                {"abbb", "..r."},
		"several changes":         {"abcdd", "....r"},
		"taken back":              {"abaa", "...."},
		"changes without an end":  {"bcbcbcbcbcbc", "..........r."},
		"a change after a change": {"bbccc", ".r.r."},
	} {
		w := watch{seen: sum('a')}
		got := ""
		for _, s := range c.looks {
			if w.due(sum(s), start) {
				got += "r"
				w.seen = sum(s)
			} else {
				got += "."
			}
		}
		if got != c.want {
			t.Errorf("%s: %s gives %s, want %s", name, c.looks, got, c.want)
		}
	}
	w := watch{seen: sum('a'), retry: start.Add(retryAfter)}
	if w.due(sum('a'), start) || !w.due(sum('a'), start.Add(retryAfter)) {
		t.Error("what failed is not tried again in time")
	}
}

func sum(of rune) [sha256.Size]byte { return sha256.Sum256([]byte(string(of))) }

// TestSurvey: every kind of change is noticed, except in files that no document is made from.
func TestSurvey(t *testing.T) {
	root := t.TempDir()
	dir, data := filepath.Join(root, "docs"), filepath.Join(root, "data")
	in := func(parts ...string) string { return filepath.Join(append([]string{dir}, parts...)...) }
	for _, d := range []string{in("deep", "er"), in(".git"), in("..one"), in("..two"), filepath.Join(data, "answers")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{in("a.md"), in("deep", "er", "b.md"), in(".git", "HEAD"), in("..one", "c.md"), in("..two", "c.md")} {
		write(t, f, "text of "+f)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Symlink("..one", in("..data")))
	must(os.Symlink("..data/c.md", in("c.md")))
	c := Config{Sources: []string{Builtin, dir}, DataDir: data, encoder: &stub{}}
	past := time.Now().Add(-time.Hour)
	for _, change := range []struct {
		name string
		do   func()
		seen bool
	}{
		{"nothing", func() {}, false},
		{"another text", func() { write(t, in("a.md"), "longer than it was before") }, true},
		{"another time", func() { must(os.Chtimes(in("a.md"), past, past)) }, true},
		{"other rights", func() { must(os.Chmod(in("a.md"), 0o600)) }, true},
		{"another name", func() { must(os.Rename(in("a.md"), in("A.md"))) }, true},
		{"a new file", func() { write(t, in("deep", "new.md"), "") }, true},
		{"a file that is gone", func() { must(os.Remove(in("deep", "new.md"))) }, true},
		{"something hidden", func() { write(t, in(".git", "HEAD"), "refs"); write(t, in(".hidden.md"), "x") }, false},
		{"a link that is turned", func() {
			must(os.Symlink("..two", in("..next")))
			must(os.Chtimes(in("..two", "c.md"), past, past))
			must(os.Rename(in("..next"), in("..data")))
		}, true},
		{"something published", func() { write(t, filepath.Join(data, "answers", "x.md"), "# Where?\n\nHere.\n") }, true},
		{"a folder that is gone", func() { must(os.Rename(dir, dir+".away")) }, true},
		{"still gone", func() {}, false},
		{"and back", func() { must(os.Rename(dir+".away", dir)) }, true},
	} {
		before := survey(&c)
		change.do()
		if seen := survey(&c) != before; seen != change.seen {
			t.Errorf("%s: seen is %v", change.name, seen)
		}
	}
}

// TestEditsAreFollowed by a running library: an edit, a new file, a deleted one.
func TestEditsAreFollowed(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	write(t, filepath.Join(dir, "pilot.md"), "# Harbour pilot\n\n## What is a harbour pilot?\n\nA harbour pilot guides ships into port.\n")
	for name, data := range map[string]string{"on disk": t.TempDir(), "in memory": ""} {
		t.Run(name, func(t *testing.T) {
			ticks := make(chan time.Time)
			l := start(t, Config{Sources: []string{dir}, DataDir: data, encoder: &stub{}}, Options{Ticks: ticks})
			done := make(chan error, 1)
			go func() { done <- l.Run(t.Context()) }()
			settle := func() {
				for range 3 { // it is noticed, stays the same, and is done by the time of another look
					ticks <- time.Now()
				}
			}
			asks := func(question, want string) {
				t.Helper()
				if text, _ := answersOf(t, l, question); !strings.Contains(text, want) {
					t.Errorf("%s: %q, want %q", question, text, want)
				}
			}
			asks("what does a lighthouse keeper earn?", "31,000")
			write(t, filepath.Join(dir, "keeper.md"), strings.Replace(keeper, "31,000", "42,000", 1))
			settle()
			asks("what does a lighthouse keeper earn?", "42,000")
			diver := filepath.Join(dir, "diver.md")
			write(t, diver, "---\nrole: Diver\n---\n# Diver\n\n## Salary of a diver\n\nA diver earns 51,000 crowns a year.\n")
			settle()
			asks("what does a diver earn?", "51,000")
			if err := os.Remove(diver); err != nil {
				t.Fatal(err)
			}
			settle()
			if text, docs := answersOf(t, l, "what does a diver earn?"); slices.Contains(docs, "diver.md") || strings.Contains(text, "51,000") {
				t.Errorf("an answer outlives its document: %s", text)
			}
			if s := l.Status(); s.Renewed != 3 || s.Trouble != nil {
				t.Errorf("status %+v", s)
			}
			write(t, filepath.Join(dir, "keeper.md"), keeper)
		})
	}
}

// TestUnchangedDocumentsAreUsedAgain: only what changed is parsed, and if nothing changed, nothing
// is replaced.
func TestUnchangedDocumentsAreUsedAgain(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	write(t, filepath.Join(dir, "other.md"), "# Other\n\nSomething else.\n")
	l := from(t, t.TempDir(), dir)
	before, done := l.Read()
	done()
	past := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "keeper.md"), past, past); err != nil {
		t.Fatal(err)
	}
	looks(t, l, 2)
	if g, done := l.Read(); g != before || l.Status().Renewed != 0 {
		t.Error("a file that was touched is a reason to open all anew")
	} else {
		done()
	}
	write(t, filepath.Join(dir, "other.md"), "# Other\n\nSomething else again.\n")
	looks(t, l, 2)
	after, done := l.Read()
	defer done()
	if &after.Documents()[0].Sections[0] != &before.Documents()[0].Sections[0] {
		t.Error("a document that did not change was read again")
	}
	if before.Index.Generation() == after.Index.Generation() {
		t.Error("the other was not")
	}
}

// TestWhatCannotBeReadAnewLeavesTheOld: the library keeps answering, says why, and recovers by itself.
func TestWhatCannotBeReadAnewLeavesTheOld(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "docs")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	log, now := &journal{}, time.Unix(1000, 0)
	l := start(t, Config{Sources: []string{dir}, DataDir: t.TempDir(), encoder: &stub{}}, Options{
		Log: slog.New(slog.NewTextHandler(log, nil)), Now: func() time.Time { return now },
	})
	if err := os.Rename(dir, dir+".away"); err != nil {
		t.Fatal(err)
	}
	looks(t, l, 4)
	if text, _ := answersOf(t, l, "what does a lighthouse keeper earn?"); !strings.Contains(text, "31,000") {
		t.Errorf("the old documents do not answer: %q", text)
	}
	if s := l.Status(); s.Failed != 1 || !strings.Contains(knowledge.Say(s.Trouble), "There is no folder") || !s.Since.Equal(now) {
		t.Errorf("status %+v", s)
	}
	if n := strings.Count(log.String(), "cannot be reopened"); n != 1 {
		t.Errorf("it is logged %d times:\n%s", n, log)
	}
	now = now.Add(retryAfter) // it is tried again, though nothing has changed
	looks(t, l, 2)
	if s := l.Status(); s.Failed != 2 || !s.Since.Equal(time.Unix(1000, 0)) {
		t.Errorf("status %+v", s)
	}
	if err := os.Rename(dir+".away", dir); err != nil {
		t.Fatal(err)
	}
	looks(t, l, 2)
	if s := l.Status(); s.Trouble != nil || s.Failed != 2 {
		t.Errorf("status %+v", s)
	}
}
