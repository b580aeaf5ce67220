package load_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/race"
)

var update = flag.Bool("update", false, "write the golden files anew; review the difference")

// TestGolden reads whole documents from testdata; each NAME has to be understood as NAME.golden
// shows.
func TestGolden(t *testing.T) {
	files, _, err := load.Folder("testdata")
	if err != nil {
		t.Fatal(err)
	}
	if race.Enabled {
		t.Log("SKIPPED: the PDFs of testdata: PDFium takes minutes to compile under the race detector; knowledge/load/pdf does it once")
		files = slices.DeleteFunc(files, func(f load.File) bool { return strings.HasSuffix(f.ID, ".pdf") })
	}
	var parser load.Parser
	defer parser.Close()
	docs, bad := parser.ParseAll(t.Context(), files, nil)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	for _, d := range docs {
		t.Run(d.ID, func(t *testing.T) {
			golden := "testdata/" + d.ID + ".golden"
			got := head(d) + "\n" + dump(d)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; write it with: go test ./knowledge/load -run TestGolden -update", err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// head is what a document says about itself, and the anchors of its sections.
func head(d knowledge.Document) string {
	var b strings.Builder
	for _, field := range [][2]string{
		{"title", d.Title}, {"role", d.Role}, {"aliases", strings.Join(d.Aliases, ", ")}, {"source", d.Source},
		{"url", d.URL}, {"owner", d.Owner}, {"date", d.Date}, {"language", d.Language},
	} {
		if field[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
		}
	}
	for _, s := range d.Sections {
		if s.Anchor != "" {
			fmt.Fprintf(&b, "#%s: %s\n", s.Anchor, s.Heading())
		}
	}
	return b.String()
}
