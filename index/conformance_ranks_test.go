package index_test

import (
	"fmt"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"

	"github.com/google/go-cmp/cmp"
)

// first fails the test unless the first hit of the query is the expected one.
func first(t *testing.T, e *index.Index, q knowledge.Query, want string) {
	t.Helper()
	if got := ids(search(t, e, q)); len(got) == 0 || got[0] != want {
		t.Errorf("%+v finds %q, want %s first", q, got, want)
	}
}

func (s suite) phrases(t *testing.T) {
	e := s.open(t, []knowledge.Document{plain("a",
		"The manager of the shop bought a product from another trader in the town.",
		"A trader in the town knows the product manager of the shop from another time.",
		"Another product was bought in the town from the shop that has no manager.",
	)})
	first(t, e, text("product manager"), "a#2")
	first(t, e, text("what does a product manager do in the shop?"), "a#2")
}

func (s suite) headings(t *testing.T) {
	d := knowledge.Document{ID: "a", Title: "Guide"}
	add(&d, []string{"Daily work"}, knowledge.Passage{Text: "Nobody speaks about the salary before the second interview of the candidate."})
	add(&d, []string{"Salary"}, knowledge.Passage{Text: "It grows with experience, up to twice that of the first year in the trade."})
	first(t, s.open(t, []knowledge.Document{d}), text("what is the salary?"), "a#2")
}

func (s suite) rareWords(t *testing.T) {
	e := s.open(t, []knowledge.Document{plain("a",
		"The team meets the other team.", "A team plans.", "Every team has sprints.", "Each team has a kanban board.", "No team is alone.",
	)})
	first(t, e, text("team kanban"), "a#4")
}

func (s suite) also(t *testing.T) {
	e := s.open(t, []knowledge.Document{plain("a",
		"Compensation is agreed each year.", "Bread is sold each day.", "Salary is agreed each year.",
	)})
	first(t, e, knowledge.Query{Text: "salary", Also: []string{"compensation"}}, "a#3")
	first(t, e, knowledge.Query{Text: "compensation", Also: []string{"salary"}}, "a#1")
	got := ids(search(t, e, knowledge.Query{Text: "salary", Also: []string{"compensation"}}))
	if diff := cmp.Diff([]string{"a#3", "a#1"}, got); diff != "" {
		t.Errorf("further words (-want +got):\n%s", diff)
	}
	first(t, e, knowledge.Query{Also: []string{"compensation"}}, "a#1")
	first(t, e, knowledge.Query{Text: "zyxwvut", Also: []string{"bread sold"}}, "a#2")
}

func (s suite) ties(t *testing.T) {
	var docs []knowledge.Document
	var want []string
	for i := range 12 {
		// These are not in alphabetical order, and have more than one digit: z … o, each twice.
		id := fmt.Sprintf("%c", 'z'-i)
		docs = append(docs, plain(id, "The oven is hot.", "The oven is hot."))
		want = append(want, id+"#1", id+"#2")
	}
	for range 3 {
		e := s.open(t, docs)
		for range 3 {
			if diff := cmp.Diff(want[:10], ids(search(t, e, text("hot oven")))); diff != "" {
				t.Fatalf("equal passages (-want +got):\n%s", diff)
			}
		}
	}
}

func (s suite) scores(t *testing.T) {
	hits := search(t, s.open(t, bakery()), text("the salary of a baker who lights the oven and weighs flour"))
	if len(hits) < 3 {
		t.Fatalf("finds %q only", ids(hits))
	}
	for i, h := range hits {
		if h.Score <= 0 || i > 0 && h.Score > hits[i-1].Score {
			t.Errorf("hit %d has score %v after %v", i, h.Score, hits[max(i-1, 0)].Score)
		}
	}
}
