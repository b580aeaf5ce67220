package score_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/race"
)

// listed is a line of a list of roles: where a role or level is described, or why it is found in
// addition to those.
type listed struct{ Doc, Section, Role, Level, Why string }

// title is what somebody calls the role or level.
func (l listed) title() string {
	if l.Level == "" || strings.HasPrefix(l.Level, "Level ") {
		return strings.TrimSpace(l.Role + " " + l.Level)
	}
	return l.Level
}

// TestOwnPageComesFirst asks what somebody in each listed role or level does, and expects its own
// page or section to be cited first for 92 of 100.
func TestOwnPageComesFirst(t *testing.T) {
	if race.Enabled {
		t.Skip("the same questions without the race detector are enough")
	}
	lists, err := filepath.Glob("../roles/testdata/*.jsonl")
	if err != nil || len(lists) == 0 {
		t.Fatal("no lists of roles:", err)
	}
	asked, first := 0, 0
	for _, list := range lists {
		name := strings.TrimSuffix(filepath.Base(list), ".jsonl")
		folder := filepath.Join("testdata", name, "docs")
		if _, err := os.Stat(folder); err != nil {
			folder = filepath.Join("../../../shared/real", name, "docs")
		}
		if _, err := os.Stat(folder); err != nil {
			t.Logf("%s: not here, so not asked", name)
			continue
		}
		places := places(t, list)
		if len(places) == 0 {
			continue
		}
		var s set
		s.open(t, folder)
		for title, of := range places {
			a, err := s.engine.Answer(t.Context(), knowledge.Question{Text: "What does a " + title + " do?"})
			if err != nil {
				t.Fatal(err)
			}
			asked++
			if isFrom(a, of) {
				first++
			} else {
				t.Logf("%s: %s: %s %v", name, title, a.Kind, a.Citations)
			}
		}
	}
	t.Logf("%d of %d", first, asked)
	if first*100 < asked*92 {
		t.Errorf("%d of %d have their own page or section first", first, asked)
	}
}

// places says where each title of a list is described.
func places(t *testing.T, list string) map[string][]listed {
	t.Helper()
	f, err := os.Open(list)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][]listed{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l listed
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		if l.Why == "" {
			all[l.title()] = append(all[l.title()], l)
		}
	}
	return all
}

// isFrom reports whether an answer cites one of some places first.
func isFrom(a knowledge.Answer, places []listed) bool {
	if a.Kind != knowledge.Answered || len(a.Citations) == 0 {
		return false
	}
	for _, p := range places {
		if c := a.Citations[0]; c.Doc == p.Doc && strings.Contains(c.Section, p.Section) {
			return true
		}
	}
	return false
}
