package answer_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
)

func TestParseSynonymsNamesTheLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no such facet":   {"# ours\npay packet: dosh", `Line 2 of "s.txt" names no facet`},
		"one word":        {"rota", `Line 1 of "s.txt" has one word only`},
		"phrase in words": {"rota, take home", `Line 1 of "s.txt" has more than one word between commas`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := answer.ParseSynonyms("s.txt", c.text)
			if err == nil || !strings.HasPrefix(knowledge.Say(err), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestSynonymsOfTheOperatorReachTheDocuments(t *testing.T) {
	lib := open(t, "harbour")
	const question = "does a keeper polish the glim?"
	if a := lib.ask(t, question); strings.Contains(a.Text(), "cleans the lens") {
		t.Fatalf("the words are known already: %s", a.Text())
	}
	s, err := answer.ParseSynonyms("s.txt", "polish, clean\nglim, lens, lamp # old words")
	if err != nil {
		t.Fatal(err)
	}
	e := answer.New(lib.docs, lib.search, answer.Options{Synonyms: s})
	a, err := e.Answer(t.Context(), knowledge.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text(), "cleans the lens") {
		t.Errorf("got %s: %s", a.Kind, a.Text())
	}
}
