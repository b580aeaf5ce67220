package library

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// TestTheFirstDocumentsAnswerWhileTheRestIsRead, in a folder of many.
func TestTheFirstDocumentsAnswerWhileTheRestIsRead(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a-keeper.md"), "---\nrole: Lighthouse Keeper\n---\n"+keeper)
	write(t, filepath.Join(dir, "z-diver.md"), "---\nrole: Diver\n---\n# Diver\n\n## Salary of a diver\n\nA diver earns 51,000 crowns a year.\n")
	long := strings.Repeat("Boats go out in the morning and come back at night. ", 200)
	for n := range fewBytes/len(long) + 1 {
		write(t, filepath.Join(dir, fmt.Sprintf("m%03d.md", n)), fmt.Sprintf("# Boats %d\n\n%s\n", n, long))
	}
	ticks := make(chan time.Time)
	l := start(t, Config{Sources: []string{dir}, DataDir: t.TempDir(), encoder: &stub{}}, Options{Ticks: ticks})
	ask := func(question string) knowledge.Answer {
		a, err := l.Answer(t.Context(), knowledge.Question{Text: question})
		if err != nil {
			t.Error(err)
		}
		return a
	}
	if a := ask("what does a lighthouse keeper earn?"); !strings.Contains(a.Text(), "31,000") {
		t.Errorf("the first document does not answer: %s", a.Text())
	}
	reading := l.Status().Reading
	if a := ask("what does a diver earn?"); a.Kind != knowledge.Help || !strings.Contains(a.Text(), "I am still reading my documents: ") || !strings.HasPrefix(a.Text(), reading) {
		t.Errorf("the last one is answered with %s: %s", a.Kind, a.Text())
	}
	if n, all := len(l.Contents(knowledge.Scope{}).Documents), fewBytes/len(long)+3; n < 2 || n > all/2 || !strings.Contains(reading, fmt.Sprintf("%d of %d", n, all)) {
		t.Errorf("%d of %d documents are open: %s", n, all, reading)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- l.Run(ctx) }()
	ticks <- time.Now() // taken when all are read
	if a := ask("what does a diver earn?"); !strings.Contains(a.Text(), "51,000") {
		t.Errorf("the last document does not answer: %s", a.Text())
	}
	if s := l.Status(); s.Reading != "" {
		t.Errorf("it still says: %s", s.Reading)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// TestWhatCannotBeCompletedEndsTheRun, which would otherwise answer from a part of the documents for ever.
func TestWhatCannotBeCompletedEndsTheRun(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("Boats go out in the morning and come back at night. ", 200)
	for n := range fewBytes/len(long) + 1 {
		write(t, filepath.Join(dir, fmt.Sprintf("m%03d.md", n)), fmt.Sprintf("# Boats %d\n\n%s\n", n, long))
	}
	l := start(t, Config{Sources: []string{dir}, Memory: Memory{Bytes: besides + 8<<20, From: "GOMEMLIMIT"}, encoder: &stub{}}, Options{})
	if err := l.Run(t.Context()); !strings.Contains(knowledge.Say(err), "too many for the memory") {
		t.Errorf("it ends with %v", err)
	}
}

func TestFirstOf(t *testing.T) {
	file := func(size int) load.File { return load.File{Data: make([]byte, size)} }
	for _, c := range []struct {
		sizes []int
		want  int
	}{
		{nil, 0},
		{[]int{fewBytes}, 1},
		{[]int{4 * fewBytes}, 1},
		{[]int{4 * fewBytes, 1}, 1},
		{[]int{firstBytes - 1, 1, 1, fewBytes}, 2},
		{[]int{firstBytes - 1, 2, fewBytes - firstBytes - 1}, 3},
	} {
		var files []load.File
		for _, s := range c.sizes {
			files = append(files, file(s))
		}
		if got := len(firstOf(files)); got != c.want {
			t.Errorf("of %v the first %d, want %d", c.sizes, got, c.want)
		}
	}
}
