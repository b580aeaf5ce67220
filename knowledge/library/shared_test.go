package library

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
)

// sharing is the library of a process that shares its answers.
func sharing(t *testing.T, s *memoryShared) *Library {
	t.Helper()
	return start(t, Config{Sources: []string{Builtin}, DataDir: t.TempDir(), encoder: &stub{}}, Options{Shared: s})
}

// memoryShared keeps entries in memory.
type memoryShared struct {
	mu      sync.Mutex
	entries []Published
	down    bool
}

var errDown = errors.New("the database is down")

func (m *memoryShared) SaveEntry(_ context.Context, e Published) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return errDown
	}
	if !slices.ContainsFunc(m.entries, func(o Published) bool { return o.Name == e.Name }) {
		m.entries = append(m.entries, e)
	}
	return nil
}

func (m *memoryShared) Entries(context.Context) ([]Published, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return nil, errDown
	}
	return slices.Clone(m.entries), nil
}

func (m *memoryShared) WithdrawEntry(_ context.Context, name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.entries {
		if m.entries[i].Name == name {
			m.entries[i].Withdrawn = true
			return nil
		}
	}
	return errors.New("there is no entry " + name)
}

func (m *memoryShared) withdraw(t *testing.T, name string) {
	t.Helper()
	if err := m.WithdrawEntry(t.Context(), name); err != nil {
		t.Error(err)
	}
}

// looks makes a library look at its files a number of times.
func looks(t *testing.T, l *Library, n int) {
	t.Helper()
	for range n {
		l.watch.rest = 0 // if the machine is slow, some looks are left out
		l.look(t.Context())
	}
}

// journal is a log that is read while it is being written.
type journal struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.String()
}

// TestSharedAnswers are known to other processes at their next tick, and to those that start later.
func TestSharedAnswers(t *testing.T) {
	s := &memoryShared{}
	here, there := sharing(t, s), sharing(t, s)
	id := publish(t, here, parking)
	if !strings.Contains(id, "-where-can-i-park-") {
		t.Errorf("the document is called %s", id)
	}
	if again := publish(t, there, parking); again == id {
		t.Errorf("two processes gave the name %s", id)
	}
	gym := parking
	gym.Question, gym.Answer = "Is there a gym?", "In the cellar."
	publish(t, here, gym)
	pool := parking
	pool.Question, pool.Answer = "Is there a pool?", "On the roof."
	publish(t, there, pool)

	looks(t, there, 2)
	if text, _ := answersOf(t, there, gym.Question); text != gym.Answer {
		t.Errorf("the other process says %q", text)
	}
	if text, _ := answersOf(t, sharing(t, s), gym.Question); text != gym.Answer {
		t.Errorf("a new process says %q", text)
	}

	looks(t, here, 2) // it learns what the other published
	before := here.Status()
	looks(t, here, 3)
	if after := here.Status(); before.Renewed != 3 || after != before {
		t.Errorf("what is known already is opened again: %+v, then %+v", before, after)
	}

	s.withdraw(t, strings.TrimPrefix(id, answersPrefix))
	for _, l := range []*Library{here, there} {
		looks(t, l, 2)
		if _, docs := answersOf(t, l, parking.Question); slices.Contains(docs, id) {
			t.Error("what was withdrawn is answered")
		}
	}
}

// TestPublishWithoutTheDatabase tells the admin, and keeps nothing.
func TestPublishWithoutTheDatabase(t *testing.T) {
	s := &memoryShared{}
	lib := sharing(t, s)
	s.down = true
	_, err := lib.Publish(t.Context(), parking)
	if say := knowledge.Say(err); !strings.HasPrefix(say, "I could not keep your answer: my database") {
		t.Errorf("told %q", say)
	}
	if names, err := answerNames(lib.config.answersDir()); len(names) > 0 || err != nil {
		t.Errorf("left behind: %v, %v", names, err)
	}
	if text, _ := answersOf(t, lib, parking.Question); text != "" {
		t.Errorf("it answers all the same: %s", text)
	}
	if _, docs := answersOf(t, lib, "What is a TPM?"); len(docs) == 0 {
		t.Error("the old library is gone")
	}
	log := &journal{}
	lib.log = slog.New(slog.NewTextHandler(log, nil))
	looks(t, lib, 3)
	if n := strings.Count(log.String(), "cannot be fetched"); n != 1 {
		t.Errorf("the failure is logged %d times: %s", n, log)
	}
}

// TestFetch comes across names that lead out of the folder, and answers that were withdrawn.
func TestFetch(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "in", "answers")
	entry := func(name string) Published { return Published{Name: name, Text: "text of " + name} }
	if err := fetch(dir, []Published{entry("a.md"), entry("b.md")}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "own.md"), "written by hand")
	gone, never := entry("a.md"), entry("z.md")
	gone.Withdrawn, never.Withdrawn = true, true
	changed := entry("b.md")
	changed.Text = "another"
	err := fetch(dir, []Published{entry("../out.md"), entry(".hidden.md"), entry("c/d.md"), entry("e.txt"), gone, changed, entry("f.md"), never})
	if err == nil || !strings.Contains(err.Error(), `"../out.md"`) {
		t.Errorf("the first failure is told as %v", err)
	}
	got, err := answerNames(dir)
	if d := cmp.Diff([]string{"b.md", "f.md", "own.md"}, got); d != "" || err != nil {
		t.Error(d, err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "b.md")); string(text) != "text of b.md" {
		t.Errorf("a file was written again: %s", text)
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "out.md")); err == nil {
		t.Error("a file was written outside the folder")
	}
}
