package index

import (
	"context"
	"errors"
	"strings"
	"testing"

	"careeradvisor/knowledge"
)

func TestExplanationsAddUp(t *testing.T) {
	x, err := New(synthetic(200))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, words := range syntheticQueries()[:20] {
		q := knowledge.Query{Text: words, Also: []string{spell(3) + " " + spell(4)}}
		hits, err := x.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			e, err := x.Explain(context.Background(), q, h.Passage.ID)
			if err != nil {
				t.Fatal(err)
			}
			if !near1(e.Score, h.Score) {
				t.Fatalf("%q: %s has score %v, explained %v", words, h.Passage.ID, h.Score, e.Score)
			}
		}
	}
}

func TestExplain(t *testing.T) {
	x, err := New([]knowledge.Document{{ID: "a", Title: "Guide", Sections: []knowledge.Section{{
		Path:     []string{"Product managers"},
		Passages: []knowledge.Passage{{ID: "a#1", Text: "A product manager plans."}},
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	q := knowledge.Query{Text: "what does a product manger do", Also: []string{"guide"}}
	e, err := x.Explain(context.Background(), q, "a#1")
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Words) != 3 || len(e.Pairs) != 1 {
		t.Fatalf("%d words, %d pairs, want 3 and 1:\n%v", len(e.Words), len(e.Pairs), e)
	}
	if w := e.Words[1]; w.Written != "manger" || w.Term != "manag" || w.Passages != 1 || len(w.Fields) != 2 {
		t.Errorf("the second word is %+v", w)
	}
	if w := e.Words[2]; w.Weight != standard.also || w.Fields[0].Field != "title" {
		t.Errorf("the further word is %+v", w)
	}
	if p := e.Pairs[0]; p.First != "product" || p.Second != "manag" || p.Nearness != 4 {
		t.Errorf("the pair is %+v", p)
	}
	if text := e.String(); !strings.Contains(text, "1 of 3 words in the text") || !strings.Contains(text, "product near manag") {
		t.Errorf("shown as:\n%s", text)
	}
	_, err = x.Explain(context.Background(), q, "a#9")
	if _, ok := errors.AsType[*knowledge.Error](err); !ok {
		t.Errorf("unknown passage: %v, want a knowledge.Error", err)
	}
}
