package answer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSource reads the constants where they are declared, and the weights as they are
// printed.
func TestSource(t *testing.T) {
	for file, want := range map[string][]string{"rank.go": featureConstants[:], "judge.go": signalConstants[:], "heard.go": hearingConstants[:]} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, counted(f)); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
	w := Weights{Answer: 0.45678, Heard: 1}
	w.Find[ofAsk], w.Judge[byMiss], w.Hear[hearYou] = 2, -1.23456, 3e-9
	source := w.Source()
	if _, err := parser.ParseExpr(source); err != nil {
		t.Errorf("%v in %s", err, source)
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Weights]()) {
		if !strings.Contains(source, "\t"+field.Name+": ") {
			t.Errorf("%s is missing in %s", field.Name, source)
		}
	}
	for _, want := range []string{"Find: [features]float64{ofAsk: 2},", "Rank: [features]float64{},", "{byMiss: -1.235}", "{hearYou: 3e-09}", "Answer: 0.4568,", "Heard: 1,"} {
		if !strings.Contains(source, want) {
			t.Errorf("no %q in %s", want, source)
		}
	}
}

// counted are the constants of the declaration that counts up from nought, but the last,
// which is how many there are.
func counted(f *ast.File) (names []string) {
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST || len(g.Specs) < 5 {
			continue
		}
		for _, s := range g.Specs {
			names = append(names, s.(*ast.ValueSpec).Names[0].Name)
		}
		return names[:len(names)-1]
	}
	return nil
}
