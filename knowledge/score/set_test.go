package score_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "set.jsonl")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestRead(t *testing.T) {
	got, err := score.Read(write(t, `{"id":"a","q":"Pay?","context":["Pilot?"],"kind":"fact","expect":"answer","accept":["clarify"],`+
		`"gold":[{"doc":"p","section":"Pay","grade":2}],"must":[["crowns"]],"must_not":["euros"],"half":2,"note":"unread"}`+"\n\n"+`{"id":"b"}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []score.Question{
		{ID: "a", Q: "Pay?", Context: []string{"Pilot?"}, Kind: "fact", Expect: "answer", Accept: []string{"clarify"},
			Gold: []score.Gold{{Doc: "p", Section: "Pay"}}, Must: [][]string{{"crowns"}}, MustNot: []string{"euros"}},
		{ID: "b"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestReadNamesWhatIsWrong expects the file, and the line if there is one, in the sentence that a
// person reads.
func TestReadNamesWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ text, line string }{
		"not JSON":          {`{"id":"a"}` + "\nid: b\n", "Line 2 "},
		"after empty lines": {"\n\n{\n", "Line 3 "},
		"of another type":   {`{"id":"a","must":"crowns"}`, "Line 1 "},
		"a list":            {`[{"id":"a"}]`, "Line 1 "},
		"empty":             {"", ""},
		"lines only":        {"\n\n\n", ""},
		"a line too long":   {`{"q":"` + strings.Repeat("a", 5<<20) + `"}`, ""},
	} {
		file := write(t, c.text)
		qs, err := score.Read(file)
		if err == nil {
			t.Errorf("%s: read %d questions", name, len(qs))
			continue
		}
		if say := knowledge.Say(err); !strings.Contains(say, filepath.Base(file)) || !strings.Contains(say, c.line) {
			t.Errorf("%s: %s", name, say)
		}
	}
	missing := filepath.Join(t.TempDir(), "missing.jsonl")
	if _, err := score.Read(missing); err == nil || !strings.Contains(knowledge.Say(err), "missing.jsonl") || !os.IsNotExist(unwrapped(err)) {
		t.Errorf("a missing file: %v", err)
	}
}

func unwrapped(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return err
}
