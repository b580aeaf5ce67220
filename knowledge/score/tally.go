package score

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// Tally counts right answers: all of them, by what was expected, and by kind of
// question. Its zero value is ready for use.
type Tally struct {
	Right, Total map[string]int // by "all", "expect X", "kind X"

	answered, answeredRight int     // answers, whatever was expected
	answerable, refused     int     // questions that the documents answer; those of them that were refused
	focus                   float64 // sum of the shares of answers' citations that are gold
	focused                 int     // of so many answers
	lengths                 []int   // of answers, in characters
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
	answerable := q.Expect == string(knowledge.Answered)
	if answerable {
		t.answerable++
		if a.Kind == knowledge.Refuse && !right {
			t.refused++
		}
	}
	if a.Kind != knowledge.Answered {
		return
	}
	t.answered++
	if right {
		t.answeredRight++
	}
	t.lengths = append(t.lengths, utf8.RuneCountInString(a.Text()))
	if answerable && len(q.Gold) > 0 && len(a.Citations) > 0 {
		gold := 0
		for _, c := range a.Citations {
			if q.isGold(c) {
				gold++
			}
		}
		t.focus += float64(gold) / float64(len(a.Citations))
		t.focused++
	}
}

// Print prints tallies of the same questions side by side, one line for each key, under their
// names; a single tally has no line of names. Below are the figures for what costs trust: wrong
// answers, and refusals of questions that the documents answer.
func Print(w io.Writer, names []string, tallies ...*Tally) {
	if len(tallies) > 1 {
		fmt.Fprintf(w, "%-22s", "")
		for _, n := range names {
			fmt.Fprintf(w, " %22s", n)
		}
		fmt.Fprintln(w)
	}
	line := func(name string, of func(t *Tally) (n, total int)) {
		fmt.Fprintf(w, "%-22s", name)
		for _, t := range tallies {
			n, total := of(t)
			fmt.Fprintf(w, " %4d of %4d  %5.1f %%  ", n, total, 100*float64(n)/float64(max(total, 1)))
		}
		fmt.Fprintln(w)
	}
	for _, k := range slices.Sorted(maps.Keys(tallies[0].Total)) {
		line(k, func(t *Tally) (int, int) { return t.Right[k], t.Total[k] })
	}
	line("wrong when answering", func(t *Tally) (int, int) { return t.answered - t.answeredRight, t.answered })
	line("refused of answerable", func(t *Tally) (int, int) { return t.refused, t.answerable })
	for i, t := range tallies {
		name := ""
		if len(tallies) > 1 {
			name = names[i] + ": "
		}
		t.printMeans(w, name)
	}
}

// printMeans prints how long answers are, and how many of their citations are gold.
func (t *Tally) printMeans(w io.Writer, name string) {
	if n := t.medianLength(); n > 0 {
		fmt.Fprintf(w, "%smedian answer length %.0f characters\n", name, n)
	}
	if t.focused > 0 {
		fmt.Fprintf(w, "%sfocus %.2f of an answer's citations are gold\n", name, t.focus/float64(t.focused))
	}
}

// medianLength is how long an answer is; NaN if there is none.
func (t *Tally) medianLength() float64 {
	if len(t.lengths) == 0 {
		return math.NaN()
	}
	slices.Sort(t.lengths)
	return float64(t.lengths[len(t.lengths)/2])
}

// add takes in what another tally has counted.
func (t *Tally) add(o *Tally) {
	if t.Total == nil {
		t.Right, t.Total = map[string]int{}, map[string]int{}
	}
	for k, n := range o.Total {
		t.Total[k] += n
		t.Right[k] += o.Right[k]
	}
	t.answered, t.answeredRight = t.answered+o.answered, t.answeredRight+o.answeredRight
	t.answerable, t.refused = t.answerable+o.answerable, t.refused+o.refused
	t.focus, t.focused = t.focus+o.focus, t.focused+o.focused
	t.lengths = append(t.lengths, o.lengths...)
}
