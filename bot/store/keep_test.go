package store_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

func wantRows(t *testing.T, s *store.Store, want map[string]int) {
	t.Helper()
	for table, n := range want {
		got, err := s.Rows(t.Context(), table)
		must(t, err)
		if got != n {
			t.Errorf("%d rows are in %s, want %d", got, table, n)
		}
	}
}

func testPlans(t *testing.T, db database) {
	s := db.open(t)
	_, err := s.Plan(t.Context(), "U1")
	wantNone(t, err)
	p := memory.Plan{Owner: "U1", Title: "How?", Nudge: true, Nudged: noon, Created: noon, Updated: noon.Add(time.Second), Steps: []memory.PlanStep{
		{Label: "1", Text: "learn", Citation: knowledge.Citation{Doc: "d"}, Done: true, Note: "mine"}, {Text: "apply"}}}
	must(t, s.SavePlan(t.Context(), p))
	got, err := s.Plan(t.Context(), "U1")
	must(t, err)
	same(t, got, p)
	p = memory.Plan{Owner: "U1", Title: "Another"}
	must(t, s.SavePlan(t.Context(), p))
	got, err = s.Plan(t.Context(), "U1")
	must(t, err)
	same(t, got, p)
	must(t, s.DropPlan(t.Context(), "U1"))
	must(t, s.DropPlan(t.Context(), "U1"))
	_, err = s.Plan(t.Context(), "U1")
	wantNone(t, err)
}

func testNudges(t *testing.T, db database) {
	s := db.open(t)
	steps := func(done bool) []memory.PlanStep {
		return []memory.PlanStep{{Text: "1", Done: true}, {Text: "2", Done: done}}
	}
	want := map[string]int{}
	for i := range 20 {
		owner := fmt.Sprint("U", i)
		must(t, s.SavePlan(t.Context(), memory.Plan{Owner: owner, Steps: steps(false), Nudge: true, Nudged: noon}))
		want[owner] = 1
	}
	month := noon.AddDate(0, 1, 0)
	for _, p := range []memory.Plan{
		{Owner: "finished", Steps: steps(true), Nudge: true, Nudged: noon},
		{Owner: "empty", Nudge: true, Nudged: noon},
		{Owner: "off", Steps: steps(false), Nudged: noon},
		{Owner: "recent", Steps: steps(false), Nudge: true, Nudged: noon.Add(time.Second)},
	} {
		must(t, s.SavePlan(t.Context(), p))
	}
	var mu sync.Mutex
	got := map[string]int{}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				plans, err := s.NudgesDue(t.Context(), noon.Add(time.Second), month, 3)
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				for _, p := range plans {
					got[p.Owner]++
					if !p.Nudged.Equal(month) || len(p.Steps) != 2 {
						t.Errorf("nudge %+v", p)
					}
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	same(t, got, want)
	none, err := s.NudgesDue(t.Context(), month, month, 0)
	if err != nil || len(none) > 0 {
		t.Errorf("%v, %v", none, err)
	}
}

func testPractices(t *testing.T, db database) {
	s := db.open(t)
	_, err := s.Practice(t.Context(), "C1", "1.0")
	wantNone(t, err)
	p := memory.Practice{Channel: "C1", Thread: "1.0", Owner: "U1", Role: "TPM", At: 1, Told: true, Updated: noon, Areas: []knowledge.Area{
		{Name: "a", Ask: "b", Says: []knowledge.Point{{Text: "c", Cites: []int{0}}}, Cited: []knowledge.Citation{{Doc: "d"}}}, {Name: "e"}}}
	must(t, s.SavePractice(t.Context(), p))
	got, err := s.Practice(t.Context(), "C1", "1.0")
	must(t, err)
	same(t, got, p)
	p = memory.Practice{Channel: "C1", Thread: "1.0", Owner: "U1", Ended: true, Updated: noon.Add(time.Second)}
	must(t, s.SavePractice(t.Context(), p))
	got, err = s.Practice(t.Context(), "C1", "1.0")
	must(t, err)
	same(t, got, p)
	_, err = s.Practice(t.Context(), "C2", "1.0")
	wantNone(t, err)
}

func testOnce(t *testing.T, db database) {
	s := db.open(t)
	var mu sync.Mutex
	first := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			is, err := s.Once(t.Context(), "hello C1", noon)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			if is {
				first++
			}
		})
	}
	all.Wait()
	if first != 1 {
		t.Errorf("it was the first time %d times", first)
	}
	if is, err := s.Once(t.Context(), "hello C2", noon); !is || err != nil {
		t.Errorf("first time %v, %v", is, err)
	}
	must(t, s.Ping(t.Context()))
}

func testForget(t *testing.T, db database) {
	s := db.open(t)
	theirs := turn("T3", 2, refusal())
	theirs.Asker = "U2"
	save(t, s, full(), turn("T2", 1, refusal()), theirs)
	vote(t, s, "T1", "U1", false, "")
	vote(t, s, "T1", "U2", true, "")
	vote(t, s, "T3", "U1", false, "hush")
	vote(t, s, "T3", "U2", false, "")
	for _, owner := range []string{"U1", "U2"} {
		must(t, s.SavePlan(t.Context(), memory.Plan{Owner: owner}))
		must(t, s.SavePractice(t.Context(), memory.Practice{Channel: "C1", Thread: owner, Owner: owner}))
	}
	inHand := record(t, s, event("A", "1"))
	same(t, take(t, s, "w", noon, 9), []int64{inHand})
	open := record(t, s, event("A", "2"))
	other := event("A", "3")
	other.Person = "U2"
	record(t, s, other)
	record(t, s, event("B", "4"))
	behind := event("B", "5")
	behind.Person = "U2"
	next := record(t, s, behind)

	f, err := s.Forget(t.Context(), "U1")
	must(t, err)
	same(t, f, memory.Forgotten{Turns: 2, Votes: 2, Plans: 1, Practices: 1})
	wantRows(t, s, map[string]int{"turns": 1, "votes": 1, "replies": 0, "plans": 1, "practices": 1})
	same(t, openGaps(t, s, 9), []string{"T3"})
	outcome, rest, err := s.Ended(t.Context(), open)
	must(t, err)
	if outcome != "forgotten" || rest != "" {
		t.Errorf("the event ended as %q and still says %q", outcome, rest)
	}
	if _, fresh, err := s.Record(t.Context(), event("A", "2")); fresh || err != nil {
		t.Errorf("the event is fresh again (%v)", err)
	}
	same(t, take(t, s, "w", noon, 9), []int64{next})
	if n := waiting(t, s); n != 3 {
		t.Errorf("%d events wait, want the one in hand and two of somebody else", n)
	}
	for _, person := range []string{"U1", ""} {
		f, err = s.Forget(t.Context(), person)
		must(t, err)
		same(t, f, memory.Forgotten{})
	}
}

func testPrune(t *testing.T, db database) {
	s := db.open(t)
	for i := range 450 { // more than two rounds
		old := turn(fmt.Sprint("old ", i), -1, refusal())
		old.Replies = []string{"1.1"}
		save(t, s, old)
	}
	vote(t, s, "old 1", "U1", false, "")
	save(t, s, turn("new", 0, refusal()))
	vote(t, s, "new", "U1", false, "")
	for thread, at := range map[string]time.Time{"1": noon, "2": noon.Add(-1)} {
		must(t, s.SavePractice(t.Context(), memory.Practice{Channel: "C", Thread: thread, Updated: at}))
	}
	must(t, s.SavePlan(t.Context(), memory.Plan{Owner: "U1"}))
	week := noon.AddDate(0, 0, -7)
	done, recent, open := record(t, s, event("A", "1")), record(t, s, event("B", "2")), record(t, s, event("C", "3"))
	must(t, s.Done(t.Context(), done, "answered", week.Add(-time.Second)))
	must(t, s.Done(t.Context(), recent, "answered", week))

	must(t, s.Prune(t.Context(), noon, week))
	same(t, openGaps(t, s, 9), []string{"new"})
	wantRows(t, s, map[string]int{"turns": 1, "votes": 1, "replies": 0, "practices": 1, "plans": 1, "events": 2, "event_keys": 2})
	if id := record(t, s, event("A", "1")); id <= open {
		t.Errorf("the event %d has the ID of an earlier one", id)
	}
}

// testContexts ends contexts before and during calls; whatever was kept stays, and the store
// carries on.
func testContexts(t *testing.T, db database) {
	s := db.open(t)
	record(t, s, event("A", "1"))
	ended, end := context.WithCancel(t.Context())
	end()
	_, _, err := s.Record(ended, event("A", "2"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			ctx, end := context.WithTimeout(t.Context(), time.Duration(i)*100*time.Microsecond)
			defer end()
			_, _ = s.Take(ctx, "w", noon, noon, 9) // a lease that ends at once
			_, _ = s.Waiting(ctx)
		})
	}
	all.Wait()
	if n := waiting(t, s); n != 1 {
		t.Errorf("%d events wait, want 1", n)
	}
	must(t, s.Ping(t.Context()))
}

func testReopen(t *testing.T, db database) {
	s := db.open(t)
	save(t, s, full())
	vote(t, s, "T1", "U1", false, "no")
	id := record(t, s, event("A", "1"))
	must(t, s.Close())
	must(t, s.Close())
	if err := s.SaveTurn(t.Context(), full()); err == nil {
		t.Error("a closed store takes a turn")
	}
	s = db.open(t)
	got, err := s.Turn(t.Context(), "T1")
	must(t, err)
	same(t, got, full())
	same(t, openGaps(t, s, 9), []string{"T1"})
	same(t, take(t, s, "w", noon, 9), []int64{id})
}

// testOpenAtOnce lets several stores make the tables of one database.
func testOpenAtOnce(t *testing.T, db database) {
	begin := make(chan struct{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			<-begin
			if err := db.open(t).Ping(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	close(begin)
	all.Wait()
}
