package store_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// full is a turn with something in every field.
func full() memory.Turn {
	return memory.Turn{
		ID: "T1", At: noon, Surface: "mention", Asker: "U1", Channel: "C1", Thread: "1.0", Message: "1.1", Replies: []string{"1.2", "1.3"},
		Question: "What does a TPM do?", Generation: "gen-1", Referred: true,
		Answer: knowledge.Answer{
			Kind: knowledge.Answered, Lead: "This & <that>", LeadCites: []int{0}, Shape: knowledge.Table, Columns: []string{"a", "b"},
			Points:      []knowledge.Point{{Label: "l", Text: "t", Cites: []int{0}, Cells: []knowledge.Cell{{Text: "c", Cites: []int{0}}}}},
			Also:        []knowledge.Point{{Text: "too"}},
			Citations:   []knowledge.Citation{{Doc: "d", Section: "s", Title: "t", Source: "o", Date: "2026-01-01", Passage: "p"}},
			Suggestions: []string{"next?"}, Confidence: 0.75,
			Why: &knowledge.Explanation{Read: "r", Roles: []string{"a"}, Foreign: []string{"b"}, Terms: []knowledge.Term{{Text: "w", Count: 2, Weight: 1.5, Met: true}}, Signals: map[string]float64{"x": 1.5}, Considered: []knowledge.Considered{{Text: "x", Said: true}}},
		},
	}
}

// turn is a small turn, asked a number of minutes after noon.
func turn(id string, minutes int, a knowledge.Answer) memory.Turn {
	return memory.Turn{ID: id, At: noon.Add(time.Duration(minutes) * time.Minute), Asker: "U1", Channel: "C1", Question: id + "?", Answer: a}
}

func save(t *testing.T, s *store.Store, turns ...memory.Turn) {
	t.Helper()
	for _, turn := range turns {
		must(t, s.SaveTurn(t.Context(), turn))
	}
}

func wantNone(t *testing.T, err error) {
	t.Helper()
	if !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("error %v, want that nothing was found", err)
	}
}

func testTurns(t *testing.T, db database) {
	s := db.open(t)
	_, err := s.Turn(t.Context(), "T1")
	wantNone(t, err)
	want := full()
	empty := memory.Turn{ID: "T2"}
	save(t, s, want, empty)
	for _, want := range []memory.Turn{want, empty} {
		got, err := s.Turn(t.Context(), want.ID)
		must(t, err)
		same(t, got, want)
	}
	want.Question, want.Replies, want.Answer, want.Referred, want.At = "another?", []string{"1.3", "1.4"}, refusal(), false, noon.Add(time.Hour)
	save(t, s, want)
	got, err := s.Turn(t.Context(), "T1")
	must(t, err)
	same(t, got, want)
	_, err = s.TurnAt(t.Context(), "C1", "1.2")
	wantNone(t, err)
}

func testTurnAt(t *testing.T, db database) {
	s := db.open(t)
	first, later := turn("T1", 0, saying()), turn("T2", 1, saying())
	first.Message, first.Replies = "1.1", []string{"1.2", "1.3"}
	later.Replies = []string{"1.3"} // the same message, answered again
	save(t, s, later, first)
	for message, want := range map[string]string{"1.1": "T1", "1.2": "T1", "1.3": "T2"} {
		got, err := s.TurnAt(t.Context(), "C1", message)
		must(t, err)
		if got.ID != want {
			t.Errorf("message %s is of turn %s, want %s", message, got.ID, want)
		}
		_, err = s.TurnAt(t.Context(), "C2", message)
		wantNone(t, err)
	}
	_, err := s.TurnAt(t.Context(), "C1", "")
	wantNone(t, err)
}

func testConversation(t *testing.T, db database) {
	s := db.open(t)
	place := func(id string, minutes int, thread, message string, replies ...string) {
		turn := turn(id, minutes, saying())
		turn.Thread, turn.Message, turn.Replies = thread, message, replies
		save(t, s, turn)
	}
	place("root", 0, "", "1.0", "1.1")
	place("reply", 1, "1.0", "1.2", "1.3")
	place("moment a", 2, "1.0", "1.5")
	place("moment b", 2, "1.0", "1.4")
	place("below the answer", 3, "1.1", "1.6")
	place("other", 3, "2.0", "2.1")
	place("command", 4, "", "")
	elsewhere := turn("elsewhere", 4, saying())
	elsewhere.Channel, elsewhere.Message, elsewhere.Thread = "C2", "1.0", "1.0"
	save(t, s, elsewhere)
	for _, c := range []struct {
		thread string
		since  int // minutes
		n      int
		want   []string
	}{
		{"", -1, 9, []string{"root", "command"}},
		{"", 1, 9, []string{"command"}},
		{"", 4, 9, []string{"command"}},
		{"", 0, 1, []string{"command"}},
		{"", 0, 0, nil},
		{"1.0", 0, 9, []string{"root", "reply", "moment b", "moment a"}},
		{"1.0", 0, 2, []string{"moment b", "moment a"}},
		{"1.0", 1, 9, []string{"reply", "moment b", "moment a"}},
		{"1.1", 0, 9, []string{"root", "below the answer"}},
		{"3.0", 0, 9, nil},
	} {
		turns, err := s.Conversation(t.Context(), "C1", c.thread, noon.Add(time.Duration(c.since)*time.Minute), c.n)
		must(t, err)
		var got []string
		for _, t := range turns {
			got = append(got, t.ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("thread %q since %d, at most %d: %q, want %q", c.thread, c.since, c.n, got, c.want)
		}
	}
}

func testDropTurn(t *testing.T, db database) {
	s := db.open(t)
	save(t, s, full(), turn("T2", 0, refusal()))
	vote(t, s, "T1", "U2", false, "")
	for range 2 {
		must(t, s.DropTurn(t.Context(), "T1"))
		must(t, s.DropTurn(t.Context(), "none"))
	}
	_, err := s.Turn(t.Context(), "T1")
	wantNone(t, err)
	_, err = s.TurnAt(t.Context(), "C1", "1.2")
	wantNone(t, err)
	same(t, openGaps(t, s, 9), []string{"T2"})
	wantRows(t, s, map[string]int{"turns": 1, "votes": 0, "replies": 0})
}

// testHostileText stores text that PostgreSQL cannot hold, and text that could break SQL.
func testHostileText(t *testing.T, db database) {
	s := db.open(t)
	hostile := "a\x00b \xff'; DROP TABLE turns; -- ? $1 {skip} \u202e"
	const kept = "ab \uFFFD'; DROP TABLE turns; -- ? $1 {skip} \u202e"
	turn := memory.Turn{ID: hostile, Question: hostile, Replies: []string{hostile}, Answer: refusal()}
	save(t, s, turn)
	got, err := s.Turn(t.Context(), hostile)
	must(t, err)
	if got.Question != kept || got.ID != kept {
		t.Errorf("kept %q", got.Question)
	}
	must(t, s.Vote(t.Context(), memory.Vote{Turn: hostile, Voter: hostile, Reason: hostile}))
	record(t, s, event(hostile, hostile))
	if _, fresh, err := s.Record(t.Context(), event(hostile, hostile)); fresh || err != nil {
		t.Errorf("the event is fresh again (%v)", err)
	}
	closed, err := s.CloseGaps(t.Context(), hostile, hostile, noon, hostile)
	must(t, err)
	if len(closed) != 1 || closed[0].Reason != kept {
		t.Errorf("closed %+v", closed)
	}
}
