package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFilesAreUpToDate compares the output of gen with the files of the package.
func TestFilesAreUpToDate(t *testing.T) {
	written := files()
	for name, want := range written {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what gen writes (%v): run go generate ./knowledge/encoder/kernel", name, err)
		}
	}
	found, err := filepath.Glob("../*.s")
	if err != nil || len(found) != len(written)-1 {
		t.Errorf("%d assembly files, gen writes %d (%v)", len(found), len(written)-1, err)
	}
}
