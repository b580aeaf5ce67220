package store_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

func vote(t *testing.T, s *store.Store, turn, voter string, helpful bool, reason string) {
	t.Helper()
	must(t, s.Vote(t.Context(), memory.Vote{Turn: turn, Voter: voter, Helpful: helpful, Reason: reason, At: noon}))
}

func openGaps(t *testing.T, s *store.Store, n int) []string {
	t.Helper()
	gaps, err := s.OpenGaps(t.Context(), noon, n)
	must(t, err)
	return turnsOf(gaps)
}

func turnsOf(gaps []memory.Gap) []string {
	ids := []string{}
	for _, g := range gaps {
		ids = append(ids, g.Turn)
	}
	return ids
}

func reasons(t *testing.T, s *store.Store) string {
	t.Helper()
	gaps, err := s.OpenGaps(t.Context(), noon, 1)
	must(t, err)
	if len(gaps) == 0 {
		return "no gap"
	}
	return gaps[0].Reason
}

func testVotes(t *testing.T, db database) {
	s := db.open(t)
	wantNone(t, s.Vote(t.Context(), memory.Vote{Turn: "none", Voter: "U1"}))
	save(t, s, turn("T1", 0, saying()))
	for _, step := range []struct {
		voter   string
		helpful bool
		reason  string
		want    string
	}{
		{"U1", false, "", ""},
		{"U1", false, "too short", "too short"},
		{"U1", false, "", "too short"}, // the button once more
		{"U2", false, "wrong", "too short; wrong"},
		{"U1", true, "", "wrong"},
		{"U1", false, "", "wrong"}, // another verdict forgets the reason
		{"U1", false, "too long", "too long; wrong"},
		{"U1", true, "", "wrong"},
		{"U2", true, "", "no gap"},
	} {
		vote(t, s, "T1", step.voter, step.helpful, step.reason)
		if got := reasons(t, s); got != step.want {
			t.Fatalf("after %+v the reason is %q", step, got)
		}
	}
	f, err := s.Figures(t.Context(), noon)
	must(t, err)
	same(t, f, memory.Figures{Asked: 1, Answered: 1, People: 1, Helpful: 2})
	// The same turn, saved again, keeps its votes.
	save(t, s, turn("T1", 0, saying()))
	wantRows(t, s, map[string]int{"votes": 2})
}

func testGaps(t *testing.T, db database) {
	s := db.open(t)
	small := knowledge.Answer{Kind: knowledge.Help}
	which := knowledge.Answer{Kind: knowledge.Clarify}
	save(t, s, turn("old", -1, refusal()), turn("refused", 0, refusal()), turn("good", 1, saying()), turn("bad", 2, saying()),
		turn("hello", 3, small), turn("which", 4, which), turn("later", 5, refusal()))
	for _, id := range []string{"bad", "hello", "which", "refused"} {
		vote(t, s, id, "U1", false, "no")
		vote(t, s, id, "U2", true, "")
	}
	vote(t, s, "good", "U1", true, "")
	same(t, openGaps(t, s, 9), []string{"later", "bad", "refused"})
	same(t, openGaps(t, s, 2), []string{"later", "bad"})
	same(t, openGaps(t, s, 0), []string{})
	gaps, err := s.OpenGaps(t.Context(), noon.Add(2*time.Minute), 9)
	must(t, err)
	same(t, gaps, []memory.Gap{
		{Turn: "later", Question: "later?", Asker: "U1", Channel: "C1", At: noon.Add(5 * time.Minute), Refused: true},
		{Turn: "bad", Question: "bad?", Asker: "U1", Channel: "C1", At: noon.Add(2 * time.Minute), Reason: "no"},
	})
	vote(t, s, "bad", "U1", true, "")
	same(t, openGaps(t, s, 9), []string{"later", "refused"})
	// A turn that is answered after all is not a gap.
	save(t, s, turn("later", 5, saying()))
	same(t, openGaps(t, s, 9), []string{"refused"})
}

func testCloseGaps(t *testing.T, db database) {
	s := db.open(t)
	save(t, s, turn("A", 0, refusal()), turn("B", 1, refusal()), turn("C", 2, saying()), turn("D", 3, refusal()))
	ids := []string{"A", "B", "C", "none", "B"}
	var mu sync.Mutex
	var closed []string
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			gaps, err := s.CloseGaps(t.Context(), fmt.Sprint("U", i), "faq/1", noon, ids...)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			closed = append(closed, turnsOf(gaps)...)
		})
	}
	all.Wait()
	same(t, closed, []string{"B", "A"})
	same(t, openGaps(t, s, 9), []string{"D"})
	vote(t, s, "A", "U1", false, "")
	same(t, openGaps(t, s, 9), []string{"D"})
	// If it is saved again it stays closed; if it is asked again it is another gap.
	save(t, s, turn("A", 0, refusal()))
	again := turn("B", 1, refusal())
	again.Question = "something else?"
	save(t, s, again)
	same(t, openGaps(t, s, 9), []string{"D", "B"})
	gaps, err := s.CloseGaps(t.Context(), "U1", "faq/1", noon)
	if err != nil || len(gaps) > 0 {
		t.Errorf("closed %v, %v", gaps, err)
	}
}

// testCloseMany closes more gaps than one statement names.
func testCloseMany(t *testing.T, db database) {
	s := db.open(t)
	var ids []string
	for i := range 1200 {
		ids = append(ids, fmt.Sprint(i))
	}
	for _, i := range []int{3, 700, 1199} {
		save(t, s, turn(ids[i], i, refusal()))
	}
	gaps, err := s.CloseGaps(t.Context(), "U1", "faq/1", noon, ids...)
	must(t, err)
	same(t, turnsOf(gaps), []string{"1199", "700", "3"})

	document, gaps, err := s.ClosedGaps(t.Context(), "U1", "700")
	must(t, err)
	if document != "faq/1" {
		t.Errorf("closed with %q", document)
	}
	same(t, turnsOf(gaps), []string{"1199", "700", "3"})
	for _, other := range [][2]string{{"U2", "700"}, {"U1", "4"}} { // another's, and none
		if document, gaps, err = s.ClosedGaps(t.Context(), other[0], other[1]); err != nil || document != "" || len(gaps) > 0 {
			t.Errorf("%v: %q, %v, %v", other, document, gaps, err)
		}
	}
}

func testFigures(t *testing.T, db database) {
	s := db.open(t)
	by := func(asker string, turn memory.Turn) memory.Turn {
		turn.Asker = asker
		return turn
	}
	save(t, s, by("U1", turn("1", -1, saying())), by("U1", turn("2", 0, saying())), by("U1", turn("3", 1, refusal())),
		by("U2", turn("4", 2, knowledge.Answer{Kind: knowledge.Clarify})), by("U3", turn("5", 3, knowledge.Answer{Kind: knowledge.Help})),
		by("", turn("6", 4, saying())))
	told := by("U4", turn("7", 5, saying()))
	told.Surface = memory.FromGapBoard // nobody asked it
	save(t, s, told)
	vote(t, s, "1", "U1", true, "")
	vote(t, s, "2", "U1", false, "")
	must(t, s.Vote(t.Context(), memory.Vote{Turn: "2", Voter: "U2", Helpful: true, At: noon.Add(-time.Second)}))
	f, err := s.Figures(t.Context(), noon)
	must(t, err)
	same(t, f, memory.Figures{Asked: 4, Answered: 2, Refused: 1, People: 2, Helpful: 1, Unhelpful: 1})
}
