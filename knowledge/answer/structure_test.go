package answer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// on makes a library of one Markdown file.
func on(t *testing.T, lines ...string) library {
	t.Helper()
	docs, bad := new(load.Parser).ParseAll(t.Context(), []load.File{{ID: "page.md", Data: []byte(strings.Join(lines, "\n") + "\n")}}, nil)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	lib, err := build(docs)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestListsComeWithTheLineThatAnnouncesThem asks for what stands below a colon.
func TestListsComeWithTheLineThatAnnouncesThem(t *testing.T) {
	lib := on(t, "# Interviews", "", "Regardless of the method, the bands are generally:", "", "- Strong hire", "- Hire", "- No hire", "", "Then the team decides.")
	want := "Regardless of the method, the bands are generally:\n  • Strong hire\n  • Hire\n  • No hire"
	if got := lib.ask(t, "What are the scoring bands?").Text(); !strings.HasPrefix(got, want) {
		t.Errorf("said:\n%s\nwant first:\n%s", got, want)
	}
}

// TestLongListsSayWhatTheyCan asks for a list of which not all fits.
func TestLongListsSayWhatTheyCan(t *testing.T) {
	for _, c := range []struct{ name, item, never string }{
		{"labels that only number", "- Duty %d: the lock keeper opens the upper gate at the break of day and closes it before night falls.", "\n• Duty 19\n"},
		{"no labels", "- The lock keeper opens gate %d at the break of day, greases its hinges, and closes it before night falls.", ""},
	} {
		lines := []string{"# Lock keeper", "", "## Duties", ""}
		for i := range 60 {
			lines = append(lines, fmt.Sprintf(c.item, i))
		}
		a := on(t, lines...).ask(t, "What are the duties of a lock keeper?")
		if n := strings.Count(a.Text(), "before night falls."); a.Shape != knowledge.List || n != len(a.Points) || n < 10 || strings.Contains(a.Text(), c.never) && c.never != "" {
			t.Errorf("%s: %d of %d points say what they are about:\n%s", c.name, n, len(a.Points), a.Text())
		}
	}
	lines := []string{"# Lock keeper", "", "## Duties", ""}
	for _, what := range strings.Fields("gates water boats tolls ropes paint ice birds fish moss oars chains locks wheels logs bells lamps flags maps") {
		lines = append(lines, "- Care of "+what+": the lock keeper looks after the "+what+" at the break of day, counts and cleans them, and puts them away before night falls.")
	}
	a := on(t, lines...).ask(t, "What are the duties of a lock keeper?")
	if n := strings.Count(a.Text(), "before night falls."); n < 10 || n == len(a.Points) || len(a.Points) != 19 || !strings.HasSuffix(a.Text(), "• Care of maps") {
		t.Errorf("%d of %d points say what they are about, want all labels, the first with what they say:\n%s", n, len(a.Points), a.Text())
	}
}

// TestTablesComeWhole asks for the things that the rows of a table are about.
func TestTablesComeWhole(t *testing.T) {
	lib := on(t, "# Harbour pilot", "", "## Levels of a harbour pilot", "", "| Level | Duty | Note |", "|---|---|---|", "| Mate | Ties knots | Young |", "| Pilot | Guides ships | Old |")
	want := "Mate\n  Duty: Ties knots\n  Note: Young\nPilot\n  Duty: Guides ships\n  Note: Old"
	if diff := cmp.Diff(want, lib.ask(t, "What levels are there?").Text()); diff != "" {
		t.Error(diff)
	}
}

// TestColumnsAreCalledByTheirParts compares columns whose headers have more to them
// than people ask for.
func TestColumnsAreCalledByTheirParts(t *testing.T) {
	lib := on(t, "# Ladder", "", "| Category | Junior SRE (L1) | Senior SRE (L3) |", "|---|---|---|", "| Mastery | Knows one system | Knows all systems |", "| Scope | Own tasks | The team |")
	want := "Mastery\n  Junior SRE (L1): Knows one system\n  Senior SRE (L3): Knows all systems"
	if diff := cmp.Diff(want, lib.ask(t, "How does a junior SRE's mastery differ from a senior SRE's?").Text()); diff != "" {
		t.Error(diff)
	}
	if got := lib.ask(t, "junior SRE vs senior SRE").Text(); !strings.Contains(got, "Own tasks") || !strings.HasPrefix(got, "Mastery") {
		t.Errorf("a question for no row gets not all of them:\n%s", got)
	}
}

// TestStepsKeepWhatStandsInThem asks the way where a step has steps of its own.
func TestStepsKeepWhatStandsInThem(t *testing.T) {
	for want, lines := range map[string][]string{
		"1. Learn the ropes:\n  • knots\n  • charts\n2. Pass the exam.\n3. Sail.": {"1. Learn the ropes:", "   1. knots", "   2. charts", "2. Pass the exam.", "3. Sail."},
		"1. Practise:\n  • knots\n  • Then ask for a test.\n2. Pass the exam.":    {"1. Practise:", "", "   - knots", "", "   Then ask for a test.", "", "   ```", "   make test", "   ```", "", "2. Pass the exam."},
	} {
		a := on(t, append([]string{"# Harbour pilot", "", "## How to become a harbour pilot", ""}, lines...)...).ask(t, "How do I become a harbour pilot?")
		if diff := cmp.Diff(want, a.Text()); diff != "" || a.Shape != knowledge.Steps {
			t.Error(a.Shape, diff)
		}
	}
}
