package reading_test

import (
	"strings"
	"testing"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/roles"
	"careeradvisor/knowledge/text"
)

// TestMisses expects an answer to have the names that its question has, but not its initials or
// numbers, which it may spell out.
func TestMisses(t *testing.T) {
	terms := func(s string) (all []knowledge.Term) {
		for _, w := range strings.Fields(strings.ToLower(strings.Trim(s, "?"))) {
			all = append(all, knowledge.Term{Text: w, Count: 1, Weight: 1})
		}
		return all
	}
	r := reading.New(roles.New(nil), terms, reading.Synonyms{})
	for _, c := range []struct {
		asked, answer string
		want          bool
	}{
		{"Where is the nursing room in Havenport?", "The nursing room of the Lowford office is upstairs", true},
		{"Where is the nursing room in Havenport?", "Havenport: the nursing room is upstairs", false},
		{"When do reviews end in FY26?", "The reviews of FY25 end in June", true},
		{"Does the jury eat into my PTO for 2 weeks?", "Court leave does not count against other leave", false},
		{"What does the harbour pay?", "Ninety coins", false},
		{"How Do I Request Parental Leave?", "Ask for the blue form", false},
		{"Which RSUs do new hires get?", "Two hundred restricted stock units", false},
	} {
		if got := r.Alone(c.asked).Misses(text.StemsIn(c.answer)); got != c.want {
			t.Errorf("%q, answered by %q: misses a name %v", c.asked, c.answer, got)
		}
	}
}
