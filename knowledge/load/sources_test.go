package load_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"careeradvisor/knowledge/load"
)

// shared holds material beside a working copy; a fresh clone has none.
const shared = "../../../shared"

// TestSourceSections checks that the headings found in the plain-text source documents are those
// that people named as having the answers.
func TestSourceSections(t *testing.T) {
	f, err := os.Open(shared + "/questions/dev.jsonl")
	if err != nil {
		t.Skip("SKIPPED: no shared folder beside this checkout, so no source documents to check against")
	}
	defer f.Close()
	found := sourceHeadings(t)
	checked := 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var q struct {
			ID   string
			Gold []struct{ Doc, Section string }
		}
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		for _, g := range q.Gold {
			checked++
			if !found[g.Doc+" "+quotes.Replace(g.Section)] {
				t.Errorf("%s: no section %q in document %s", q.ID, g.Section, g.Doc)
			}
		}
	}
	if err := lines.Err(); err != nil || checked == 0 {
		t.Errorf("%d sections checked, %v", checked, err)
	}
}

// sourceHeadings are the headings of the source documents, each following its document's number.
func sourceHeadings(t *testing.T) map[string]bool {
	t.Helper()
	files, bad, err := load.Folder(shared + "/sources")
	if err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	docs, bad := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	found := map[string]bool{}
	for _, d := range docs {
		number, _, _ := strings.Cut(d.ID, "_")
		for _, s := range d.Sections {
			found[number+" "+quotes.Replace(s.Heading())] = true
		}
	}
	return found
}

var quotes = strings.NewReplacer("’", "'", "‘", "'")
