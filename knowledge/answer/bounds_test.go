package answer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"careeradvisor/knowledge/text"
)

// The engine reads: it must not grow mechanisms and lists of words until it knows by heart the
// questions that it is measured by.
const (
	maxLines      = 2000 // of a package, without tests
	maxWhole      = 3090 // of all of them: new ways of finding answers must not make it grow
	maxListed     = 12   // words of English in one literal
	maxUtterances = 120
)

// packages are the packages that make up the engine, as seen from here.
var packages = []string{".", "../weights", "../reading", "../evidence", "../shape", "../talk"}

// sources are a package's Go files, without tests.
func sources(t *testing.T, pkg string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(pkg, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var code []string
	for _, name := range all {
		switch {
		case strings.HasSuffix(name, "_test.go"), filepath.Base(name) == "testdata", filepath.Base(name) == "utterances.txt", filepath.Base(name) == "utterances.vectors":
		case filepath.Base(name) == "asking.txt" && !word.MatchString(read(t, name)): // but numbers
		case strings.HasSuffix(name, ".go"):
			code = append(code, name)
		default:
			t.Errorf("%s is neither Go nor the utterances: what the engine knows of words is in the documents", name)
		}
	}
	if len(code) == 0 {
		t.Errorf("%s has no Go files", pkg)
	}
	return code
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTheEngineStaysSmall(t *testing.T) {
	whole := 0
	for _, pkg := range packages {
		lines := 0
		for _, name := range sources(t, pkg) {
			lines += strings.Count(read(t, name), "\n")
		}
		if lines > maxLines {
			t.Errorf("%s has %d lines, at most %d", pkg, lines, maxLines)
		}
		whole += lines
	}
	if whole > maxWhole {
		t.Errorf("%d lines in all, at most %d", whole, maxWhole)
	}
	said := 0
	for line := range strings.Lines(read(t, "../talk/utterances.txt")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			said++
		}
	}
	if said > maxUtterances {
		t.Errorf("%d utterances, at most %d", said, maxUtterances)
	}
}

// TestNoListsOfWords allows every string, and every list or set of strings, only a few words
// besides those of grammar.
func TestNoListsOfWords(t *testing.T) {
	for _, pkg := range packages {
		for _, name := range sources(t, pkg) {
			for at, words := range listed(t, name, read(t, name)) {
				t.Errorf("%s lists %d words: %s", at, len(words), strings.Join(words, " "))
			}
		}
	}
}

func TestListsOfWordsAreNoticed(t *testing.T) {
	const long = "pay salary wage earn money compensation bonus income stock equity payroll raise pension"
	for src, want := range map[string]bool{
		`text.Set("` + long + `")`:                                                           true,
		"text.Set(`" + long + "`)":                                                           true,
		`regexp.MustCompile("` + strings.Fields(long)[0] + `|pay")`:                          false,
		`regexp.MustCompile("\\b(` + strings.ReplaceAll(long, " ", "|") + `)\\b")`:           true,
		`[]string{"` + strings.ReplaceAll(long, " ", `", "`) + `"}`:                          true,
		`map[string]bool{"` + strings.ReplaceAll(long, " ", `": true, "`) + `": true}`:       true,
		`map[string][]string{"pay": {"` + strings.ReplaceAll(long, " ", `", "`) + `"}}`:      true,
		`"` + long[:30] + `" + "` + long[30:] + `"`:                                          true,
		`text.Set("how what who whom when where why which is are do does can could should")`: false,
		`"Line %d of %q has only one word: put commas between words that mean the same."`:    false,
	} {
		if got := listed(t, "x.go", "package x\n\nvar x = "+src+"\n"); (len(got) > 0) != want {
			t.Errorf("%s: %v", src, got)
		}
	}
}

var word = regexp.MustCompile(`\p{L}{2,}`)

// listed returns the literals with too many words, by their place.
func listed(t *testing.T, name, src string) map[string][]string {
	t.Helper()
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.BasicLit, *ast.BinaryExpr, *ast.CompositeLit:
			if words := wordsIn(n.(ast.Expr)); len(words) > maxListed {
				found[files.Position(n.Pos()).String()] = words
			}
		case *ast.ImportSpec:
			return false
		}
		return true
	})
	return found
}

// wordsIn returns the words of a literal, leaving out those of grammar: of a string, of several
// strings joined, or of all strings in a list. A list of named values is a table.
func wordsIn(e ast.Expr) (words []string) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if e.Kind != token.STRING || err != nil {
			return nil
		}
		for _, w := range word.FindAllString(s, -1) {
			named := strings.ToLower(w[1:]) != w[1:] // an identifier
			if !named && !text.IsFunction(strings.ToLower(w)) {
				words = append(words, w)
			}
		}
	case *ast.BinaryExpr:
		words = append(wordsIn(e.X), wordsIn(e.Y)...)
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Key
			}
			words = append(words, wordsIn(elt)...)
		}
	}
	return words
}
