package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"careeradvisor/knowledge/race"
)

const keeper = `# Lighthouse keeper

## What is a lighthouse keeper?

A lighthouse keeper tends the light that warns ships off the rocks.

## Salary of a lighthouse keeper

A lighthouse keeper earns 31,000 crowns a year.
`

func TestFolderOfDocuments(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	write(t, filepath.Join(dir, "broken.txt"), "\x00\x01\x02\x03 no text")
	write(t, filepath.Join(dir, "empty.md"), "")
	env := []string{"ADVISOR_KNOWLEDGE=" + dir, "ADVISOR_DATA_DIR=" + data}
	advise(t, "", env, "index").want(t, 0, "1 documents, 2 passages", `"broken.txt"`, `"empty.md"`)
	advise(t, "", env, "ask", "what does a lighthouse keeper earn?").want(t, 0, "31,000 crowns", "keeper.md")
	advise(t, "", env, "ask", "What is a TPM?").want(t, 0, "don't")

	write(t, filepath.Join(dir, "keeper.md"), strings.Replace(keeper, "31,000", "42,000", 1))
	advise(t, "", env, "ask", "what does a lighthouse keeper earn?").want(t, 0, "42,000 crowns")
	if current, err := os.ReadFile(filepath.Join(data, "index", "CURRENT")); err != nil || len(current) == 0 {
		t.Errorf("no current generation: %q, %v", current, err)
	}
}

// TestDeletedDocumentTakesItsAnswersAlong checks that no answer is canned.
func TestDeletedDocumentTakesItsAnswersAlong(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	write(t, filepath.Join(dir, "pilot.md"), "# Harbour pilot\n\n## What is a harbour pilot?\n\nA harbour pilot guides ships into port.\n")
	env := []string{"ADVISOR_KNOWLEDGE=" + dir}
	advise(t, "", env, "ask", "what is a harbour pilot").want(t, 0, "guides ships into port")
	if err := os.Remove(filepath.Join(dir, "pilot.md")); err != nil {
		t.Fatal(err)
	}
	r := advise(t, "", env, "ask", "what is a harbour pilot")
	r.want(t, 0, "My documents aren't about the role “harbour pilot”.")
	if strings.Contains(r.out, "guides ships") {
		t.Errorf("the answer outlived its document: %s", r.out)
	}
}

func TestBadFolders(t *testing.T) {
	empty, file := t.TempDir(), filepath.Join(t.TempDir(), "a.md")
	write(t, file, keeper)
	for name, c := range map[string]struct{ dir, want string }{
		"missing": {filepath.Join(empty, "nowhere"), "There is no folder"},
		"empty":   {empty, "holds no documents"},
		"file":    {file, "is a file, not a folder"},
	} {
		t.Run(name, func(t *testing.T) {
			advise(t, "", []string{"ADVISOR_KNOWLEDGE=" + c.dir}, "ask", "TPM?").want(t, 1, c.want, c.dir)
		})
	}
}

func TestDamagedIndexIsBuiltAgain(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	env := []string{"ADVISOR_KNOWLEDGE=" + dir, "ADVISOR_DATA_DIR=" + data}
	advise(t, "", env, "index").want(t, 0)
	for _, name := range []string{"documents.jsonl", "manifest.json"} {
		found, _ := filepath.Glob(filepath.Join(data, "index", "gen-*", name))
		if len(found) == 0 {
			t.Fatalf("no %s to damage", name)
		}
		for _, f := range found {
			write(t, f, "{")
		}
		advise(t, "", env, "ask", "what does a lighthouse keeper earn?").want(t, 0, "31,000 crowns")
	}
}

func TestOneLongLine(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	size := 1 << 20
	if race.Enabled {
		size /= 8
	}
	write(t, filepath.Join(dir, "dump.txt"), strings.Repeat("all work and no play ", size/21))
	advise(t, "", []string{"ADVISOR_KNOWLEDGE=" + dir}, "ask", "what does a lighthouse keeper earn?").want(t, 0, "31,000 crowns")
}

func TestSynonymsOfAFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "keeper.md"), keeper)
	env := []string{"ADVISOR_KNOWLEDGE=" + dir}
	const slang = "how many gribbles does a lighthouse keeper take home?"
	if r := advise(t, "", env, "ask", slang); strings.Contains(r.out, "31,000 crowns") {
		t.Fatalf("the word is known without the file: %s", r.out)
	}
	for _, line := range []string{"gribbles, salary", "take home pay, salary: gribbles"} { // the older form, too
		write(t, filepath.Join(dir, "synonyms.txt"), "# ours\nlamp, light\n"+line+"\n")
		advise(t, "", env, "ask", slang).want(t, 0, "31,000 crowns")
	}
	write(t, filepath.Join(dir, "synonyms.txt"), "dosh\n")
	r := advise(t, "", env, "ask", "what does a lighthouse keeper earn?")
	r.want(t, 0, "31,000 crowns")
	if r.err != "" {
		t.Errorf("a bad file is told of at every question: %s", r.err)
	}
	advise(t, "", env, "check").want(t, 1, "synonyms.txt", "only one word")
}
