package score

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/weights"
)

// LeftOut is the result of one set, answered with weights fitted without it.
type LeftOut struct {
	Set         Set
	Weights     weights.Table
	Tally       *Tally       // of the questions that were addressed to the engine
	Confidences []Confidence // of those that are not small talk
	Overheard   Overheard
}

// Overheard counts what was not addressed to the engine.
type Overheard struct {
	Heard       int
	Answerable  int // the documents answer it
	Said, Right int // something was said; it was asked for, and is right
}

// LeaveOneOut has each set answered by an engine with weights fitted on the others, and passes the
// result to each. Sets that share documents or questions are left out together. Unread sets are
// never fitted on, and come last.
func LeaveOneOut(ctx context.Context, sets []Set, each func(LeftOut)) error {
	groups := group(sets)
	for _, unread := range []bool{false, true} {
		fits := map[int]weights.Table{} // by the group that is left out
		for i, s := range sets {
			if s.Unread != unread {
				continue
			}
			w, ok := fits[groups[i]]
			if !ok {
				var err error
				if w, err = Fit(ctx, others(sets, groups, groups[i])); err != nil {
					return err
				}
				fits[groups[i]] = w
			}
			l, err := leaveOut(ctx, s, w)
			if err != nil {
				return err
			}
			each(l)
		}
	}
	return nil
}

// others are the sets that remain when a group is left out.
func others(sets []Set, groups []int, out int) (rest []Set) {
	for i, s := range sets {
		if groups[i] != out {
			rest = append(rest, s)
		}
	}
	return rest
}

// group numbers sets so that those with documents or questions in common have the same number.
func group(sets []Set) []int {
	groups := make([]int, len(sets))
	for i, s := range sets {
		groups[i] = i
		for k, o := range sets[:i] {
			if s.Documents != o.Documents && s.Source != o.Source {
				continue
			}
			old := groups[i]
			for m := range i + 1 {
				if groups[m] == old {
					groups[m] = groups[k]
				}
			}
		}
	}
	return groups
}

// leaveOut has one set answered with weights fitted without it.
func leaveOut(ctx context.Context, s Set, w weights.Table) (LeftOut, error) {
	l := LeftOut{Set: s, Weights: w, Tally: &Tally{}}
	e := s.Engine(&w)
	for _, q := range s.Questions {
		a, err := e.Answer(ctx, q.asked())
		if err != nil {
			return l, fmt.Errorf("score: %s: question %s: %w", s.Name, q.ID, err)
		}
		right := Verdict(q, a, false) == ""
		if q.Heard {
			l.Overheard.count(q, a, right)
			continue
		}
		l.Tally.Count(q, a, right)
		if q.isTalk() {
			continue
		}
		o, err := observeOne(ctx, e, q)
		if err != nil {
			return l, fmt.Errorf("score: %s: question %s: %w", s.Name, q.ID, err)
		}
		l.Confidences = append(l.Confidences, Confidence{o.sample.Answer.Confidence, o.right, q.isAnswerable()})
	}
	return l, nil
}

func (h *Overheard) count(q Question, a knowledge.Answer, right bool) {
	h.Heard++
	if q.isAnswerable() {
		h.Answerable++
	}
	if a.Kind == knowledge.Silent {
		return
	}
	h.Said++
	if right && q.isAnswerable() {
		h.Right++
	}
}
