package score

import (
	"context"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/weights"
)

// rounds is how often weights are fitted. How a message is read (by itself or as a follow-up)
// depends on the confidence, so the first round reads by the initial weights, and the second by
// those just fitted.
const rounds = 2

// Fit fits weights on the sets that were read, starting from those in use. The steps are fitted in
// order, each on what the engine computes with the ones before: what is found, which of it comes
// first, how sure the answer is, and the same for what was heard. Sets that share documents
// together count as one. Weights that no question in the sets touches stay as they are.
func Fit(ctx context.Context, sets []Set) (weights.Table, error) {
	w := weights.Fitted()
	var read []Set
	heard := false
	for _, s := range sets {
		if s.Unread {
			continue
		}
		read = append(read, s)
		heard = heard || slices.ContainsFunc(s.Questions, func(q Question) bool { return q.Heard })
	}
	if len(read) == 0 {
		return w, &knowledge.Error{Say: "There is nothing to fit weights on: name more sets, on other documents, without marking them as unread."}
	}
	groups := group(read)
	steps := []func([]observation, *weights.Table){fitFind, fitRank, fitJudge}
	for range rounds {
		for _, step := range steps {
			if err := fitStep(ctx, read, groups, &w, step); err != nil {
				return w, err
			}
		}
	}
	if !heard {
		return w, nil
	}
	err := fitStep(ctx, read, groups, &w, fitHear)
	return w, err
}

func fitStep(ctx context.Context, sets []Set, groups []int, w *weights.Table, step func([]observation, *weights.Table)) error {
	all, err := observe(ctx, sets, groups, w)
	if err == nil {
		step(all, w)
	}
	return err
}

// fitFind fits what orders all candidates, before the first are compared token by token.
func fitFind(all []observation, w *weights.Table) {
	var cs []choice
	for _, o := range all {
		features := make([][]float64, len(o.sample.Features))
		for i, f := range o.sample.Features {
			features[i] = append([]float64(nil), f...)
			features[i][weights.OfTokens] = 0
		}
		cs = o.choose(cs, features)
	}
	fitChoices(cs, w.Find[:])
}

// fitRank fits what orders the first few candidates.
func fitRank(all []observation, w *weights.Table) {
	var cs []choice
	for _, o := range all {
		cs = o.choose(cs, o.sample.Features[:o.sample.Judged])
	}
	fitChoices(cs, w.Rank[:])
}

// choose adds the choice among the first candidates if the question has an answer and there is
// something to choose.
func (o *observation) choose(cs []choice, features [][]float64) []choice {
	if o.question.Heard || o.question.isTalk() || !o.question.isAnswerable() {
		return cs
	}
	right := label(o.question, o.sample.Passages[:len(features)])
	for _, r := range right {
		if r != 1/float64(len(right)) {
			return append(cs, choice{o.group, features, right})
		}
	}
	return cs
}

// fitJudge fits how sure an answer is.
func fitJudge(all []observation, w *weights.Table) {
	var ts []trial
	for _, o := range all {
		if !o.question.Heard && !o.question.isTalk() && o.composed {
			ts = append(ts, trial{o.group, o.sample.Signals, o.found()})
		}
	}
	fitTrials(ts, w.Judge[:])
}

// fitHear fits how sure the engine is that an overheard message asks what the documents answer, and
// how sure it has to be.
func fitHear(all []observation, w *weights.Table) {
	var heard, sure []trial
	for _, o := range all {
		if !o.question.Heard || !o.composed {
			continue
		}
		t := trial{o.group, o.sample.Heard, o.found()}
		heard = append(heard, t)
		if o.sure(w.Judge[:]) >= w.Answer { // the others are not said in any case
			sure = append(sure, t)
		}
	}
	fitTrials(heard, w.Hear[:])
	if len(sure) > 0 {
		w.Heard = heardFrom(sure, w.Hear[:])
	}
}
