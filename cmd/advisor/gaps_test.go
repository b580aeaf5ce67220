package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
)

// gapsIn fills the database of a data dir with questions, each with its asker and how many days ago
// it was asked; those voted down have a reason.
func gapsIn(t *testing.T, data string) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Path: data + "/advisor.db"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i, g := range []struct {
		asker, question string
		kind            knowledge.AnswerKind
		days            int
		reason          string
	}{
		{"UANN", "Where can I park?", knowledge.Refuse, 3, ""},
		{"UBEN", "where do I park", knowledge.Refuse, 1, ""},
		{"UBEN", "Where can I park?", knowledge.Answered, 2, "=It is wrong,\nand \"rude\""},
		{"UEVE", "=HYPERLINK(\"http://evil.example\")", knowledge.Refuse, 5, ""},
		{"UEVE", "Is the \x1b[31mold\x1b[0m gym open?", knowledge.Refuse, 200, ""},
		{"UEVE", "What is a TPM?", knowledge.Answered, 1, ""},
	} {
		turn := memory.Turn{ID: fmt.Sprint("t", i), At: time.Now().AddDate(0, 0, -g.days), Asker: g.asker, Question: g.question, Answer: knowledge.Answer{Kind: g.kind}}
		if err := s.SaveTurn(t.Context(), turn); err != nil {
			t.Fatal(err)
		}
		if g.reason != "" {
			if err := s.Vote(t.Context(), memory.Vote{Turn: turn.ID, Voter: "UVOTE", Reason: g.reason, At: turn.At}); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func daysAgo(n int) string { return time.Now().UTC().AddDate(0, 0, -n).Format(time.DateOnly) }

func TestGapsAsATable(t *testing.T) {
	data := t.TempDir()
	gapsIn(t, data)
	env := []string{"ADVISOR_DATA_DIR=" + data}
	r := advise(t, "", env, "gaps")
	r.want(t, 0)
	want := "TIMES  PEOPLE  LAST        REFUSED  VOTED DOWN  QUESTION\n" +
		"3      2       " + daysAgo(1) + "  2        1           Where can I park?\n" +
		"1      1       " + daysAgo(5) + "  1        0           =HYPERLINK(\"http://evil.example\")\n"
	if r.out != want {
		t.Errorf("printed\n%s\nand not\n%s", r.out, want)
	}
	advise(t, "", env, "gaps", "--names").want(t, 0, "ASKERS", "UBEN UANN")
	r = advise(t, "", append(env, "ADVISOR_RETENTION=0d"), "gaps")
	r.want(t, 0, "Is the [31mold[0m gym open?")
	if strings.Contains(r.out, "\x1b") {
		t.Errorf("a question commands the terminal: %q", r.out)
	}
}

func TestGapsAsJSON(t *testing.T) {
	data := t.TempDir()
	gapsIn(t, data)
	r := advise(t, "", []string{"ADVISOR_DATA_DIR=" + data}, "gaps", "--json")
	r.want(t, 0)
	var all []struct {
		Times, People     int
		Last              string
		Reasons, Wordings []string
	}
	if err := json.Unmarshal([]byte(r.out), &all); err != nil {
		t.Fatal(err, r.out)
	}
	if len(all) != 2 || all[0].Times != 3 || all[0].People != 2 || all[0].Last != daysAgo(1) || all[0].Reasons[0] != `=It is wrong, and "rude"` || all[0].Wordings[0] != "where do I park" {
		t.Errorf("printed %+v", all)
	}
	for _, id := range []string{"UANN", "UBEN", "UEVE", "UVOTE"} {
		if strings.Contains(r.out, id) {
			t.Errorf("%s is named: %s", id, r.out)
		}
	}
}

// TestGapsAsCSV has questions and reasons that a spreadsheet would take for formulas.
func TestGapsAsCSV(t *testing.T) {
	data := t.TempDir()
	gapsIn(t, data)
	r := advise(t, "", []string{"ADVISOR_DATA_DIR=" + data}, "gaps", "--csv")
	r.want(t, 0)
	lines, err := csv.NewReader(strings.NewReader(r.out)).ReadAll()
	if err != nil || len(lines) != 3 {
		t.Fatalf("%d lines: %v\n%s", len(lines), err, r.out)
	}
	want := []string{"Where can I park?", "3", "2", daysAgo(1), "2", "1", `'=It is wrong, and "rude"`, "where do I park"}
	if strings.Join(lines[1], "\x00") != strings.Join(want, "\x00") || lines[2][0] != `'=HYPERLINK("http://evil.example")` {
		t.Errorf("printed %q", lines)
	}
}

func TestGapsOfNothing(t *testing.T) {
	data := t.TempDir()
	env := []string{"ADVISOR_DATA_DIR=" + data}
	advise(t, "", env, "gaps").want(t, 1, "There is no database in "+data)
	s, err := store.Open(t.Context(), store.Options{Path: data + "/advisor.db"})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	advise(t, "", env, "gaps").want(t, 0, "There are no open questions.")
	if r := advise(t, "", env, "gaps", "--json"); r.out != "[]\n" {
		t.Errorf("printed %q", r.out)
	}
	advise(t, "", env, "gaps", "--json", "--csv").want(t, 2, "not both")
}
