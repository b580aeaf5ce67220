package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"careeradvisor/knowledge/guides"
	"careeradvisor/knowledge/load"
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
		if diff := cmp.Diff(c.in, sentences(strings.Join(c.in, " "))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := sentences(""); len(got) > 0 {
		t.Errorf("nothing has the sentences %q", got)
	}
}

// TestSentencesAreTheText joins the sentences of every passage again.
func TestSentencesAreTheText(t *testing.T) {
	files, bad := load.Read(guides.FS, "")
	docs, worse := new(load.Parser).ParseAll(t.Context(), files, nil)
	if len(bad)+len(worse) > 0 || len(docs) == 0 {
		t.Fatal(bad, worse)
	}
	for _, d := range docs {
		for _, p := range d.Passages() {
			if got := strings.Join(sentences(p.Text), " "); got != p.Text {
				t.Errorf("%s: %q became %q", p.ID, p.Text, got)
			}
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, seed := range []string{"", "a. B. c.", "He said “Stop.” Go!", "...", ". . .", "a.) B", "2.5 2. 5", "\xff. A", "e.g. ", "A.” ", " . A"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ss := sentences(text)
		if got := strings.Join(ss, " "); got != text && got+" " != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestSentencesThatLean(t *testing.T) {
	for s, want := range map[string]bool{"They sleep ashore.": true, "However, it rains.": true, "It’s late.": true, "In addition, he reports.": true,
		"Pilots sleep ashore.": false, "Itinerant pilots sleep.": false, "Thesis work counts.": false} {
		if leans(s) != want {
			t.Errorf("%q leans: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"Is it for you?": true, "Here is what to do:": true, "It's important to note that pilots swim.": true, "Pilots swim.": false} {
		if announces(s) != want {
			t.Errorf("%q announces: %v", s, !want)
		}
	}
}
