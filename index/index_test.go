package index_test

import (
	"path/filepath"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

func TestMemory(t *testing.T) {
	run(t, func(t *testing.T, docs []knowledge.Document) *index.Index {
		return inMemory(t, docs)
	})
}

func TestDisk(t *testing.T) {
	run(t, func(t *testing.T, docs []knowledge.Document) *index.Index {
		dir := filepath.Join(t.TempDir(), "index")
		build(t, dir, docs, "a fingerprint")
		return open(t, dir)
	})
}

func inMemory(t *testing.T, docs []knowledge.Document) *index.Index {
	t.Helper()
	x, err := index.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	return closed(t, x)
}

func open(t *testing.T, dir string) *index.Index {
	t.Helper()
	x, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return closed(t, x)
}

func closed(t *testing.T, x *index.Index) *index.Index {
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return x
}

func build(t *testing.T, dir string, docs []knowledge.Document, fingerprint string) string {
	t.Helper()
	x, err := index.Build(t.Context(), dir, docs, fingerprint, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return x.Generation()
}
