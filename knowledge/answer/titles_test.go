package answer_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// collections is where the folders of public documents lie that lists of roles were
// made of; they are no part of the repository.
var collections = flag.String("collections", "../../../shared/real", "the folder of collections of public documents")

// ownPlace is the share of roles, and of levels, that are answered from the page or
// section that is about them.
const ownPlace = 0.92

// TestEveryTitle asks "What does a … do?" of every role and level that a person who
// read the documents listed, and wants the first citation to be its own page or section.
func TestEveryTitle(t *testing.T) {
	lists, err := filepath.Glob("../roles/testdata/*.jsonl")
	if err != nil || len(lists) == 0 {
		t.Fatal("no lists of roles:", err)
	}
	right, asked := 0, 0
	for _, list := range lists {
		name := strings.TrimSuffix(filepath.Base(list), ".jsonl")
		rows := readTitles(t, list)
		if len(rows) == 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			r, n := askTitles(t, collection(t, name), rows)
			t.Logf("%d of %d", r, n)
			right, asked = right+r, asked+n
		})
	}
	if asked == 0 || float64(right) < ownPlace*float64(asked) {
		t.Errorf("%d of %d titles are answered from their own place first, want %.0f %%", right, asked, 100*ownPlace)
	}
}

// title is a row of a list: a place that describes a role or level, or with Why one
// that is found beside those.
type title struct{ Doc, Section, Role, Level, Why string }

// name is what a person would call it.
func (l title) name() string {
	switch {
	case l.Level == "":
		return l.Role
	case strings.HasPrefix(l.Level, "Level "):
		return l.Role + " " + l.Level
	}
	return l.Level
}

// has reports whether a citation is of the place.
func (l title) has(c knowledge.Citation) bool {
	return c.Doc == l.Doc && (l.Section == "" || slices.Contains(strings.Split(c.Section, " > "), l.Section))
}

func readTitles(t *testing.T, file string) []title {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []title
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l title
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if l.Why == "" {
			rows = append(rows, l)
		}
	}
	return rows
}

// collection opens documents of testdata or a collection, or skips what is not here.
func collection(t *testing.T, name string) library {
	t.Helper()
	if _, err := os.Stat("../score/testdata/" + name + "/docs"); err == nil {
		return open(t, name)
	}
	dir := filepath.Join(*collections, name, "docs")
	files, _, err := load.Folder(dir)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("SKIPPED: the documents of %s are not in %s", name, dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	docs, _ := new(load.Parser).ParseAll(context.Background(), files, nil)
	lib, err := build(docs)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// askTitles counts the titles that are answered from their own place first.
func askTitles(t *testing.T, lib library, rows []title) (right, asked int) {
	var names []string
	for _, l := range rows {
		if !slices.Contains(names, l.name()) {
			names = append(names, l.name())
		}
	}
	for _, name := range names {
		article := "a"
		if strings.ContainsRune("AEIOUaeiou", rune(name[0])) {
			article = "an"
		}
		a := lib.ask(t, "What does "+article+" "+name+" do?")
		own := func(l title) bool { return l.name() == name && len(a.Citations) > 0 && l.has(a.Citations[0]) }
		if a.Kind == knowledge.Answered && slices.ContainsFunc(rows, own) {
			right++
		} else {
			t.Logf("%s: %s %v", name, a.Kind, a.Citations)
		}
	}
	return right, len(names)
}
