package index_test

import (
	"fmt"
	"testing"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

func (s suite) docs(t *testing.T) {
	e := s.open(t, []knowledge.Document{
		plain("a", "The oven is hot, the oven is large."), plain("b", "An oven."), plain("c", "Ovens of the town."),
	})
	for _, c := range []struct {
		name string
		docs []string
		want []string
	}{
		{"one", []string{"b"}, []string{"b#1"}},
		{"two", []string{"c", "b"}, []string{"b#1", "c#1"}},
		{"one twice", []string{"b", "b"}, []string{"b#1"}},
		{"one unknown", []string{"nowhere"}, []string{}},
		{"one known, one unknown", []string{"nowhere", "c"}, []string{"c#1"}},
		{"a part of an ID", []string{""}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(search(t, e, knowledge.Query{Text: "oven", Docs: c.docs}))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func (s suite) limit(t *testing.T) {
	var texts []string
	for i := range 25 {
		texts = append(texts, fmt.Sprint("The oven number ", i, " is hot."))
	}
	e := s.open(t, []knowledge.Document{plain("a", texts...)})
	for limit, want := range map[int]int{-1: 10, 0: 10, 1: 1, 3: 3, 25: 25, 1_000_000: 25} {
		if got := search(t, e, knowledge.Query{Text: "oven", Limit: limit}); len(got) != want {
			t.Errorf("limit %d: %d hits, want %d", limit, len(got), want)
		}
	}
	few := ids(search(t, e, knowledge.Query{Text: "oven", Limit: 3}))
	many := ids(search(t, e, knowledge.Query{Text: "oven", Limit: 25}))
	if diff := cmp.Diff(many[:3], few); diff != "" {
		t.Errorf("the first three depend on the limit (-of 25 +of 3):\n%s", diff)
	}
}

func (s suite) empty(t *testing.T) {
	e := s.open(t, bakery())
	for _, q := range []knowledge.Query{
		{}, text(" \t\n"), text("the of and"), text("?!… — “”"), text("zyxwvut qqqqq"),
		{Also: []string{"", " "}}, {Docs: []string{"guides/baker.md"}},
	} {
		if got := ids(search(t, e, q)); len(got) > 0 {
			t.Errorf("%+v finds %q", q, got)
		}
	}
}
