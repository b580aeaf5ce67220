package rank_test

import (
	"context"
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

func TestRepair(t *testing.T) {
	x, err := index.New([]knowledge.Document{{ID: "a", Title: "Kneading", Sections: []knowledge.Section{{
		Path: []string{"Customers"},
		Passages: []knowledge.Passage{
			{ID: "a#1", Text: "Feedback of customers and their salaries."},
			{ID: "a#2", Text: "Which flour is best depends on the bread. Bred for bread, bread."},
			{ID: "a#3", Text: "Technical schools teach technicalities."},
		},
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for written, want := range map[string]string{
		"feedbak":                     "a#1",
		"custmers":                    "a#1 a#2 a#3",
		"salareis":                    "a#1",
		"tehcnical":                   "a#3",
		"techncial":                   "a#3",
		"bread":                       "a#2",
		"braed":                       "a#2",
		"kneadding":                   "a#1 a#2 a#3", // known from the title alone
		"wich":                        "",            // a stop word was meant
		"flo":                         "",            // too short
		"hlour":                       "",            // first letter
		"technology":                  "",            // three differences and more
		strings.Repeat("feedback", 9): "",
	} {
		hits, err := x.Search(context.Background(), knowledge.Query{Text: written})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range hits {
			got = append(got, h.Passage.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q finds %q, want %q", written, got, want)
		}
	}
}

// A repaired word that the query already has counts only once, and its neighbours stay.
func TestRepairOfARepeatedWord(t *testing.T) {
	x, err := index.New([]knowledge.Document{{ID: "a", Sections: []knowledge.Section{{Passages: []knowledge.Passage{
		{ID: "a#1", Text: "customer feedback matters"}, {ID: "a#2", Text: "feedback matters to one customer"},
	}}}}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	score := func(q knowledge.Query) float64 {
		hits, err := x.Search(context.Background(), q)
		if err != nil || len(hits) == 0 {
			t.Fatal(hits, err)
		}
		return hits[0].Score
	}
	right := score(knowledge.Query{Text: "customer feedback"})
	for _, q := range []knowledge.Query{
		{Text: "customer feedbak"},
		{Text: "customer feedbak feedback"},
		{Text: "customer feedbak", Also: []string{"feedback"}},
	} {
		if got := score(q); !near1(got, right) {
			t.Errorf("%+v scores %v, without error %v", q, got, right)
		}
	}
}
