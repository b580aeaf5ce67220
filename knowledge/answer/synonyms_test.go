package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/roles"
)

// TestSynonyms reads questions in the operator's words, and says nothing else of them.
func TestSynonyms(t *testing.T) {
	doc, err := new(load.Parser).Parse(t.Context(), load.File{ID: "keeper.md", Data: []byte("# Keeper\n\nThe salary is good. The rota hangs in the hall. The roster hangs beside it.\n")})
	if err != nil {
		t.Fatal(err)
	}
	docs := []knowledge.Document{doc}
	x, err := index.New(docs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	s, err := answer.ParseSynonyms("s.txt", "dosh, take home pay, salary # money\n\nrota, roster, schedule\nlamp: light, lantern\n")
	if err != nil {
		t.Fatal(err)
	}
	e := answer.New(docs, roles.New(docs), x, answer.Options{Synonyms: s})
	for asked, read := range map[string]string{
		"how much dosh is there?":            "how much salary is there?",
		"What is the TAKE-HOME pay of them?": "What is the salary of them?",
		"is my home nice?":                   "is my home nice?", // a part of a phrase is not the phrase
		"where are the schedules":            "where are the rota",
		"where is the roster?":               "where is the roster?", // documents have it
		"dosh and schedules?":                "salary and rota?",
		"a lantern":                          "a lantern", // nothing of its line is known
	} {
		a, err := e.Answer(t.Context(), knowledge.Question{Text: asked})
		if err != nil || a.Why == nil || a.Why.Read != read {
			t.Errorf("%q is read as %+v (%v), want %q", asked, a.Why, err, read)
		}
	}
}

func TestBadSynonyms(t *testing.T) {
	for file, want := range map[string]string{
		"rota, roster\ndosh\n":                             `Line 2 of "s.txt" has one word only`,
		"we all have to go there at night, at all times\n": `Line 1 of "s.txt" has a whole sentence`,
	} {
		if _, err := answer.ParseSynonyms("s.txt", file); err == nil || !strings.Contains(knowledge.Say(err), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
}
