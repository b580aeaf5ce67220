package library

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// askedNow returns the asks of the current documents, with "!" before near misses, and what was
// left out.
func askedNow(t *testing.T, l *Library) (asks, left []string) {
	t.Helper()
	g, done := l.Read()
	defer done()
	c, err := g.Compare("salary")
	if err != nil || c == nil {
		t.Fatal(c, err)
	}
	for _, a := range c.NearestAsks(len(c.Asks), nil) {
		mark := ""
		if a.Miss {
			mark = "! "
		}
		asks = append(asks, mark+a.Text)
	}
	slices.Sort(asks)
	for _, o := range g.LeftOut {
		left = append(left, o.Why)
	}
	return asks, left
}

// TestAsksAreFollowed: asks beside a document are taken in as documents are, and only new ones are
// encoded.
func TestAsksAreFollowed(t *testing.T) {
	for _, kind := range []string{"on disk", "in memory"} {
		t.Run(kind, func(t *testing.T) {
			e := &stub{}
			c := keepers(t, e)
			if kind == "in memory" {
				c.DataDir = ""
			}
			file := filepath.Join(c.Sources[0], "keeper.asks.md")
			write(t, file, "## Salary of a lighthouse keeper\n\n- what do they make?\n- is it enough\n\n### Not answered here\n\n- a pension?\n")
			l := start(t, c, Options{Ticks: make(chan time.Time)})
			stop := runs(t, l)
			filled(t, l)
			want := func(want, lost []string) {
				t.Helper()
				asks, left := askedNow(t, l)
				if diff := cmp.Diff(want, asks); diff != "" {
					t.Errorf("asks with vectors (-want +got)\n%s", diff)
				}
				if diff := cmp.Diff(lost, left); diff != "" {
					t.Errorf("left out (-want +got)\n%s", diff)
				}
			}
			want([]string{"! a pension?", "is it enough", "what do they make?"}, nil)

			write(t, file, "## Salary of a lighthouse keeper\n\n- what do they make?\n- in crowns?\n\n## Pay\n\n- is it enough\n")
			looks(t, l, 2)
			filled(t, l)
			want([]string{"in crowns?", "what do they make?"},
				[]string{`The file "keeper.asks.md" has questions under headings that its document lacks ("Pay"): correct or remove them.`})
			for _, q := range []string{"a pension?", "is it enough", "what do they make?", "in crowns?"} {
				if n := e.asked[q]; n != 1 {
					t.Errorf("%q was encoded %d times", q, n)
				}
			}
			e.wantOnce(t) // nor were the passages
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
			looks(t, l, 2)
			want(nil, nil)
			stop()
		})
	}
}

// TestAsksOutliveAProcess along with their vectors.
func TestAsksOutliveAProcess(t *testing.T) {
	e := &stub{}
	c := keepers(t, e)
	write(t, filepath.Join(c.Sources[0], "keeper.asks.md"), "## Salary of a lighthouse keeper\n- what do they make?\n")
	if _, err := Build(t.Context(), c, slog.New(slog.DiscardHandler), nil, nil); err != nil {
		t.Fatal(err)
	}
	l := start(t, c, Options{Ticks: make(chan time.Time)})
	if asks, _ := askedNow(t, l); !slices.Equal(asks, []string{"what do they make?"}) {
		t.Errorf("asks are %q", asks)
	}
	if n := e.asked["what do they make?"]; n != 1 {
		t.Errorf("encoded %d times", n)
	}
}

func TestSectionsWithoutAsks(t *testing.T) {
	c := keepers(t, &stub{})
	write(t, filepath.Join(c.Sources[0], "keeper.asks.md"), "## Salary of a lighthouse keeper\n- what?\n- why?\n### Not answered here\n- a pension?\n")
	write(t, filepath.Join(c.Sources[0], "rocks.md"), rocks("A", 3)) // nobody asks about them
	g, err := Open(t.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	want := Asks{Questions: 2, Misses: 1, Sections: 1, Without: []string{"keeper.md › Lighthouse keeper › What is a lighthouse keeper?"}}
	if diff := cmp.Diff(want, g.Asks()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTheGuidesAsks: each section of the guides has questions and two near misses.
func TestTheGuidesAsks(t *testing.T) {
	g, err := Open(t.Context(), Config{Sources: []string{Builtin}, encoder: &stub{}}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if a := g.Asks(); len(a.Without) > 0 || len(g.LeftOut) > 0 || a.Questions < 1000 {
		t.Errorf("%+v; %v", a, g.LeftOut)
	}
	for _, d := range g.Documents() {
		for _, s := range d.Sections {
			if name := fmt.Sprintf("%s › %s", d.ID, s.Name()); len(s.Passages) > 0 && (len(s.Asks) < 8 || len(s.Misses) < 2) {
				t.Errorf("%s: %d questions and %d near misses", name, len(s.Asks), len(s.Misses))
			}
		}
	}
}
