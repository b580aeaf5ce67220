package load_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/load"
)

var update = flag.Bool("update", false, "write the golden files anew; review the difference")

// TestGolden reads whole documents of testdata; each NAME is to be understood as
// NAME.golden shows it.
func TestGolden(t *testing.T) {
	files, bad, err := load.Folder("testdata")
	if err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	docs, bad := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	for _, d := range docs {
		t.Run(d.ID, func(t *testing.T) {
			golden := "testdata/" + d.ID + ".golden"
			got := fmt.Sprintf("title: %s\nrole: %s\naliases: %s\nsource: %s\ndate: %s\n\n%s",
				d.Title, d.Role, strings.Join(d.Aliases, ", "), d.Source, d.Date, dump(d))
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
