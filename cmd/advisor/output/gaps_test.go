package output

import (
	"strings"
	"testing"

	"careeradvisor/bot/memory"
)

func TestNoCellIsAFormula(t *testing.T) {
	for _, formula := range []string{"=1", "+1", "-1", "@x", "\t=1", "|x", "%x", "＝1"} {
		if !strings.HasPrefix(cell(formula), "'") {
			t.Errorf("%q is a formula", formula)
		}
	}
}

// TestNoCellBeginsAtASemicolon, which separates cells in locales with a decimal comma.
func TestNoCellBeginsAtASemicolon(t *testing.T) {
	var out strings.Builder
	clusters := []memory.Cluster{{Question: "where is parking;=cmd|' /C calc'!A0;x", Gaps: []memory.Gap{{Question: `canteen; +1+"1"`}}}}
	if err := (GapsForm{CSV: true}).Print(&out, clusters); err != nil {
		t.Fatal(err)
	}
	for _, unsafe := range []string{";=", "; +", ";+"} {
		if strings.Contains(out.String(), unsafe) {
			t.Errorf("%q begins a cell: %s", unsafe, &out)
		}
	}
	for line := range strings.Lines(out.String()) {
		for _, field := range strings.Split(strings.TrimSuffix(line, "\n"), ",") {
			if !strings.HasPrefix(field, `"`) || !strings.HasSuffix(field, `"`) {
				t.Errorf("not quoted: %s", field)
			}
		}
	}
	if !strings.Contains(out.String(), `"canteen; '+1+""1"""`) {
		t.Error(&out)
	}
}
