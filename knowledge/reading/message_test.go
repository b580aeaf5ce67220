package reading_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/reading"
)

func TestTidy(t *testing.T) {
	for typed, want := range map[string]reading.Message{
		"<@U1|ann>  what does a T.P.M. do? <https://example.org|how is that>": {Whole: "what does a TPM do?"},
		"What does a pilot earn and how do I become one?": {Whole: "What does a pilot earn and how do I become one?",
			Parts: []string{"What does a pilot earn?", "how do I become one?"}},
		"I am a nurse. What do pilots earn? And their leave? I like ships.": {Whole: "I am a nurse. What do pilots earn? And their leave? I like ships.",
			Parts: []string{"I am a nurse. What do pilots earn?", "And their leave? I like ships."}},
		"Sail and how?":             {Whole: "Sail and how?"}, // the first part asks nothing
		"Pay? Leave? Hours? Ships?": {Whole: "Pay? Leave? Hours? Ships?"},
		"":                          {},
	} {
		if diff := cmp.Diff(want, reading.Tidy(typed)); diff != "" {
			t.Errorf("%q: %s", typed, diff)
		}
	}
}
