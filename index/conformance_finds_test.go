package index_test

import (
	"slices"
	"testing"

	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

func (s suite) finds(t *testing.T) {
	e := s.open(t, bakery())
	for _, c := range []struct{ by, query, want string }{
		{"word", "oven", "guides/baker.md#2"},
		{"stem", "which salaries grow?", "guides/baker.md#1"},
		{"heading", "dawn", "guides/baker.md#2"},
		{"stem of a heading", "a wage", "guides/baker.md#1"},
		{"label", "kneading", "guides/baker.md#3"},
		{"row", "rye", "guides/baker.md#5"},
		{"column", "soaking", "guides/baker.md#5"},
	} {
		t.Run(c.by, func(t *testing.T) {
			got := ids(search(t, e, text(c.query)))
			if len(got) == 0 || got[0] != c.want {
				t.Errorf("%q finds %q, want %s first", c.query, got, c.want)
			}
		})
	}
	for _, c := range []struct{ by, query string }{
		{"outer heading", "work duties"},
		{"title", "handbook"},
		{"role", "master"},
		{"alias", "MB"},
	} {
		t.Run(c.by, func(t *testing.T) {
			got := ids(search(t, e, text(c.query)))
			if !slices.Contains(got, "guides/baker.md#4") {
				t.Errorf("%q finds %q, want guides/baker.md#4 among them", c.query, got)
			}
		})
	}
}

func (s suite) whole(t *testing.T) {
	docs := bakery()
	e := s.open(t, docs)
	for _, want := range docs[0].Passages() {
		q := text(want.Text)
		q.Docs, q.Limit = []string{want.Doc}, 1
		hits := search(t, e, q)
		if len(hits) != 1 {
			t.Errorf("%q finds %q, want %s", want.Text, ids(hits), want.ID)
			continue
		}
		if diff := cmp.Diff(want, hits[0].Passage); diff != "" {
			t.Errorf("passage %s is changed (-want +got):\n%s", want.ID, diff)
		}
	}
}

func (s suite) scripts(t *testing.T) {
	e := s.open(t, bakery())
	for query, want := range map[string]string{
		"OVEN":  "guides/baker.md#2",
		"café":  "notes/café.md#1",
		"crème": "notes/café.md#1",
		"ХЛЕБ":  "notes/café.md#2",
		"ψωμί":  "notes/café.md#3",
	} {
		if got := ids(search(t, e, text(query))); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %q, want %s first", query, got, want)
		}
	}
}

func (s suite) nothing(t *testing.T) {
	for name, docs := range map[string][]knowledge.Document{
		"no documents":          nil,
		"document, no sections": {{ID: "empty.md", Title: "Empty"}},
		"section, no passages":  {{ID: "bare.md", Title: "Bare", Sections: []knowledge.Section{{Path: []string{"Oven"}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ids(search(t, s.open(t, docs), text("empty bare oven"))); len(got) > 0 {
				t.Errorf("finds %q among no passages", got)
			}
		})
	}
}
