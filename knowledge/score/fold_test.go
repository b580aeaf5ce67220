package score_test

import (
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/score"
)

// TestTextIsFolded compares texts that read alike: they differ in case, dashes, quotes, spaces, and
// characters that Unicode counts as the same (NFKC).
func TestTextIsFolded(t *testing.T) {
	for _, c := range []struct {
		text, must string
		alike      bool
	}{
		{"40–50%", "40-50%", true},
		{"40−50%", "40‑50%", true},
		{"the pilot’s house", "pilot's", true},
		{"‘a’ “b”", `'A' "B"`, true},
		{"five\u00a0 days\n\toff", "five days off", true},
		{"ﬁrst ofﬁcer", "FIRST officer", true},
		{"cafe\u0301", "café", true},
		{"ＴＰＭ ②", "tpm 2", true},
		{"forty to fifty", "40-50", false},
		{"fivedays", "five days", false},
		{"31400", "31,400", false},
		{"café", "cafe", false},
	} {
		got := score.Verdict(score.Question{Expect: "answer", Must: [][]string{{c.must}}}, says(knowledge.Answered, c.text), false)
		if (got == "") != c.alike {
			t.Errorf("%q in %q: %q", c.must, c.text, got)
		}
		got = score.Verdict(score.Question{Expect: "answer", MustNot: []string{c.must}}, says(knowledge.Answered, c.text), false)
		if (got != "") != c.alike {
			t.Errorf("%q not in %q: %q", c.must, c.text, got)
		}
	}
}
