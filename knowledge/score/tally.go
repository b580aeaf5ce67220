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

// Add takes in all that another tally counted.
func (t *Tally) Add(other *Tally) {
	if t.Total == nil {
		t.Right, t.Total = map[string]int{}, map[string]int{}
	}
	for k, n := range other.Total {
		t.Total[k] += n
		t.Right[k] += other.Right[k]
	}
	t.lengths = append(t.lengths, other.lengths...)
}

// Share is the share of right answers under a key, 0 to 1.
func (t *Tally) Share(key string) float64 {
	if t.Total[key] == 0 {
		return 0
	}
	return float64(t.Right[key]) / float64(t.Total[key])
}

// Print prints a table, a line a key.
func (t *Tally) Print(w io.Writer) { Print(w, []string{""}, []*Tally{t}) }

// Print prints tallies of the same questions side by side, a line a key, under
// their names; where there is but one, without a line of names.
func Print(w io.Writer, names []string, tallies []*Tally) {
	if len(tallies) > 1 {
		fmt.Fprintf(w, "%-20s", "")
		for _, n := range names {
			fmt.Fprintf(w, " %22s", n)
		}
		fmt.Fprintln(w)
	}
	var keys []string
	for k := range tallies[0].Total {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(w, "%-20s", k)
		for _, t := range tallies {
			fmt.Fprintf(w, " %4d of %4d  %5.1f %%  ", t.Right[k], t.Total[k], 100*t.Share(k))
		}
		fmt.Fprintln(w)
	}
	for i, t := range tallies {
		sort.Ints(t.lengths)
		if n := len(t.lengths); n > 0 {
			name := ""
			if len(tallies) > 1 {
				name = names[i] + ": "
			}
			fmt.Fprintf(w, "%smedian answer length %d characters\n", name, t.lengths[n/2])
		}
	}
}
