package reading_test

import (
	"testing"

	"careeradvisor/index"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
)

// TestSynonyms reads questions in the operator's words, and changes nothing else in them.
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
	s := reading.Synonyms{{"dosh", "take home pay", "salary"}, {"rota", "roster", "schedule"}, {"lamp", "light", "lantern"}}
	r := reading.New(roles.New(docs), x.Terms, s)
	for asked, read := range map[string]string{
		"how much dosh is there?":            "how much salary is there?",
		"What is the TAKE-HOME pay of them?": "What is the salary of them?",
		"is my home nice?":                   "is my home nice?", // a part of a phrase is not the phrase
		"where are the schedules":            "where are the rota",
		"where is the roster?":               "where is the roster?", // documents have it
		"dosh and schedules?":                "salary and rota?",
		"a lantern":                          "a lantern", // nothing of its line is known
	} {
		if got := r.Alone(asked).Text; got != read {
			t.Errorf("%q is read as %q, want %q", asked, got, read)
		}
	}
}
