package text_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge/text"
)

func TestWordsAreWrittenOut(t *testing.T) {
	for in, want := range map[string]string{
		"What's a TPM?":               "what is a tpm",
		"what’s it like":              "what is it like",
		"They don't, I can't":         "they do not i can not",
		"you're sure they're in":      "you are sure they are in",
		"wat r u":                     "what are you",
		"wtf is that":                 "what is that",
		"ppl w skills pls":            "people with skills please",
		"the pilot's licence":         "the pilot licence",
		"the pilots' house":           "the pilots house",
		"PM/TPM, AI-based (2.0)":      "pm tpm ai based 2.0",
		"in the US or with us":        "in the usa or with us",
		"":                            "",
		"?! ... ''":                   "",
		"Größe, 東京, café":             "größe 東京 café",
		strings.Repeat("ab ", 10_000): strings.TrimSpace(strings.Repeat("ab ", text.MaxWords)),
	} {
		if got := strings.Join(text.Texts(text.Words(in)), " "); got != want {
			t.Errorf("%.40q: %.80q, want %.80q", in, got, want)
		}
	}
}

// TestSpellingsStemAlike expects one stem for words that mean the same.
func TestSpellingsStemAlike(t *testing.T) {
	for _, same := range []string{
		"organisation organization organisations", "analyse analyze", "specialise specialize specialising", "behaviour behavior behaviours",
		"harbour harbor harbours", "optimised optimized", "high higher highest", "spend spent", "manager managers", "tpm tpms",
		"company companies firm", "analysis analyses", "become became becomes",
	} {
		ws := strings.Fields(same)
		for _, w := range ws[1:] {
			if text.Stem(w) != text.Stem(ws[0]) {
				t.Errorf("%s: %q, %s: %q", ws[0], text.Stem(ws[0]), w, text.Stem(w))
			}
		}
	}
	for _, other := range []string{"wise wish", "four for", "pilot pill", "rise rice", "hour horse"} {
		a, b, _ := strings.Cut(other, " ")
		if text.Stem(a) == text.Stem(b) {
			t.Errorf("%s and %s have one stem", a, b)
		}
	}
}

// TestNamesAreSeen tells the capitals of names from those that begin a sentence or shout.
func TestNamesAreSeen(t *testing.T) {
	for in, want := range map[string]string{
		"Do they use Jira?":           "jira",
		"Jira is used":                "",
		"Is it so? Ask Anna.":         "anna",
		"they use AWS and Jira":       "aws jira",
		"AWS is used":                 "aws",
		"DO THEY USE JIRA?":           "",
		"they earn 300 a day":         "300",
		"what does iOS mean":          "ios",
		"I know a pilot":              "",
		"What does the Pilot's do?":   "pilot",
		"London is big. Paris is too": "",
	} {
		var names []string
		for _, w := range text.Words(in) {
			if w.Named {
				names = append(names, w.Text)
			}
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: names %q, want %q", in, got, want)
		}
	}
}

func TestSingular(t *testing.T) {
	for in, want := range map[string]string{"pilots": "pilot", "secretaries": "secretary", "bosses": "boss", "firemen": "fireman",
		"boss": "boss", "campus": "campus", "pilot": "pilot", "coaches": "coach"} {
		if got := text.Singular(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestKeysOfTheSameWords(t *testing.T) {
	for a, b := range map[string]string{"Product Managers": "product manager", "the pilot's duty": "the pilots duties", "Organisations": "organization"} {
		if text.Key(a) != text.Key(b) {
			t.Errorf("%q and %q have the keys %q and %q", a, b, text.Key(a), text.Key(b))
		}
	}
	for a, b := range map[string]string{"product manager": "manager product", "pilot": "harbour pilot"} {
		if text.Key(a) == text.Key(b) {
			t.Errorf("%q and %q have one key", a, b)
		}
	}
}

// TestPlain expects markup to go and what was said to stay.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"<b>What</b> is a pilot?":            "What is a pilot?",
		"<@U123> what now :wave:":            "what now",
		"R&amp;D at &lt; 5 %":                "R&D at < 5 %",
		"see https://example.org/?a=1 there": "see there",
		"at 10:30:00, 5 < 6":                 "at 10 00, 5 < 6",
		"a\xffb":                             "a b",
		"a\x1b[31mb\x00c\r\n d\u0085e":       "a [31mb c d e",
	} {
		if got := strings.Join(strings.Fields(text.Plain(in)), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
