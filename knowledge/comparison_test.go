package knowledge_test

import (
	"fmt"
	"testing"

	"careeradvisor/knowledge"
)

// compared is a comparison of passages "one", "two" … with these best cosines; 0 means that a
// passage has no vector.
func compared(best ...float32) *knowledge.Comparison {
	c := &knowledge.Comparison{Numbers: map[string]int{}}
	for i, b := range best {
		id := fmt.Sprintf("a.md#%d", i+1)
		p := &knowledge.Passage{ID: id, Text: "It is so. Number " + fmt.Sprint(i+1) + "."}
		l := knowledge.Likeness{}
		if b != 0 {
			l = knowledge.Likeness{Best: b, Whole: b / 2, Start: 10, End: int32(len(p.Text))}
		}
		c.Passages, c.Likeness, c.Numbers[id] = append(c.Passages, p), append(c.Likeness, l), i
	}
	return c
}

func TestNearest(t *testing.T) {
	c := compared(0.3, 0, 0.9, -0.2, 0.9, 0.5)
	odd := func(p *knowledge.Passage) bool { return p.ID != "a.md#3" }
	for _, want := range []struct {
		k    int
		keep func(*knowledge.Passage) bool
		text string
	}{
		{0, nil, ""},
		{1, nil, "Number 3. 0.9;"},
		{2, nil, "Number 3. 0.9;Number 5. 0.9;"}, // of equal ones, the first comes first
		{9, nil, "Number 3. 0.9;Number 5. 0.9;Number 6. 0.5;Number 1. 0.3;Number 4. -0.2;"},
		{2, odd, "Number 5. 0.9;Number 6. 0.5;"},
	} {
		got := ""
		for _, n := range c.Nearest(want.k, want.keep) {
			got += fmt.Sprintf("%s %.1f;", n.Text, n.Cosine)
		}
		if got != want.text {
			t.Errorf("the %d nearest are %q, want %q", want.k, got, want.text)
		}
	}
}

func TestLikenessOfAPassage(t *testing.T) {
	c := compared(0.3, 0, 0.8)
	if l := c.Of("a.md#3"); l.Best != 0.8 || l.Whole != 0.4 {
		t.Errorf("%+v", l)
	}
	for _, id := range []string{"a.md#2", "a.md#4", ""} {
		if l := c.Of(id); l != (knowledge.Likeness{}) {
			t.Errorf("%q is like it: %+v", id, l)
		}
	}
}

func TestNearestAsks(t *testing.T) {
	c := &knowledge.Comparison{
		Asks:    []knowledge.Ask{{Text: "a"}, {Text: "b", Miss: true}, {Text: "c"}, {Text: "d"}},
		Cosines: []float32{0.2, 0.9, 0, 0.4},
	}
	got := c.NearestAsks(5, nil)
	if len(got) != 3 || got[0].Text != "b" || !got[0].Miss || got[1].Text != "d" || got[2].Text != "a" {
		t.Errorf("%+v", got)
	}
	if got := c.NearestAsks(1, func(a *knowledge.Ask) bool { return !a.Miss }); len(got) != 1 || got[0].Text != "d" || got[0].Cosine < 0.39 {
		t.Errorf("without near misses %+v", got)
	}
}
