package text_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/text"
)

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct{ in []string }{
		"plain":             {[]string{"A pilot guides ships.", "He knows the tides!", "Does he sleep?", "Yes."}},
		"abbreviations":     {[]string{"Tools, e.g. Jira, i.e. trackers, are used.", "Mr. Smith agrees."}},
		"decimals":          {[]string{"It costs 2.5 crowns.", "It was 26.5 lakh before."}},
		"initials":          {[]string{"J. Smith wrote it.", "He left."}},
		"quotes":            {[]string{"He said “Stop.”", "Then (he went on.)", "\"Why?\"", "He knew."}},
		"no end":            {[]string{"A heading without an end"}},
		"small letter next": {[]string{"The vs. question is old.", "It stays."}},
		"versions":          {[]string{"Use Go 1.26. and then rest"}},
		"ellipsis":          {[]string{"Wait...", "Then go."}},
		"other scripts":     {[]string{"Größe zählt.", "Étude finie.", "東京です."}},
		"figures begin":     {[]string{"Many came.", "12 stayed."}},
	} {
		if diff := cmp.Diff(c.in, text.Sentences(strings.Join(c.in, " "))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := text.Sentences(""); len(got) > 0 {
		t.Errorf("nothing has the sentences %q", got)
	}
}

// TestSentencesAreTheText puts the sentences of real prose together again.
func TestSentencesAreTheText(t *testing.T) {
	names, err := fs.Glob(guides.FS, "*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no guides", err)
	}
	for _, name := range names {
		file, err := fs.ReadFile(guides.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
			if got := strings.Join(text.Sentences(line), " "); got != line {
				t.Errorf("%s: %q became %q", name, line, got)
			}
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{"", "a. B. c.", "He said “Stop.” Go!", "...", ". . .", "a.) B", "2.5 2. 5", "\xff. A", "e.g. ", "A.” ", " . A"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ss := text.Sentences(s)
		if got := strings.Join(ss, " "); got != s && got+" " != s {
			t.Errorf("%q became %q", s, got)
		}
	})
}
