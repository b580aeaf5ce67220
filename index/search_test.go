package index

import (
	"context"
	"errors"
	"testing"

	"careeradvisor/knowledge"
)

func FuzzSearch(f *testing.F) {
	x, err := New(synthetic(60))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { x.Close() })
	f.Add(spell(1)+" "+spell(2), spell(3))
	f.Add("\xff’s ’S 's\x00", "“’”")
	f.Add("İI\u0307 ß ǅ ﬀ", "a\u0301\u0301 ’’s")
	f.Fuzz(func(t *testing.T, text, also string) {
		hits, err := x.Search(context.Background(), knowledge.Query{Text: text, Also: []string{also}})
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range hits {
			if !(h.Score > 0) || i > 0 && h.Score > hits[i-1].Score {
				t.Errorf("hit %d has score %v", i, h.Score)
			}
		}
	})
}

// endsAt is a context that ends once it has been asked a number of times.
type endsAt struct {
	context.Context
	asked, at int
}

func (c *endsAt) Err() error {
	if c.asked++; c.asked > c.at {
		return context.Canceled
	}
	return nil
}

func TestContextEndsAmongPostings(t *testing.T) {
	d := knowledge.Document{ID: "a", Sections: []knowledge.Section{{}}}
	for range 12_000 { // more postings than are walked between two checks of the context
		d.Sections[0].Passages = append(d.Sections[0].Passages, knowledge.Passage{Text: "oven"})
	}
	x, err := New([]knowledge.Document{d})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	q := knowledge.Query{Text: "oven"}
	if _, err := x.Search(&endsAt{Context: context.Background(), at: 2}, q); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	hits, err := x.Search(context.Background(), q) // nothing of the stopped search is left
	if err != nil || len(hits) != 10 || hits[0].Score != hits[9].Score {
		t.Errorf("after a stopped search: %v, %v", hits, err)
	}
}

func TestClose(t *testing.T) {
	x, err := New(synthetic(20))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := x.Search(context.Background(), knowledge.Query{Text: spell(1)}); !errors.Is(err, errClosed) {
		t.Errorf("Search after Close: %v", err)
	}
}
