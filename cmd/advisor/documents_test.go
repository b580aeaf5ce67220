package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/cmd/advisor/output"
	"careeradvisor/knowledge"
)

const ladder = `---
role: Welder
---
# The welder's ladder

## Levels

### Pay

| Level | Pay |
|---|---|
| Junior | 900 crowns |

### Growth

- Learn **the** torch.
`

func TestDocumentsPrintsWhatWasRead(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "welder.md"), ladder)
	write(t, filepath.Join(dir, "house.md"), "# House rules\n\nLeave the key & go.\n")
	for _, name := range []string{"empty.md", "void.md"} {
		write(t, filepath.Join(dir, name), "")
	}
	env := []string{"ADVISOR_KNOWLEDGE=" + dir}
	r := advise(t, "", env, "documents")
	r.want(t, 0, "2 documents, 3 passages", "Left out: 2", "2 files (empty.md, void.md): each holds no text")
	for _, want := range [][]string{{"house.md", "1", "1", "House rules"}, {"welder.md", "4", "2", "Welder", "The welder's ladder"}} {
		if !hasLine(r.out, want) {
			t.Errorf("no line reads %q:\n%s", want, r.out)
		}
	}
	r = advise(t, "", env, "documents", "--json")
	r.want(t, 0)
	var got []output.Passage
	dec := json.NewDecoder(strings.NewReader(r.out))
	for dec.More() {
		var p output.Passage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err, r.out)
		}
		got = append(got, p)
	}
	const title = "The welder's ladder"
	of := func(kind knowledge.Kind, text string, section ...string) output.Passage {
		return output.Passage{Doc: "welder.md", Title: title, Roles: []string{"Welder"}, Section: append([]string{title}, section...), Kind: kind, Text: text}
	}
	row := of("row", "Junior | 900 crowns", "Levels", "Pay")
	row.Columns = []string{"Level", "Pay"}
	want := []output.Passage{
		{Doc: "house.md", Title: "House rules", Roles: []string{}, Section: []string{"House rules"}, Kind: "paragraph", Text: "Leave the key & go."},
		of("heading", ""), of("heading", "", "Levels"), row, of("item", "Learn the torch.", "Levels", "Growth"),
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if n := strings.Count(r.out, "\n"); n != len(want) || !strings.Contains(r.out, `"roles":[]`) || !strings.Contains(r.out, "key & go") {
		t.Errorf("%d lines:\n%s", n, r.out)
	}
}

// hasLine reports whether any line has all the words, in order.
func hasLine(text string, words []string) bool {
	for _, line := range strings.Split(text, "\n") {
		rest, ok := line, true
		for _, w := range words {
			_, rest, ok = strings.Cut(rest, w)
			if !ok {
				break
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func TestDocumentsOfABadFolder(t *testing.T) {
	advise(t, "", []string{"ADVISOR_KNOWLEDGE=" + filepath.Join(t.TempDir(), "none")}, "documents").want(t, 1, "There is no folder")
	advise(t, "", nil, "documents", "all").want(t, 2)
}
