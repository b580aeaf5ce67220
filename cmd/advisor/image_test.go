package main_test

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"testing"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

// TestImageBuildsFromItsContext builds the advisor from the files that an image builder is sent:
// those that .dockerignore does not leave out, and no others.
func TestImageBuildsFromItsContext(t *testing.T) {
	dir := t.TempDir()
	size := copyContext(t, dir)
	if most := 64 << 20; size > most { // half of it is the encoder's weights
		t.Errorf("the context has %d bytes, at most %d: leave out what the build does not need", size, most)
	}
	build := exec.CommandContext(t.Context(), "go", "build", "-o", filepath.Join(t.TempDir(), "advisor"), "./cmd/advisor")
	build.Dir = dir
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestContextLeavesOut keeps whatever is of no use there, or nobody else's business, out of the
// image's layers and out of every build.
func TestContextLeavesOut(t *testing.T) {
	ignored := dockerignore(t)
	for name, want := range map[string]bool{
		".git/config": true, ".ci/run": true, "advisor": true, "advisor-data/advisor.db": true, "deploy/.env": true,
		"deploy/documents/pay.md": true, "docs/operations.md": true, "README.md": true, "bot/testdata/split.json": true,
		"bot/bot_test.go": true, "advisor.test": true, "index/cpu.out": true,
		"go.mod": false, "knowledge/guides/pm.md": false, "deploy/slack/manifest.yaml": false, "cmd/advisor/main.go": false,
	} {
		if got := ignored(t, name); got != want {
			t.Errorf("%s is left out: %v, want %v", name, got, want)
		}
	}
}

// dockerignore reports what the file of that name leaves out, using the rules and the code of
// Docker's own builder.
func dockerignore(t *testing.T) func(t *testing.T, name string) bool {
	t.Helper()
	f, err := os.Open(path.Join(root, ".dockerignore"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	patterns, err := ignorefile.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	rules, err := patternmatcher.New(patterns)
	if err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T, name string) bool {
		t.Helper()
		out, err := rules.MatchesOrParentMatches(name)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// copyContext copies the context to a folder and returns its size in bytes.
func copyContext(t *testing.T, to string) (size int) {
	t.Helper()
	ignored := dockerignore(t)
	walk(t, func(name string, text []byte) {
		if ignored(t, name) {
			return
		}
		at := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, text, 0o644); err != nil {
			t.Fatal(err)
		}
		size += len(text)
	})
	return size
}
