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

	"careeradvisor/knowledge/race"
)

// root is the repository, seen from this package.
const root = "../.."

const module = "careeradvisor/"

// sides are the floors: ordered lists. A package may import those that come before it on its side,
// never one that comes after it or is on another side.
var sides = [][]string{
	{
		"knowledge", "knowledge/guides", "knowledge/durable", "knowledge/text",
		"knowledge/load/clean", "knowledge/load/tree", "knowledge/load/grid", "knowledge/load/language", "knowledge/load/front",
		"knowledge/load/markdown", "knowledge/load/plain",
		"knowledge/load/docx", "knowledge/load/rst", "knowledge/load/pdf",
		"knowledge/load", "knowledge/outline", "knowledge/roles",
		"knowledge/encoder/wordpiece", "knowledge/encoder/kernel", "knowledge/encoder/nearest", "knowledge/encoder",
		"knowledge/weights", "knowledge/reading", "knowledge/evidence", "knowledge/shape", "knowledge/talk", "knowledge/answer",
		"knowledge/gaps", "knowledge/practice", "index/vectors", "index/rank", "index",
		"knowledge/library", "knowledge/score",
	},
	{"knowledge", "bot/memory", "bot/store"},
	{"knowledge", "bot/memory", "bot/render", "bot/wire", "bot/inbox", "bot/post", "bot/home", "bot/play", "bot/channels", "bot/handover", "bot/ask", "bot"},
}

// except are the packages that may import less than their side allows, or something else.
var except = map[string]struct {
	ours []string
	why  string
}{
	"knowledge":                    {nil, "every package stands on it, so it stands on nothing"},
	"knowledge/load/clean":         {[]string{"knowledge"}, "it is lines only"},
	"knowledge/load/tree":          {nil, "it is nodes only"},
	"knowledge/load/grid":          {[]string{"knowledge/load/tree"}, "it lays nodes out, and knows no documents"},
	"knowledge/load/language":      {nil, "it is words only"},
	"knowledge/load/front":         {[]string{"knowledge/load/clean", "knowledge/load/tree"}, "it knows no documents"},
	"knowledge/load/plain":         {[]string{"knowledge/load/clean", "knowledge/load/tree"}, "formats know no documents and never one another"},
	"knowledge/load/markdown":      {[]string{"knowledge/load/tree"}, "formats know no documents and never one another"},
	"knowledge/load/docx":          {[]string{"knowledge/load/tree"}, "formats know no documents and never one another"},
	"knowledge/load/rst":           {[]string{"knowledge/load/tree"}, "formats know no documents and never one another"},
	"knowledge/load/pdf":           {[]string{"knowledge/load/tree"}, "formats know no documents and never one another"},
	"knowledge/guides":             {nil, "it is files only"},
	"bot/store/storetest":          {nil, "it makes databases for tests, and knows nothing that is kept in them"},
	"bot/render":                   {[]string{"knowledge", "bot/memory"}, "rendering is pure"},
	"bot/home":                     {[]string{"knowledge", "bot/memory", "bot/render", "bot/wire", "bot/post"}, "rooms side by side never import one another"},
	"bot/play":                     {[]string{"knowledge", "bot/memory", "bot/render", "bot/wire", "bot/post"}, "rooms side by side never import one another"},
	"bot/channels":                 {[]string{"knowledge", "bot/memory", "bot/render", "bot/wire"}, "rooms side by side never import one another"},
	"bot/ask":                      {[]string{"knowledge", "bot/memory", "bot/render", "bot/wire", "bot/inbox", "bot/post", "bot/channels"}, "rooms side by side never import one another; questions are asked by settings"},
	"bot/handover":                 {[]string{"knowledge", "bot/memory", "bot/render", "bot/wire", "bot/post"}, "rooms side by side never import one another"},
	"bot/slackemu":                 {[]string{"bot/slackemu/blockkit"}, "a mistake shared with the bot would hide on both sides of the wire"},
	"bot/slackemu/blockkit":        {nil, "it is Block Kit's law, whoever keeps it"},
	"bot/slackemu/page":            {[]string{"bot/slackemu"}, "it shows any bot's workspace, so it knows none"},
	"bot/slackemu/crowd":           {[]string{"bot/slackemu"}, "it counts what any bot's people read, so it knows none"},
	"index/rank":                   {[]string{"knowledge", "knowledge/text"}, "it ranks passages, however they are kept"},
	"index/jsoniter":               {nil, "it stands in for another module"},
	"knowledge/race":               {nil, "it is a constant"},
	"knowledge/weights":            {[]string{"knowledge"}, "it is numbers only"},
	"knowledge/talk":               {[]string{"knowledge/text", "knowledge/weights"}, "it knows no documents"},
	"deploy/slack":                 {nil, "it is files only"},
	"knowledge/encoder/kernel/gen": {nil, "it writes assembly"},
}

// onlyStandard are the packages that import nothing from outside.
var onlyStandard = []string{"knowledge", "knowledge/guides"}

// home is the only package, along with its rooms and cmd, that may import a certain package from
// outside.
type home struct{ outside, home, why string }

// has reports whether a package is the home, one of its rooms, or only for its tests.
func (h home) has(pkg string) bool {
	inside := pkg == h.home || strings.HasPrefix(pkg, h.home+"/")
	return inside && (h.home != "bot" || !strings.HasPrefix(pkg, "bot/slackemu") && !strings.HasPrefix(pkg, "bot/store"))
}

var homes = []home{
	{"github.com/slack-go/", "bot", "answers must work without Slack, and the local Slack must not share its types"},
	{"github.com/blevesearch/bleve", "index", "engines have to be exchangeable"},
	{"modernc.org/", "bot/store", "databases have to be exchangeable"},
	{"github.com/jackc/pgx", "bot/store", "databases have to be exchangeable"},
	{"github.com/pressly/goose", "bot/store", "databases have to be exchangeable"},
	{"github.com/prometheus/", "bot", "figures are shown by the bot and by cmd; the rest returns what they are made from"},
}

// allowed returns the packages of ours that pkg may import, and the reason why it may import no others.
func allowed(pkg string) (ours []string, why string) {
	if rule, ok := except[pkg]; ok {
		return rule.ours, rule.why
	}
	for _, side := range sides {
		if at := slices.Index(side, pkg); at >= 0 {
			return side[:at], "a package imports what stands before it on its side only"
		}
	}
	return nil, "it stands on no floor: give it a place in the list"
}

// broken names the floors that a package breaks by its imports.
func broken(pkg string, imports []string) []string {
	if pkg == "cmd" || strings.HasPrefix(pkg, "cmd/") {
		return nil
	}
	may, why := allowed(pkg)
	var all []string
	for _, imp := range imports {
		if ours, ok := strings.CutPrefix(imp, module); ok {
			if !slices.Contains(may, ours) {
				all = append(all, pkg+" must not import "+ours+": "+why)
			}
			continue
		}
		first, _, _ := strings.Cut(imp, "/")
		if slices.Contains(onlyStandard, pkg) && strings.Contains(first, ".") {
			all = append(all, pkg+" must not import "+imp+": it imports the standard library only")
		}
		for _, h := range homes {
			if strings.HasPrefix(imp, h.outside) && !h.has(pkg) {
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
	for pkg := range imports {
		if _, ruled := except[pkg]; !ruled && !strings.HasPrefix(pkg, "cmd/") && !slices.ContainsFunc(sides, func(side []string) bool { return slices.Contains(side, pkg) }) {
			t.Errorf("%s stands on no floor: give it a place in the list", pkg)
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
		{"knowledge/load", module + "knowledge/encoder", false},
		{"knowledge/load", module + "knowledge/text", true},
		{"knowledge/roles", module + "knowledge/answer", false},
		{"knowledge/library", module + "index", true},
		{"knowledge/library", module + "knowledge/practice", true},
		{"knowledge/gaps", module + "knowledge/text", true},
		{"knowledge/gaps", module + "knowledge/library", false},
		{"knowledge/practice", module + "knowledge/roles", true},
		{"knowledge/practice", module + "index", false},
		{"knowledge/answer", module + "knowledge/practice", false},
		{"knowledge/library", module + "bot/store", false},
		{"bot", module + "knowledge/answer", false},
		{"bot", module + "bot/memory", true},
		{"bot/store", module + "bot/memory", true},
		{"bot/home", module + "bot/play", false},
		{"bot/wire", module + "bot/render", true},
		{"bot/wire", module + "bot/post", false},
		{"bot/stairs", module + "knowledge", false},
		{"knowledge/answer", module + "knowledge/encoder", true},
		{"knowledge/answer", module + "index", false},
		{"knowledge/answer", "github.com/slack-go/slack", false},
		{"knowledge/answer", "github.com/blevesearch/bleve/v2", false},
		{"index", "github.com/blevesearch/bleve/v2", true},
		{"index", module + "bot", false},
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

// TestNothingForeignIsMentioned keeps the paths and settings of one machine, and marks of unfinished
// work, out of every file. Its patterns are put together from pieces, so that it does not find itself.
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

// ignored matches a file with the build constraint "ignore", which is never met.
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

// walk visits the repository's files, except what git or the advisor keeps and what is built.
func walk(t *testing.T, visit func(name string, text []byte)) {
	t.Helper()
	if race.Enabled {
		t.Skip("SKIPPED: the files are the same without the race detector")
	}
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

func TestPackagesAndTypesAreSmall(t *testing.T) {
	files, methods := map[string]int{}, map[string]int{}
	for _, f := range shipped(t) {
		pkg := path.Dir(f.name)
		files[pkg]++
		whole, err := parser.ParseFile(token.NewFileSet(), f.name, f.text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range whole.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
				methods[pkg+"."+receiver(fn.Recv.List[0].Type)]++
			}
		}
	}
	for pkg, n := range files {
		if n > 25 && !strings.HasPrefix(pkg, "cmd/") {
			t.Errorf("%s has %d files, at most 25: part it by its ideas", pkg, n)
		}
	}
	for name, n := range methods {
		if n > 30 {
			t.Errorf("%s has %d methods, at most 30: part it by who calls them", name, n)
		}
	}
}

// receiver is the name of a method's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}
