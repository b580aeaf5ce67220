package library

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

func TestOmissions(t *testing.T) {
	var left []load.LeftOut
	for n := range 7 {
		name := fmt.Sprintf("%d.xlsx", n)
		left = append(left, load.LeftOut{Path: name, Why: fmt.Sprintf("The file %q is a table: save it as .csv.", name)})
	}
	left = append(left, load.LeftOut{Path: "a.md", Why: `The file "a.md" is empty: fill it.`}, load.LeftOut{Path: "deep", Why: "The folder holds more than 3 documents."})
	var got []string
	for _, o := range Omissions(left) {
		got = append(got, o.String())
	}
	want := []string{
		"7 files (0.xlsx, 1.xlsx, 2.xlsx, 3.xlsx, 4.xlsx and 2 more): each is a table: save it as .csv.",
		`The file "a.md" is empty: fill it.`,
		"The folder holds more than 3 documents.",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

// TestLeftOutIsLoggedOnce, with one line per reason, and again only if there is news.
func TestLeftOutIsLoggedOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	write(t, filepath.Join(dir, "empty.md"), "")
	write(t, filepath.Join(dir, "void.md"), "")
	log := &journal{}
	l := start(t, Config{Sources: []string{dir}, DataDir: t.TempDir(), encoder: &stub{}}, Options{Log: slog.New(slog.NewTextHandler(log, nil))})
	count := func() int { return strings.Count(log.String(), "files were left out") }
	if n := count(); n != 1 || !strings.Contains(log.String(), "files=2 names=\"empty.md, void.md\"") {
		t.Errorf("%d lines:\n%s", n, log)
	}
	write(t, filepath.Join(dir, "other.md"), "# Other\n\nSomething else.\n")
	looks(t, l, 2)
	if n := count(); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, log)
	}
	write(t, filepath.Join(dir, "bytes.txt"), "\x00\x01\x02\x03")
	looks(t, l, 2)
	if n := count(); n != 2 {
		t.Errorf("what is left out now is not said:\n%s", log)
	}
	log2 := &journal{} // a file that does not become a document is also known if the index is kept
	g, err := Open(t.Context(), l.config, slog.New(slog.NewTextHandler(log2, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if len(g.LeftOut) != 3 || log2.String() != "" {
		t.Errorf("left out %v; log %s", g.LeftOut, log2)
	}
}
