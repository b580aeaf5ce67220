package library

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
)

func TestSynonyms(t *testing.T) {
	got, err := parseSynonyms("s.txt", "dosh, take home pay, salary # money\n\nrota, roster, schedule\r\nlamp: light, lantern\n")
	want := reading.Synonyms{{"dosh", "take home pay", "salary"}, {"rota", "roster", "schedule"}, {"lamp", "light", "lantern"}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestBadSynonyms(t *testing.T) {
	for file, want := range map[string]string{
		"rota, roster\ndosh\n":                             `Line 2 of "s.txt" has only one word`,
		"we all have to go there at night, at all times\n": `Line 1 of "s.txt" has a whole sentence`,
	} {
		if _, err := parseSynonyms("s.txt", file); err == nil || !strings.Contains(knowledge.Say(err), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
}
