package score

import (
	"fmt"
	"io"
	"sort"

	"careeradvisor/knowledge"
)

// Tally counts right answers: all of them, by what was expected, and by kind of
// question. Its zero value is ready for use.
type Tally struct {
	Right, Total map[string]int // by "all", "expect X", "kind X"
	lengths      []int          // of answers, in characters
}

// Count takes in the answer to q.
func (t *Tally) Count(q Question, a knowledge.Answer, right bool) {
	if t.Total == nil {
		t.Right, t.Total = map[string]int{}, map[string]int{}
	}
	for _, key := range []string{"all", "expect " + q.Expect, "kind " + q.Kind} {
		t.Total[key]++
		if right {
			t.Right[key]++
		}
	}
	if a.Kind == knowledge.Answered {
		t.lengths = append(t.lengths, len([]rune(a.Text())))
	}
}

// Share is the share of right answers under a key, 0 to 1.
func (t *Tally) Share(key string) float64 {
	if t.Total[key] == 0 {
		return 0
	}
	return float64(t.Right[key]) / float64(t.Total[key])
}

// Print prints a table, a line a key.
func (t *Tally) Print(w io.Writer) {
	var keys []string
	for k := range t.Total {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(w, "%-20s %4d of %4d  %5.1f %%\n", k, t.Right[k], t.Total[k], 100*t.Share(k))
	}
	sort.Ints(t.lengths)
	if n := len(t.lengths); n > 0 {
		fmt.Fprintf(w, "median answer length %d characters\n", t.lengths[n/2])
	}
}
