package knowledge_test

import (
	"testing"

	"careeradvisor/knowledge"
)

func TestCitationName(t *testing.T) {
	for _, c := range []struct {
		cited knowledge.Citation
		want  string
	}{
		{knowledge.Citation{Doc: "pay.md", Title: "Pay", Section: "Pay > Bonus > When"}, "Pay › Bonus › When"},
		{knowledge.Citation{Doc: "pay.md", Title: "Pay", Section: "pay"}, "Pay"},
		{knowledge.Citation{Doc: "pay.md", Title: "Pay", Section: "Bonus > Pay"}, "Pay › Bonus › Pay"},
		{knowledge.Citation{Doc: "pay.md", Title: "Pay\nand more", Section: "A\n bonus"}, "Pay and more › A bonus"},
		{knowledge.Citation{Doc: "pay.md", Section: "Bonus"}, "pay.md › Bonus"},
		{knowledge.Citation{Doc: "pay.md"}, "pay.md"},
	} {
		if got := c.cited.Name(); got != c.want {
			t.Errorf("%+v is %q, want %q", c.cited, got, c.want)
		}
	}
}

func TestMarksAreNumbersOfSources(t *testing.T) {
	a := knowledge.Answer{Citations: make([]knowledge.Citation, 3)}
	if got := a.Marks([]int{2, 7, -1, 0}); got != " [3, 1]" {
		t.Errorf("%q", got)
	}
	if got := a.Marks(nil); got != "" {
		t.Errorf("%q", got)
	}
}
