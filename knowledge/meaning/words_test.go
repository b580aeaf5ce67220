package meaning

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"  \t\r\n ":                     "",
		"PM vs TPM?":                    "pm vs tpm ?",
		"what's it like":                "what ' s it like",
		"résumé, CURRÍCULUM Vitæ":       "resume , curriculum vitæ",
		"e\u0301tude":                   "etude", // the accent as a character of its own
		"C++/C#, .NET":                  "c + + / c # , . net",
		"zero\u200bwidth nul\x00l":      "zerowidth null",
		"line\u2028break no\u00a0break": "line break no break",
		"₹26.5 lakh 🔥hot🔥":              "₹ 26 . 5 lakh 🔥 hot 🔥",
		"“quoted”—dash…":                "“ quoted ” — dash …",
		"產品 manager":                    "產 品 manager",
		"bad\xffbyte \ufffdhere":        "badbyte here",
		"ǅ İstanbul":                    "ǆ istanbul",
	} {
		got := strings.Join(slices.Collect(words(text)), " ")
		if got != want {
			t.Errorf("words(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestWordsStopEarly(t *testing.T) {
	for w := range words("one, two") {
		if w == "," {
			break
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want string
	}{
		{"short", 9, "short"},
		{"short", 5, "short"},
		{"shorter", 5, "short"},
		{"é", 1, ""},
		{"aéb", 2, "a"},
		{"\x80\x80\x80", 2, ""},
	} {
		if got := clip(c.text, c.max); got != c.want {
			t.Errorf("clip(%q, %d) = %q, want %q", c.text, c.max, got, c.want)
		}
	}
}
