package library

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAFolderMayListItsRoles, and is told what is wrong with the list.
func TestAFolderMayListItsRoles(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "night.md"), "# Who comes at night\n\nShe brings the keys and checks every door.\n")
	list := filepath.Join(dir, "roles.yaml")
	l := from(t, t.TempDir(), dir)
	about := func() []string {
		g, done := l.Read()
		defer done()
		return g.About("night.md", 0)
	}
	leftOut := func() string {
		g, done := l.Read()
		defer done()
		var all []string
		for _, o := range g.LeftOut {
			all = append(all, o.Why)
		}
		return strings.Join(all, "\n")
	}
	if got := about(); len(got) > 0 {
		t.Fatalf("it is about %q without a list", got)
	}
	write(t, list, "roles:\n  - name: Night Porter\n    documents: [night.md, day.md]\n")
	looks(t, l, 2)
	if got := about(); !slices.Equal(got, []string{"Night Porter"}) {
		t.Errorf("it is about %q", got)
	}
	if got := leftOut(); !strings.Contains(got, `"roles.yaml" names "day.md", which does not exist`) {
		t.Errorf("left out: %s", got)
	}
	write(t, list, "roles: 7\n")
	looks(t, l, 2)
	if got := leftOut(); !strings.Contains(got, `The file "roles.yaml" is not the YAML`) || len(about()) > 0 {
		t.Errorf("about %q; left out: %s", about(), got)
	}
}
