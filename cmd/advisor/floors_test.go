package main_test

import (
	"bytes"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the repository, seen from this package.
const root = "../.."

const module = "careeradvisor/"

// floor says what a package may import.
type floor struct {
	ours     []string // packages of this module
	standard bool     // nothing from outside but the standard library
	why      string
}

// floors are the packages with a rule of their own; [common] holds for the rest.
var floors = map[string]floor{
	"knowledge":          {standard: true, why: "every package stands on it, so it stands on nothing"},
	"knowledge/guides":   {standard: true, why: "it is files only"},
	"knowledge/answer":   {ours: []string{"knowledge", "knowledge/meaning"}, why: "answers have to be the same whatever searches and whoever asks"},
	"bot/slackemu":       {why: "a mistake shared with the bot would hide on both sides of the wire"},
	"bot/slackemu/page":  {ours: []string{"bot/slackemu"}, why: "it shows any bot's workspace, so it knows none"},
	"bot/slackemu/crowd": {ours: []string{"bot/slackemu"}, why: "it counts what any bot's people read, so it knows none"},
}

var common = floor{ours: []string{"knowledge"}, why: "packages side by side never import one another: only cmd knows concrete types"}

// homes are the packages that alone, with the package for their tests, may import
// one from outside, besides cmd.
var homes = []struct{ outside, home, why string }{
	{"github.com/slack-go/", "bot", "answers must work without Slack, and the local Slack must not share its types"},
	{"github.com/blevesearch/bleve", "index", "engines have to be exchangeable"},
	{"modernc.org/", "bot/store", "databases have to be exchangeable"},
	{"github.com/jackc/pgx", "bot/store", "databases have to be exchangeable"},
	{"github.com/pressly/goose", "bot/store", "databases have to be exchangeable"},
	{"github.com/prometheus/", "bot", "figures are shown by the bot and by cmd; the rest returns what they are made from"},
}

// broken names the floors that a package breaks by importing what it does.
func broken(pkg string, imports []string) []string {
	if pkg == "cmd" || strings.HasPrefix(pkg, "cmd/") {
		return nil
	}
	rule, ok := floors[pkg]
	if !ok {
		rule = common
	}
	var all []string
	for _, imp := range imports {
		if ours, ok := strings.CutPrefix(imp, module); ok {
			if !slices.Contains(rule.ours, ours) {
				all = append(all, pkg+" must not import "+ours+": "+rule.why)
			}
			continue
		}
		first, _, _ := strings.Cut(imp, "/")
		if rule.standard && strings.Contains(first, ".") {
			all = append(all, pkg+" must not import "+imp+": "+rule.why)
		}
		for _, h := range homes {
			if strings.HasPrefix(imp, h.outside) && pkg != h.home && pkg != path.Join(h.home, path.Base(h.home)+"test") {
				all = append(all, pkg+" must not import "+imp+", whose home is "+h.home+": "+h.why)
			}
		}
	}
	return all
}

func TestFloorsAreKept(t *testing.T) {
	imports := map[string][]string{}
	for _, f := range shipped(t) {
		pkg := path.Dir(f.name)
		all := imports[pkg]
		for _, i := range f.syntax.Imports {
			imp, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, imp)
		}
		imports[pkg] = all
	}
	for pkg, all := range imports {
		slices.Sort(all)
		for _, b := range broken(pkg, slices.Compact(all)) {
			t.Error(b)
		}
	}
	for pkg := range floors {
		if _, ok := imports[pkg]; !ok {
			t.Errorf("the rule for %s is about no package", pkg)
		}
	}
}

func TestBrokenFloorsAreNoticed(t *testing.T) {
	for _, c := range []struct {
		pkg, imp string
		ok       bool
	}{
		{"knowledge", "strings", true},
		{"knowledge", "golang.org/x/text/unicode/norm", false},
		{"knowledge", module + "knowledge/load", false},
		{"knowledge/load", module + "knowledge", true},
		{"knowledge/load", "go.yaml.in/yaml/v3", true},
		{"knowledge/load", module + "knowledge/meaning", false},
		{"knowledge/answer", module + "knowledge/meaning", true},
		{"knowledge/answer", module + "index", false},
		{"knowledge/answer", "github.com/slack-go/slack", false},
		{"knowledge/answer", "github.com/blevesearch/bleve/v2", false},
		{"index", "github.com/blevesearch/bleve/v2", true},
		{"index", module + "bot", false},
		{"index/opensearch", module + "index", false},
		{"bot", "github.com/slack-go/slack/socketmode", true},
		{"bot", module + "bot/store", false},
		{"bot/store", module + "bot", false},
		{"bot/store", "github.com/jackc/pgx/v5/stdlib", true},
		{"bot/store/storetest", "github.com/jackc/pgx/v5", true},
		{"bot/store/storetest", module + "bot/store", false},
		{"bot", "modernc.org/sqlite", false},
		{"bot/slackemu", module + "knowledge", false},
		{"bot/slackemu", "github.com/slack-go/slack", false},
		{"bot/slackemu", "github.com/gorilla/websocket", true},
		{"bot/slackemu", module + "bot/slackemu/page", false},
		{"bot/slackemu/page", module + "bot/slackemu", true},
		{"bot/slackemu/page", module + "bot", false},
		{"cmd/advisor", module + "bot/store", true},
	} {
		if b := broken(c.pkg, []string{c.imp}); (len(b) == 0) != c.ok {
			t.Errorf("%s imports %s: %q", c.pkg, c.imp, b)
		}
	}
}

func TestEachPackageHasOneComment(t *testing.T) {
	comments := map[string][]string{}
	begins := regexp.MustCompile(`^(Package|Command) (\w+)\b`)
	for _, f := range shipped(t) {
		pkg := path.Dir(f.name)
		found := comments[pkg]
		if f.syntax.Doc != nil {
			found = append(found, f.name)
			if m := begins.FindStringSubmatch(f.syntax.Doc.Text()); m == nil || m[2] != path.Base(pkg) {
				t.Errorf("%s: the package comment does not begin with its package: %.40q", f.name, f.syntax.Doc.Text())
			}
		}
		comments[pkg] = found
	}
	for pkg, files := range comments {
		if len(files) != 1 {
			t.Errorf("%s has %d package comments %q, want one that says its job and what it must not know", pkg, len(files), files)
		}
	}
}

func TestFilesHoldOneIdea(t *testing.T) {
	const most = 400 // lines; aim at 250
	for _, f := range shipped(t) {
		if n := bytes.Count(f.text, []byte("\n")); n > most {
			t.Errorf("%s has %d lines, at most %d: part it by its ideas", f.name, n, most)
		}
	}
}

// TestNothingForeignIsMentioned keeps the paths and settings of one machine, and
// marks of work left open, out of every file. Its patterns are put together from
// pieces, so that it does not find itself.
func TestNothingForeignIsMentioned(t *testing.T) {
	foreign := map[string]*regexp.Regexp{
		"a path of one machine": regexp.MustCompile(`(^|[^\w.~-])/(` + `home|Users|root|work` + `)/`),
		"a registry setting":    regexp.MustCompile("GOPRO" + "XY=|--index" + "-url|--regis" + "try"),
		"work left open":        regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|X` + `XX|not imple` + `mented|unimple` + `mented)\b`),
	}
	walk(t, func(name string, text []byte) {
		if path.Ext(name) == ".sum" || bytes.IndexByte(text, 0) >= 0 {
			return
		}
		for what, re := range foreign {
			if at := re.FindIndex(text); at != nil {
				line := 1 + bytes.Count(text[:at[0]], []byte("\n"))
				t.Errorf("%s:%d mentions %s: %q", name, line, what, text[at[0]:at[1]])
			}
		}
	})
}

// goFile is a file of a package as it is built.
type goFile struct {
	name   string // in the repository, with slashes
	text   []byte
	syntax *ast.File // imports and package comment only
}

// shipped are the Go files that are neither tests nor left out of every build.
func shipped(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	walk(t, func(name string, text []byte) {
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			return
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if !ignored(syntax) {
			files = append(files, goFile{name, text, syntax})
		}
	})
	if len(files) == 0 {
		t.Fatal("no Go files found")
	}
	return files
}

// ignored tells a file with the build constraint "ignore", which is never met.
func ignored(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			expr, err := constraint.Parse(c.Text)
			if err == nil && c.Pos() < f.Package && expr.String() == "ignore" {
				return true
			}
		}
	}
	return false
}

// walk visits the repository's files, but not what git or the advisor keeps or
// what is built.
func walk(t *testing.T, visit func(name string, text []byte)) {
	t.Helper()
	fsys := os.DirFS(root)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || d.Name() == "advisor-data"):
			return fs.SkipDir
		case !d.Type().IsRegular(), name == ".git", name == "advisor", path.Ext(name) == ".test", path.Ext(name) == ".out":
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err == nil {
			visit(name, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
