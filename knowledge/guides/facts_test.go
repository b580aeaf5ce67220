package guides_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// No fact may get lost when the guides are edited. The facts are in testdata/facts.txt, one per
// line, along with the rules of that file.
func TestEveryFactStandsInItsGuide(t *testing.T) {
	list, err := os.ReadFile(filepath.Join("testdata", "facts.txt"))
	if err != nil {
		t.Fatal(err)
	}
	guide, facts := "", map[string]int{}
	var texts []string
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasSuffix(line, ".md"):
			guide, texts = line, passages(t, line)
			for i := range texts {
				texts[i] = strings.ToLower(texts[i])
			}
		default:
			facts[guide]++
			if !anyHasAll(texts, strings.Split(line, ", ")) {
				t.Errorf("%s: no passage says: %s", guide, line)
			}
		}
	}
	for name, least := range map[string]int{
		"career-profile.md": 89, "complete-guide.md": 81, "hiring-guide.md": 44, "role-unlocked.md": 35,
	} {
		if facts[name] < least {
			t.Errorf("%s: %d facts listed, want %d or more", name, facts[name], least)
		}
	}
}

func anyHasAll(texts, words []string) bool {
next:
	for _, text := range texts {
		for _, word := range words {
			if !strings.Contains(text, word) {
				continue next
			}
		}
		return true
	}
	return false
}

// The guides restate facts in their own words. The test runs only if the source documents are at
// hand, in the folder shared beside the checkout.
func TestNoSentenceIsCopiedFromASource(t *testing.T) {
	const run = 8 // consecutive words that count as copied
	sources, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "sources", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(sources) == 0 {
		t.Skip("the source documents are not beside this checkout (shared/sources): copied text is not looked for")
	}
	seen := map[string]string{}
	for _, path := range sources {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			for _, r := range runs(line, run) {
				seen[r] = filepath.Base(path)
			}
		}
	}
	for _, name := range names {
		_, body := split(t, name)
		for line := range strings.Lines(body) {
			for _, r := range runs(line, run) {
				if source, copied := seen[r]; copied {
					t.Errorf("%s: stands in %s too: %s", name, source, r)
				}
			}
		}
	}
}

// runs returns every run of n consecutive words of a text, in lower case and without punctuation. A
// program's name counts as one word, since there is only one way to write it.
func runs(text string, n int) []string {
	text = strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	text = strings.ReplaceAll(text, "mit xpro building ai products and services program", "mit-program")
	words := strings.Fields(regexp.MustCompile(`[^\pL\pN\s]+`).ReplaceAllString(text, ""))
	var all []string
	for i := 0; i+n <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+n], " "))
	}
	return all
}
