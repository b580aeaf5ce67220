package reading_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
)

// TestBehind reads follow-ups in a thread about two levels of a job.
func TestBehind(t *testing.T) {
	doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "developer.md", Data: []byte(
		"# Developer\n\nAs a developer, you write code.\n\n## D3 - Developer 3\n\n* Is the go-to person\n\n## D4 - Developer 4\n\n* Owns the operation\n")})
	if err != nil {
		t.Fatal(err)
	}
	terms := func(s string) (all []knowledge.Term) {
		for _, w := range strings.Fields(s) {
			all = append(all, knowledge.Term{Text: w, Count: 1, Weight: 1})
		}
		return all
	}
	index := roles.New([]knowledge.Document{doc})
	r := reading.New(index, terms, reading.Synonyms{})
	for _, c := range []struct {
		asked, earlier, text, words string
		aspects                     int
	}{
		{"and a developer 4?", "What does a developer 3 sign?", "What does a developer 4 sign?", "What does a   sign?", 0},
		{"what must a developer 4 know?", "What does a developer 3 sign?", "What does a developer 4 sign, what must a developer 4 know?", "what must a   know?", 1},
		{"since when?", "What does a developer 3 sign?", "What does a developer 3 sign, since when?", "What does a   sign, since when?", 0},
	} {
		q := r.Behind(c.asked, []string{"Hello", c.earlier})
		if q.Text != c.text || q.Words != c.words || q.Own != c.asked || q.Aspects != c.aspects || !q.Carried {
			t.Errorf("%q behind %q is read as %+v", c.asked, c.earlier, q)
		}
		want := "Developer 3"
		if strings.Contains(c.text, "developer 4") {
			want = "Developer 4"
		}
		if len(q.Named) != 1 || index.Name(q.Named[0]) != want {
			t.Errorf("%q names %v, want %s", c.asked, q.Named, want)
		}
	}
}
