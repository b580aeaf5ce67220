package output

import (
	"strings"
	"testing"
)

func TestNoCellIsAFormula(t *testing.T) {
	for _, formula := range []string{"=1", "+1", "-1", "@x", "\t=1", "|x", "%x", "＝1"} {
		if !strings.HasPrefix(cell(formula), "'") {
			t.Errorf("%q is a formula", formula)
		}
	}
}
