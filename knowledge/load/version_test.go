package load

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
)

// TestParserVersionFollowsTheParsers fails if the golden documents change but the version does not:
// raise it, and note the new sum beside it here.
func TestParserVersionFollowsTheParsers(t *testing.T) {
	sums := map[int]string{7: "5e0c37ab7fb8f73b"}
	names, err := filepath.Glob("testdata/*.golden")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	h := sha256.New()
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		h.Write(data)
	}
	if got := hex.EncodeToString(h.Sum(nil))[:16]; sums[parserVersion] != got {
		t.Errorf("documents are read in another way (%s): raise parserVersion", got)
	}
}
