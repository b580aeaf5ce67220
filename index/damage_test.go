package index_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// damages are what can happen to the folder of an index; each gets the path of the folder and that
// of the current generation.
var damages = []struct {
	name   string
	damage func(t *testing.T, dir, generation string)
	says   string // part of the sentence for people
}{
	{"CURRENT leads outside", func(t *testing.T, dir, _ string) { current(t, dir, "../../etc") }, "CURRENT does not name"},
	{"CURRENT is absolute", func(t *testing.T, dir, _ string) { current(t, dir, "/etc") }, "CURRENT does not name"},
	{"CURRENT leads outside through a generation", func(t *testing.T, dir, g string) { current(t, dir, filepath.Base(g)+"/../..") }, "CURRENT does not name"},
	{"CURRENT is empty", func(t *testing.T, dir, _ string) { current(t, dir, "") }, "CURRENT does not name"},
	{"CURRENT is long", func(t *testing.T, dir, _ string) { current(t, dir, strings.Repeat("gen-", 1<<20)) }, "CURRENT does not name"},
	{"CURRENT is a folder", func(t *testing.T, dir, _ string) {
		remove(t, filepath.Join(dir, "CURRENT"))
		must(t, os.Mkdir(filepath.Join(dir, "CURRENT"), 0o700))
	}, "CURRENT"},
	{"CURRENT names nothing", func(t *testing.T, dir, _ string) { current(t, dir, "gen-000099-00000000") }, "gen-000099-00000000: it was not finished"},
	{"documents are cut off", func(t *testing.T, _, g string) { cut(t, filepath.Join(g, "documents.jsonl")) }, "it is damaged"},
	{"documents are missing", func(t *testing.T, _, g string) { remove(t, filepath.Join(g, "documents.jsonl")) }, "it is damaged"},
	{"documents are changed", func(t *testing.T, _, g string) { change(t, filepath.Join(g, "documents.jsonl"), "oven", "Oven") }, "it is damaged"},
	{"Bleve's store is missing", func(t *testing.T, _, g string) { remove(t, filepath.Join(g, "bleve")) }, "it is damaged"},
	{"Bleve's root is missing", func(t *testing.T, _, g string) { remove(t, filepath.Join(g, "bleve", "store", "root.bolt")) }, "it is damaged"},
	{"a segment is cut off", func(t *testing.T, _, g string) { cut(t, segment(t, g)) }, "it is damaged"},
	{"a segment is empty", func(t *testing.T, _, g string) { must(t, os.Truncate(segment(t, g), 0)) }, "it is damaged"},
	{"the manifest is missing", func(t *testing.T, _, g string) { remove(t, filepath.Join(g, "manifest.json")) }, "it was not finished"},
	{"the manifest is garbage", func(t *testing.T, _, g string) {
		must(t, os.WriteFile(filepath.Join(g, "manifest.json"), []byte("\x00{[garbage"), 0o600))
	}, "it is damaged"},
	{"the manifest is empty", func(t *testing.T, _, g string) { must(t, os.Truncate(filepath.Join(g, "manifest.json"), 0)) }, "it is damaged"},
	{"the manifest counts other documents", func(t *testing.T, _, g string) {
		change(t, filepath.Join(g, "manifest.json"), `"documents": 1`, `"documents": 2`)
	}, "it is damaged"},
	{"the manifest lists no files", func(t *testing.T, _, g string) {
		change(t, filepath.Join(g, "manifest.json"), `"documents.jsonl": "`, `"other.jsonl": "`)
	}, "it is damaged"},
	{"another format", func(t *testing.T, _, g string) {
		change(t, filepath.Join(g, "manifest.json"), `"format": 3`, `"format": 7`)
	}, "another version"},
	{"another mapping", func(t *testing.T, _, g string) {
		change(t, filepath.Join(g, "manifest.json"), `"mapping": 2`, `"mapping": 7`)
	}, "another version"},
	{"the generation is gone", func(t *testing.T, _, g string) { remove(t, g) }, "it was not finished"},
	{"the generation is a link", func(t *testing.T, dir, g string) {
		away := filepath.Join(t.TempDir(), "away")
		must(t, os.Rename(g, away))
		must(t, os.Symlink(away, g))
	}, "damaged"},
}

func TestDamagedAlone(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // it is the disk that takes time
			dir := filepath.Join(t.TempDir(), "index")
			name := build(t, dir, []knowledge.Document{note("a", "oven")}, "1")
			c.damage(t, dir, filepath.Join(dir, name))
			x, err := index.Open(dir)
			if err == nil {
				// The generation itself is intact: only CURRENT is wrong.
				defer x.Close()
				err = x.Trouble()
				if x.Generation() != name || !finds(t, x, "oven") || !strings.Contains(c.name, "CURRENT") {
					t.Errorf("opens %s", x.Generation())
				}
			}
			told(t, err, dir, c.says)
		})
	}
}

func TestDamagedFallsBack(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // it is the disk that takes time
			dir := filepath.Join(t.TempDir(), "index")
			build(t, dir, []knowledge.Document{note("a", "oven")}, "1")
			name := build(t, dir, []knowledge.Document{note("a", "oven")}, "2")
			c.damage(t, dir, filepath.Join(dir, name))
			x := open(t, dir)
			if !finds(t, x, "oven") {
				t.Error("does not find")
			}
			told(t, x.Trouble(), dir, c.says)

			next := build(t, dir, []knowledge.Document{note("a", "new")}, "3")
			if x := open(t, dir); x.Generation() != next || x.Trouble() != nil {
				t.Errorf("after another build: %s, trouble %v", x.Generation(), x.Trouble())
			}
		})
	}
}

// told checks a sentence for people: it has to name the folder, what happened, and the fix.
func told(t *testing.T, err error, dir, says string) {
	t.Helper()
	said, ok := errors.AsType[*knowledge.Error](err)
	if !ok {
		t.Fatalf("error %v, want a knowledge.Error", err)
	}
	for _, part := range []string{dir, says, "`advisor index`"} {
		if !strings.Contains(said.Say, part) {
			t.Errorf("says %q, without %q", said.Say, part)
		}
	}
}

func TestOpenNone(t *testing.T) {
	empty := t.TempDir()
	unfinished := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(unfinished, "gen-000001-0123abcd", "work"), 0o700))
	for name, c := range map[string]struct {
		dir  string
		none bool
	}{
		"empty":      {empty, true},
		"missing":    {filepath.Join(empty, "nowhere"), true},
		"unfinished": {unfinished, false},
	} {
		_, err := index.Open(c.dir)
		if errors.Is(err, index.ErrNone) != c.none {
			t.Errorf("%s: %v", name, err)
		}
		told(t, err, c.dir, "please run")
	}
	if entries, _ := os.ReadDir(empty); len(entries) > 0 {
		t.Errorf("Open leaves %v behind", entries)
	}
	build(t, unfinished, nil, "")
	if names := kept(t, unfinished); len(names) != 1 || !strings.HasPrefix(names[0], "gen-000002-") {
		t.Errorf("a build leaves the unfinished one: %v", names)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func current(t *testing.T, dir, text string) {
	must(t, os.WriteFile(filepath.Join(dir, "CURRENT"), []byte(text), 0o600))
}

func remove(t *testing.T, path string) { must(t, os.RemoveAll(path)) }

func cut(t *testing.T, path string) {
	info, err := os.Stat(path)
	must(t, err)
	must(t, os.Truncate(path, info.Size()/2))
}

func change(t *testing.T, path, from, to string) {
	data, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Contains(data, []byte(from)) {
		t.Fatalf("%s has no %s:\n%s", path, from, data)
	}
	must(t, os.WriteFile(path, bytes.ReplaceAll(data, []byte(from), []byte(to)), 0o600))
}

// segment is a file with Bleve's postings.
func segment(t *testing.T, generation string) (path string) {
	must(t, filepath.WalkDir(generation, func(p string, d fs.DirEntry, err error) error {
		if filepath.Ext(p) == ".zap" {
			path = p
		}
		return err
	}))
	return path
}
