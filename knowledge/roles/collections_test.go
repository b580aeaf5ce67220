package roles_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/roles"
)

// collections is where the public documents are for which people made lists of roles; they are not
// part of the repository.
var collections = flag.String("collections", "../../../shared/real", "the folder of collections of public documents")

// row is a line of a list: a place that describes a role or level, according to a person who read
// the documents; or, with Why, a role that is found in addition to those.
type row struct{ Doc, Section, Role, Level, Why string }

// title is what the row's role or level is called.
func (r row) title() string {
	switch {
	case r.Level == "":
		return r.Role
	case strings.HasPrefix(r.Level, "Level "):
		return r.Role + " " + r.Level
	}
	return r.Level
}

// TestListedRolesAreFound expects every place that a person listed by hand to belong to the role or
// level that they named, and every role that is found to be on the list.
func TestListedRolesAreFound(t *testing.T) {
	lists, err := filepath.Glob("testdata/*.jsonl")
	if err != nil || len(lists) == 0 {
		t.Fatal("no lists of roles:", err)
	}
	for _, file := range lists {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		t.Run(name, func(t *testing.T) {
			rows := readRows(t, file)
			docs := documents(t, name)
			x := roles.New(docs)
			missed := missing(x, docs, rows)
			t.Logf("%d of %d places", len(rows)-len(missed), len(rows))
			if float64(len(missed)) > mayMiss*float64(len(rows)) {
				t.Errorf("not found:\n%s", strings.Join(missed, "\n"))
			}
			for _, name := range unlisted(x, rows) {
				t.Errorf("%s is no role or level that the list has", name)
			}
		})
	}
}

// mayMiss is the share of the listed places that may be missed.
const mayMiss = 0.08

// missing returns the listed places that are not found.
func missing(x *roles.Index, docs []knowledge.Document, rows []row) []string {
	var out []string
	for _, l := range rows {
		if l.Why != "" {
			continue
		}
		ok := false
		for _, s := range x.In("What does a " + l.title() + " do?").Subjects() {
			ok = ok || slices.ContainsFunc(x.Places(s), func(p roles.Place) bool { return l.is(docs, p) }) || l.isAbout(x, docs, s)
		}
		if !ok {
			out = append(out, fmt.Sprintf("%s: %s > %s", l.title(), l.Doc, l.Section))
		}
	}
	return out
}

// unlisted returns the roles and levels that are found but that nobody listed.
func unlisted(x *roles.Index, rows []row) []string {
	var out []string
	listed := func(name string) bool {
		return slices.ContainsFunc(rows, func(l row) bool { return strings.EqualFold(l.Role, name) || strings.EqualFold(l.Level, name) })
	}
	for _, r := range x.Roles() {
		if !listed(r.Name) {
			out = append(out, fmt.Sprintf("%q in %v", r.Name, r.Places))
		}
		for _, l := range r.Levels {
			if !listed(l.Name) {
				out = append(out, fmt.Sprintf("%q of %q in %v", l.Name, r.Name, l.Places))
			}
		}
	}
	return out
}

// is reports whether a place is the one in the row.
func (r row) is(docs []knowledge.Document, p roles.Place) bool {
	if p.Doc != r.Doc {
		return false
	}
	d := docs[slices.IndexFunc(docs, func(d knowledge.Document) bool { return d.ID == p.Doc })]
	return r.Section == "" || p.Section >= 0 && slices.Contains(d.Sections[p.Section].Path, r.Section)
}

// isAbout reports whether the row's section or document is about a subject.
func (r row) isAbout(x *roles.Index, docs []knowledge.Document, s roles.Subject) bool {
	for _, d := range docs {
		for i, sec := range d.Sections {
			if d.ID == r.Doc && (r.Section == "" || sec.Heading() == r.Section) && slices.Contains(x.About(d.ID, i), s) {
				return true
			}
		}
	}
	return false
}

func readRows(t *testing.T, file string) []row {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []row
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var r row
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		rows = append(rows, r)
	}
	return rows
}

// documents parses a collection, or skips the test if it is not here.
func documents(t *testing.T, name string) []knowledge.Document {
	t.Helper()
	dir := filepath.Join(*collections, name, "docs")
	if here := "../score/testdata/" + name + "/docs"; isDir(here) {
		dir = here
	}
	files, _, err := load.Folder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("SKIPPED: the documents of %s are not in %s", name, dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	docs, _ := new(load.Parser).ParseAll(t.Context(), files, nil)
	return docs
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
