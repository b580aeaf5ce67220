package library

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// TestWhatWouldNotFitIsRefused before an index is built, with figures and what to do; if another
// index is open, it stays.
func TestWhatWouldNotFitIsRefused(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	many := "# Many\n\n" + strings.Repeat("## Part\n\nIt is so.\n\n", 3000)
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	c := Config{Sources: []string{dir}, DataDir: data, Memory: Memory{Bytes: besides + 4<<20, From: "GOMEMLIMIT"}, encoder: &stub{}}
	l := start(t, c, Options{})
	write(t, filepath.Join(dir, "many.md"), many)
	looks(t, l, 2)
	refused := func(err error) {
		t.Helper()
		for _, part := range []string{"2 documents with 3002 passages would take about ", " MB, and there are 100 MB (GOMEMLIMIT)", "Leave some out"} {
			if say := knowledge.Say(err); !strings.Contains(say, part) {
				t.Errorf("it says %q, without %q", say, part)
			}
		}
	}
	refused(l.Status().Trouble)
	if text, _ := answersOf(t, l, "what does a lighthouse keeper earn?"); !strings.Contains(text, "31,000") {
		t.Errorf("the old documents do not answer: %q", text)
	}
	c.DataDir = t.TempDir()
	_, err := Open(t.Context(), c, l.log)
	refused(err)
	if _, err := index.Open(c.IndexDir()); !errors.Is(err, index.ErrNone) {
		t.Errorf("an index was built: %v", err)
	}
}

// TestFilesTooLargeToReadAreRefused before they are parsed.
func TestFilesTooLargeToReadAreRefused(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.md", "b.md"} {
		write(t, filepath.Join(dir, name), strings.Repeat("All work and no play.\n", 1<<20/22))
	}
	_, err := Open(t.Context(), Config{Sources: []string{dir}, Memory: Memory{Bytes: besides + 5<<20, From: "the container"}, encoder: &stub{}}, nil)
	if say := knowledge.Say(err); !strings.Contains(say, "reading 2 files of 1 MB would take about 103 MB, and there are 101 MB (the container)") {
		t.Errorf("it says %q", say)
	}
}
