package score_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/race"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/score"
)

// floors are the shares of right answers, in per cent, below which no set in testdata may fall.
// Raise a floor when its set has improved for good; never lower one without saying why. Those of
// questions and loose were higher while lists of words were fitted to them.
var floors = map[string]float64{"questions": 79, "loose": 82, "heldout": 83, "harbour": 84, "handbook": 85}

// set is a question set with an engine on its documents.
type set struct {
	name      string
	docs      []knowledge.Document
	engine    *answer.Engine
	questions []score.Question
}

// sets opens the sets in testdata.
func sets(t *testing.T) []set {
	t.Helper()
	names, err := filepath.Glob("testdata/*/questions.jsonl")
	if err != nil || len(names) != len(floors) {
		t.Fatalf("%d sets with %d floors (%v)", len(names), len(floors), err)
	}
	var all []set
	for _, name := range names {
		s := set{name: filepath.Base(filepath.Dir(name))}
		if s.questions, err = score.Read(name); err != nil {
			t.Fatal(err)
		}
		s.open(t, filepath.Join(filepath.Dir(name), "docs"))
		all = append(all, s)
	}
	return all
}

// overhear adds up what a set's engine says to messages from people who talk to one another, if the
// set has any.
func (h *heard) overhear(t *testing.T, s set) {
	t.Helper()
	messages, err := score.Read(filepath.Join("testdata", s.name, "heard.jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range messages {
		a, err := s.engine.Answer(t.Context(), knowledge.Question{Text: q.Q, Heard: true})
		if err != nil {
			t.Fatal(err)
		}
		asks, says := q.Expect == string(knowledge.Answered), a.Kind != knowledge.Silent
		if asks {
			h.answerable++
		}
		if says {
			h.said++
		}
		if asks && says {
			h.asked++
		}
	}
}

// heard counts messages that nobody addressed to the advisor.
type heard struct{ said, asked, answerable int }

// open makes the engine on a folder, or on the built-in guides if there is none.
func (s *set) open(t *testing.T, folder string) {
	t.Helper()
	files, _, err := load.Folder(folder)
	if _, missing := os.Stat(folder); errors.Is(missing, fs.ErrNotExist) {
		files, _ = load.Read(guides.FS, "guides/")
		for i := range files {
			files[i].ID, err = strings.TrimSuffix(files[i].ID, ".md"), nil
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	docs, left := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(left) > 0 {
		t.Fatal(left)
	}
	e, err := encoder.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if err := x.Vectors().Make(t.Context(), e, nil); err != nil {
		t.Fatal(err)
	}
	s.docs, s.engine = docs, answer.New(docs, roles.New(docs), x, answer.Options{Encoder: e})
}

// checked is an engine whose answers are checked against their sources.
type checked struct {
	*answer.Engine
	t       *testing.T
	set     string
	sources score.Sources
	offered map[string]bool // questions that it suggests
}

func (c checked) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	a, err := c.Engine.Answer(ctx, q)
	if err := c.sources.Check(a); err != nil {
		c.t.Errorf("%s: %q: %v", c.set, q.Text, err)
	}
	if n := len([]rune(a.Text())); n > knowledge.MaxAnswer {
		c.t.Errorf("%s: %q: %d characters", c.set, q.Text, n)
	}
	for _, s := range a.Suggestions {
		c.offered[s] = true
	}
	return a, err
}

// TestSets asks every set and holds it to its floor. Every text of every answer has to appear word
// for word in what it cites, and every question that is offered has to be answered. What the
// advisor says to people who talk to one another is nearly always what they asked for.
func TestSets(t *testing.T) {
	if race.Enabled {
		t.Skip("SKIPPED: it asks one question after another; what goroutines share is asked of elsewhere")
	}
	var h heard
	for _, s := range sets(t) {
		e := checked{s.engine, t, s.name, score.SourcesOf(s.docs), map[string]bool{}}
		tally, err := score.Run(t.Context(), e, s.questions, score.Options{})
		if err != nil {
			t.Fatal(err)
		}
		share := 100 * float64(tally.Right["all"]) / float64(tally.Total["all"])
		t.Logf("%-10s %d of %d, %.1f %%, floor %.1f %%", s.name, tally.Right["all"], tally.Total["all"], share, floors[s.name])
		if share < floors[s.name] {
			t.Errorf("%s: %.1f %% are right, want at least %.1f %%", s.name, share, floors[s.name])
		}
		if len(e.offered) < 3 {
			t.Errorf("%s: only %d questions are offered", s.name, len(e.offered))
		}
		for q := range e.offered {
			if a, err := s.engine.Answer(t.Context(), knowledge.Question{Text: q}); err != nil || a.Kind != knowledge.Answered {
				t.Errorf("%s: %q is offered: %s, %v", s.name, q, a.Kind, err)
			}
		}
		h.overhear(t, s)
	}
	t.Logf("of %d answers that nobody addressed, %d were asked for; %d messages were answerable", h.said, h.asked, h.answerable)
	if 100*h.asked < 88*h.said || 100*h.asked < 60*h.answerable {
		t.Error("want 88 % of what is said asked for, and 60 % of what can be answered said")
	}
}
