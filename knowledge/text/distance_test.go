package text_test

import (
	"testing"

	"careeradvisor/knowledge/text"
)

// TestDistance compares words with one another, by matchers that have compared others
// before.
func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		limit, want int
	}{
		{"salary", "salary", 1, 0}, {"sallary", "salary", 1, 1}, {"salry", "salary", 1, 1}, {"salory", "salary", 1, 1}, {"saalry", "salary", 1, 1},
		{"feedbak", "feedback", 2, 1}, {"diffrnce", "difference", 2, 2}, {"mangaer", "manager", 2, 1}, {"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 3}, {"a", "abcdefg", 2, 3}, {"pilot", "keeper", 2, 3}, {"", "ab", 2, 2}, {"ab", "", 1, 2},
		{"müller", "muller", 1, 1}, {"東京", "京東", 1, 1},
	} {
		m := text.NewMatcher(c.a)
		for _, before := range []string{"", "something quite long", c.a} {
			m.Distance(before, 40)
			if got := m.Distance(c.b, c.limit); got != c.want {
				t.Errorf("from %q to %q, up to %d: %d, want %d", c.a, c.b, c.limit, got, c.want)
			}
		}
		if got := text.Distance(c.b, c.a, c.limit); got != c.want {
			t.Errorf("from %q to %q, up to %d: %d, want %d", c.b, c.a, c.limit, got, c.want)
		}
	}
}
