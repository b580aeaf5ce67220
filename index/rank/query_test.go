package rank

import (
	"fmt"
	"strings"
	"testing"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
)

func TestQueryIsBounded(t *testing.T) {
	english := language{analyzer: bleve.NewIndexMapping().AnalyzerNamed(en.AnalyzerName)}
	var words, others strings.Builder
	for i := range 500 {
		fmt.Fprintf(&words, "word%d ", i)
		fmt.Fprintf(&others, "other%d ", i)
	}
	terms := english.parse(knowledge.Query{Text: words.String(), Also: strings.Fields(others.String())}, 0.4)
	if n := len(terms.words); n != 2*maxWords {
		t.Errorf("%d words, want %d", n, 2*maxWords)
	}
	if n := len(terms.pairs); n > maxPairs {
		t.Errorf("%d pairs, want at most %d", n, maxPairs)
	}
}
