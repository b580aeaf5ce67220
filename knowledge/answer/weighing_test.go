package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/weights"
)

// TestWeighing answers everything or nothing, and is sure of it or not, from the same documents.
func TestWeighing(t *testing.T) {
	reader := wholeEncoder(t)
	e := engineOf(t, reader, map[string]string{"pilot.md": "# Pay\n\nA pilot earns 90 coins.\n"})
	for from, want := range map[float64]knowledge.AnswerKind{-1: knowledge.Answered, 2: knowledge.Refuse} {
		w := weights.Fitted()
		w.Answer = from
		a, err := e.Weighing(&w, reader).Answer(t.Context(), knowledge.Question{Text: "What does a pilot earn?"})
		if err != nil || a.Kind != want {
			t.Errorf("from %v: %s, %v", from, a.Kind, err)
		}
	}
	for from, hedged := range map[float64]bool{-1: false, 2: true} {
		w := weights.Fitted()
		w.Certain = from
		a, err := e.Weighing(&w, reader).Answer(t.Context(), knowledge.Question{Text: "What does a pilot earn?"})
		if err != nil || strings.Contains(a.Note, "not sure") != hedged || !strings.Contains(a.Text(), "90 coins") {
			t.Errorf("certain from %v: it says %q, %v", from, a.Text(), err)
		}
	}
	w := weights.Fitted()
	w.Answer, w.Certain = -1, 2
	a, err := e.Weighing(&w, reader).Answer(t.Context(), knowledge.Question{Text: "What does a pilot earn? Which coins does a pilot get?"})
	if err != nil || strings.Count(a.Text(), "not sure") != 1 || !strings.HasSuffix(a.Note, "asked for.") {
		t.Errorf("to two questions it says %q, %v", a.Text(), err)
	}
	if a, err := e.Answer(t.Context(), knowledge.Question{Text: "What does a pilot earn?"}); err != nil || a.Kind != knowledge.Answered {
		t.Errorf("the engine itself: %s, %v", a.Kind, err)
	}
}
