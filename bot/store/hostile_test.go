package store_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// testHostileNames records events with names that are the same once stored, and with some that are
// too long for an index.
func testHostileNames(t *testing.T, db database) {
	s := db.open(t)
	record(t, s, event("lane\x00\xff", "key", "key\x00", "k\x00ey", "\xff", "\ufffd", "\xfe"))
	for _, key := range []string{"\x00key", "\ufffd\x00"} {
		if _, fresh, err := s.Record(t.Context(), event("lane", key)); fresh || err != nil {
			t.Errorf("the event %q is fresh again (%v)", key, err)
		}
	}
	r := rand.New(rand.NewPCG(1, 2)) // random, or it would be packed
	var b strings.Builder
	for b.Len() < 50_000 {
		fmt.Fprintf(&b, "%x", r.Uint64())
	}
	long := b.String()
	record(t, s, event(long+"1", long+"1"))
	record(t, s, event(long+"2", long+"2"))
	if _, fresh, err := s.Record(t.Context(), event(long, long+"2")); fresh || err != nil {
		t.Errorf("the event with a long name is fresh again (%v)", err)
	}
	if got := take(t, s, "w", noon, 10); len(got) != 3 {
		t.Errorf("took %v: events of different lanes wait for one another", got)
	}
}

// storedAs is what becomes of a text when it is stored.
func storedAs(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\x00", "")
}

// FuzzText stores any text wherever the words of people and documents are kept, and reads it again.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a", "\x00", "\xff\xfe", "'; DROP TABLE turns; --", "? $1 {skip} %s", "\u202e\ufffd", `{"a":"\u0000"}`, strings.Repeat("🧭", 1000)} {
		f.Add(seed, "U1")
	}
	s, err := store.Open(f.Context(), store.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = s.Close() })
	f.Fuzz(func(t *testing.T, text, who string) {
		ctx := t.Context()
		turn := memory.Turn{ID: "t" + who, At: noon, Asker: who, Channel: text, Thread: text, Message: text, Question: text, Replies: []string{text},
			Answer: knowledge.Answer{Kind: knowledge.Refuse, Lead: text, Suggestions: []string{text}}}
		must(t, s.SaveTurn(ctx, turn))
		got, err := s.Turn(ctx, turn.ID)
		must(t, err)
		if got.Question != storedAs(text) || got.Answer.Lead != strings.ToValidUTF8(string([]rune(text)), "\ufffd") {
			t.Fatalf("%q became %q and %q", text, got.Question, got.Answer.Lead)
		}
		if storedAs(text) != "" {
			if found, err := s.TurnAt(ctx, text, text); err != nil || found.Question != got.Question {
				t.Fatalf("at its message: %q, %v", found.Question, err)
			}
		}
		must(t, s.Vote(ctx, memory.Vote{Turn: turn.ID, Voter: text, Reason: text, At: noon}))
		_, err = s.OpenGaps(ctx, noon, 10)
		must(t, err)

		plan := memory.Plan{Owner: "p" + who, Title: text, Steps: []memory.PlanStep{{Label: text, Text: text, Note: text}}, Nudged: noon, Created: noon, Updated: noon}
		must(t, s.SavePlan(ctx, plan))
		back, err := s.Plan(ctx, plan.Owner)
		must(t, err)
		if want, err := json.Marshal(plan.Steps); err != nil || !json.Valid(want) || back.Title != storedAs(text) {
			t.Fatalf("the plan %q became %q, %v", text, back.Title, err)
		}
		if back.Steps[0].Note != strings.ToValidUTF8(string([]rune(text)), "\ufffd") {
			t.Fatalf("the note %q became %q", text, back.Steps[0].Note)
		}

		id, _, err := s.Record(ctx, memory.Event{Keys: []string{text, who, text + "\x00"}, Kind: text, Lane: text, Person: who, Payload: []byte(text), Received: noon})
		must(t, err)
		if again, fresh, err := s.Record(ctx, memory.Event{Keys: []string{who}, Lane: who, Received: noon}); err != nil || fresh || again != id {
			t.Fatalf("recorded twice: %d and %d, %v", id, again, err)
		}
		events, err := s.Take(ctx, "w", noon, noon.Add(lease), 10)
		must(t, err)
		for _, e := range events {
			if e.ID == id && (string(e.Payload) != text || !utf8.ValidString(e.Lane)) {
				t.Fatalf("took %q of lane %q, want %q", e.Payload, e.Lane, text)
			}
			must(t, s.Done(ctx, e.ID, text, noon))
		}
		must(t, s.Done(ctx, id, text, noon))
		must(t, s.Prune(ctx, noon, noon.Add(lease)))
		for _, person := range []string{who, text} {
			_, err = s.Forget(ctx, person)
			must(t, err)
		}
	})
}
