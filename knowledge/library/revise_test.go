package library

import (
	"slices"
	"testing"

	"careeradvisor/knowledge"
)

// TestRevise publishes, changes, teaches and takes back, in this process and in another.
func TestRevise(t *testing.T) {
	s := &memoryShared{}
	here, there := sharing(t, s), sharing(t, s)
	e := Entry{Question: "Where can I park?", Answer: "Behind the house.\n\n- by day\n- by night", Source: "The rules", By: "ann", Owner: "U0ANN"}
	first := publish(t, here, e)
	got, ok := here.Entry(first)
	want := Entry{Question: e.Question, Answer: "Behind the house.\n- by day\n- by night", Source: "The rules", Owner: "U0ANN"}
	if !ok || got != want {
		t.Errorf("%+v, %v", got, ok)
	}
	got.Answer, got.By = "In the yard.", "ben"
	second := publish(t, here, got)
	if _, ok := here.Entry(first); ok {
		t.Error("the old one is there beside the new one")
	}
	looks(t, there, 3)
	if text, _ := answersOf(t, there, e.Question); text != "In the yard." {
		t.Errorf("the other says %q", text)
	}

	doc := here.Contents(knowledge.Scope{}).Documents[0]
	sections := func(l *Library) (asks []string) {
		g, done := l.Read()
		defer done()
		for _, d := range g.Documents() {
			for _, s := range d.Sections {
				if d.ID == doc.ID && slices.Contains(s.Asks, "Is *this* the <one>?") {
					asks = append(asks, s.Name())
				}
			}
		}
		return asks
	}
	g, done := here.Read()
	section := g.Documents()[0].Sections[3].Name()
	done()
	n := len(here.Contents(knowledge.Scope{}).Documents)
	if err := here.Teach(t.Context(), Lesson{Doc: doc.ID, Section: section, Question: " Is *this*\nthe <one>?", By: "ann"}); err != nil {
		t.Fatal(err)
	}
	looks(t, there, 3)
	for _, l := range []*Library{here, there} {
		if got := sections(l); !slices.Equal(got, []string{section}) || len(l.Contents(knowledge.Scope{}).Documents) != n {
			t.Errorf("taught %q, want %q", got, section)
		}
	}

	if err := here.Withdraw(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	if err := here.Withdraw(t.Context(), second); err == nil {
		t.Error("it is withdrawn twice")
	}
	if err := here.Withdraw(t.Context(), doc.ID); err == nil {
		t.Error("a document that nobody published is withdrawn")
	}
	looks(t, there, 3)
	for _, l := range []*Library{here, there} {
		if text, _ := answersOf(t, l, e.Question); text == "In the yard." || text == want.Answer {
			t.Errorf("what was withdrawn is answered: %q", text)
		}
	}
}
