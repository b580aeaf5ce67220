package meaning

import (
	"math"
	"strings"
	"testing"
	"time"
)

// TestHostile gives texts that were made to be slow or to break something.
func TestHostile(t *testing.T) {
	table := mustLoad(t)
	for name, text := range map[string]string{
		"40,000 characters":      strings.Repeat("career ", 40_000/7),
		"one megabyte word":      strings.Repeat("x", 1<<20),
		"words of 100":           strings.Repeat(strings.Repeat("q", 100)+" ", 10_000),
		"words of 100, mixed":    strings.Repeat(strings.Repeat("ŧq", 50)+" ", 10_000),
		"control characters":     strings.Repeat("\x00\x01\x1b[31m\x7f\u200b\u202e", 10_000),
		"accents on one letter":  "a" + strings.Repeat("\u0301", 100_000),
		"not UTF-8":              strings.Repeat("\xff\xfe\xc3", 100_000),
		"punctuation":            strings.Repeat("?!", 100_000),
		"emoji":                  strings.Repeat("🔥", 100_000),
		"ideographs":             strings.Repeat("產", 100_000),
		"continuation marks":     strings.Repeat("##ing ", 100_000),
		"Slack markup":           strings.Repeat("<@U123|x>*_~`", 50_000),
		"surrogates as UTF-8":    strings.Repeat("\xed\xa0\x80", 50_000),
		"right to left and tags": strings.Repeat("\u202eשלום\U000e0041", 30_000),
	} {
		start := time.Now()
		v := table.Sentence(text)
		table.Rank(text)
		if took := time.Since(start); took > 2*time.Second { // some ms, but the race detector and neighbours are slow
			t.Errorf("%s took %v", name, took)
		}
		if n := float64(v.Dot(v)); v != nil && math.Abs(n-1) > 1e-4 {
			t.Errorf("%s: squared length %v, want 1", name, n)
		}
	}
}

func FuzzSentence(f *testing.F) {
	table, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "PM vs TPM?", "résumé", "\xff", "🔥hot", "##ing", "產品"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := table.Sentence(text)
		if n := float64(v.Dot(v)); v != nil && math.Abs(n-1) > 1e-4 {
			t.Errorf("squared length %v, want 1", n)
		}
		if w := table.Sentence(text); !equal(v, w) {
			t.Error("two vectors of one text differ")
		}
		table.Rank(text)
	})
}
