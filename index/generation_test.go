package index_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// note is a document with a single passage, text.
func note(id, text string) knowledge.Document {
	return knowledge.Document{ID: id, Title: id, Sections: []knowledge.Section{{
		Path:     []string{"Note", "Of <today>"},
		Passages: []knowledge.Passage{{ID: id + "#1", Doc: id, Section: []string{"Note", "Of <today>"}, Kind: knowledge.Item, Label: text, Text: text, Group: 1}},
	}}}
}

func finds(t *testing.T, x *index.Index, word string) bool {
	t.Helper()
	hits, err := x.Search(t.Context(), knowledge.Query{Text: word})
	if err != nil {
		t.Fatal(err)
	}
	return len(hits) > 0
}

// kept are the names of the generations in a folder, oldest first.
func kept(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "gen-*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	return names
}

func TestBuildAndOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "index")
	docs := []knowledge.Document{
		{ID: "b", Title: "Titel & <b>", Role: "Baker", Aliases: []string{"B"}, Source: "s", Date: "2026-01-02"},
		note("a", "The oven's “hot” — 200\u2009°C."),
	}
	name := build(t, dir, docs, "first\n/../")
	x := open(t, dir)
	if x.Generation() != name || x.Fingerprint() != "first\n/../" || x.Trouble() != nil {
		t.Errorf("generation %q, fingerprint %q, trouble %v; built %q", x.Generation(), x.Fingerprint(), x.Trouble(), name)
	}
	if diff := cmp.Diff(docs, x.Documents(), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("documents (-built +opened):\n%s", diff)
	}
	if !finds(t, x, "oven") || !finds(t, x, "ovne") {
		t.Error("does not find its own word, or the same with a typing error")
	}
	memory := inMemory(t, docs)
	q := knowledge.Query{Text: "hot oven note"}
	want, _ := memory.Search(t.Context(), q)
	got, _ := x.Search(t.Context(), q)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("hits (-memory +disk):\n%s", diff)
	}
}

func TestProgress(t *testing.T) {
	d := knowledge.Document{ID: "a", Sections: []knowledge.Section{{}}}
	for range 2500 {
		d.Sections[0].Passages = append(d.Sections[0].Passages, knowledge.Passage{Text: "oven"})
	}
	var got [][2]int
	x, err := index.Build(t.Context(), t.TempDir(), []knowledge.Document{d}, "", index.Options{Progress: func(done, total int) {
		got = append(got, [2]int{done, total})
	}})
	if err == nil {
		err = x.Close()
	}
	want := [][2]int{{1000, 2500}, {2000, 2500}, {2500, 2500}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("progress (-want +got), %v:\n%s", err, diff)
	}
}

func TestOldGenerationsGo(t *testing.T) {
	dir := t.TempDir()
	first := build(t, dir, []knowledge.Document{note("a", "first")}, "1")
	reader := open(t, dir)
	second := build(t, dir, []knowledge.Document{note("a", "second")}, "2")
	third := build(t, dir, []knowledge.Document{note("a", "third")}, "3")
	if diff := cmp.Diff([]string{first, second, third}, kept(t, dir)); diff != "" {
		t.Errorf("while the first is open (-want +got):\n%s", diff)
	}
	if !finds(t, reader, "first") || finds(t, reader, "third") {
		t.Error("an open index changes with a build")
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	fourth := build(t, dir, []knowledge.Document{note("a", "fourth")}, "4")
	if diff := cmp.Diff([]string{third, fourth}, kept(t, dir)); diff != "" {
		t.Errorf("once the first is closed (-want +got):\n%s", diff)
	}
}

func TestFailedBuildChangesNothing(t *testing.T) {
	dir := t.TempDir()
	name := build(t, dir, []knowledge.Document{note("a", "first")}, "1")
	for _, at := range []string{"before", "during"} {
		ctx, cancel := context.WithCancel(t.Context())
		if at == "before" {
			cancel()
		}
		_, err := index.Build(ctx, dir, []knowledge.Document{note("a", "second")}, "2", index.Options{Progress: func(int, int) { cancel() }})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped %s: error %v, want context.Canceled", at, err)
		}
		if diff := cmp.Diff([]string{name}, kept(t, dir)); diff != "" {
			t.Errorf("stopped %s (-want +got):\n%s", at, diff)
		}
		if x := open(t, dir); !finds(t, x, "first") || x.Trouble() != nil {
			t.Errorf("stopped %s: the generation before is not the current one (%v)", at, x.Trouble())
		}
	}
}

func TestBuildersTakeTurns(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			text := strings.Repeat("x", i+1)
			x, err := index.Build(t.Context(), dir, []knowledge.Document{note("a", text)}, text, index.Options{})
			if err == nil {
				err = x.Close()
			}
			if err != nil {
				t.Errorf("builder %d: %v", i, err)
			}
		})
	}
	all.Wait()
	x := open(t, dir)
	if !strings.HasPrefix(x.Generation(), "gen-000004-") || x.Trouble() != nil || !finds(t, x, x.Fingerprint()) {
		t.Errorf("after four builds: generation %s, %v", x.Generation(), x.Trouble())
	}
}

// A builder whose time runs out while another is building says so.
func TestBuilderGivesUp(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	x, err := index.Build(t.Context(), dir, []knowledge.Document{note("a", "first")}, "1", index.Options{Progress: func(int, int) {
		cancel()
		_, err := index.Build(ctx, dir, nil, "2", index.Options{})
		if say := knowledge.Say(err); !errors.Is(err, context.Canceled) || !strings.Contains(say, dir) || !strings.Contains(say, "another process") {
			t.Errorf("second builder: %q (%v)", say, err)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, x)
}

func TestManyOpenOneGeneration(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []knowledge.Document{note("a", "oven")}, "1")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			x, err := index.Open(dir)
			if err != nil {
				t.Error(err)
				return
			}
			if !finds(t, x, "oven") {
				t.Error("does not find")
			}
			if err := x.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// Builds and opens happen at the same time, as when one process indexes and others serve.
func TestOpenDuringBuilds(t *testing.T) {
	dir := t.TempDir()
	build(t, dir, []knowledge.Document{note("a", "oven")}, "0")
	ctx, cancel := context.WithCancel(t.Context())
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for ctx.Err() == nil {
				x, err := index.Open(dir)
				if err != nil {
					t.Errorf("%v", err)
					return
				}
				if !finds(t, x, "oven") {
					t.Error("an open generation does not find")
				}
				if err := x.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 6 {
		build(t, dir, []knowledge.Document{note("a", "oven")}, "n")
	}
	cancel()
	all.Wait()
}

func TestBuildWhereItCannot(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	locked := t.TempDir()
	if err := os.Mkdir(filepath.Join(locked, "LOCK"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"a file": file, "below a file": filepath.Join(file, "x"), "a broken lock": locked} {
		_, err := index.Build(t.Context(), dir, nil, "", index.Options{})
		said, ok := errors.AsType[*knowledge.Error](err)
		if !ok || !strings.Contains(said.Say, dir) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if slices.Contains(kept(t, locked), "gen") {
		t.Error("a generation was begun without the lock")
	}
}
