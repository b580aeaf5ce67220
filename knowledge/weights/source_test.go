package weights

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSource reads the constants where they are declared, and the weights as they are
// printed.
func TestSource(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "feature.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{featureConstants[:], signalConstants[:], hearingConstants[:]}, counted(f)); diff != "" {
		t.Error(diff)
	}
	w := Table{Heard: 0.45678}
	w.Find[OfAsk], w.Judge[ByMiss], w.Hear[HearAsks] = 2, -1.23456, 3e-9
	source := w.Source()
	if _, err := parser.ParseExpr("Table{\n" + source + "}"); err != nil {
		t.Errorf("%v in %s", err, source)
	}
	for _, want := range []string{"Find: [Features]float64{OfAsk: 2},", "Rank: [Features]float64{},", "{ByMiss: -1.235}", "{HearAsks: 3e-09}", "Heard: 0.4568,"} {
		if !strings.Contains(source, want) {
			t.Errorf("no %q in %s", want, source)
		}
	}
}

// counted returns the constants of each declaration, except for the last, which is their number.
func counted(f *ast.File) (all [][]string) {
	for _, d := range f.Decls {
		var names []string
		for _, s := range d.(*ast.GenDecl).Specs {
			names = append(names, s.(*ast.ValueSpec).Names[0].Name)
		}
		all = append(all, names[:len(names)-1])
	}
	return all
}
