package answer

import (
	"context"
	"slices"

	"careeradvisor/knowledge"
)

// compose chooses the form of the answer. A question about a facet as a whole gets
// what the documents have under its heading: a table, steps, a list. One that asks
// for something in particular gets the sentences that say it.
func (e *Engine) compose(ctx context.Context, r *reading) (knowledge.Answer, error) {
	for _, form := range []func(*reading) (knowledge.Answer, bool){e.nth, e.compare} {
		if a, ok := form(r); ok {
			return a, nil
		}
	}
	found, err := e.gather(ctx, r)
	if err != nil {
		return knowledge.Answer{}, err
	}
	if r.facet() != nil && (e.asksForWhole(r) || e.onlyTurnsOfSpeech(r)) {
		if a, ok := e.whole(r); ok {
			return a, nil
		}
	}
	return e.facts(r, found), nil
}

// whole answers with what stands under the facet's heading, in the facet's shape.
func (e *Engine) whole(r *reading) (knowledge.Answer, bool) {
	switch r.facet().shape {
	case knowledge.Steps:
		return e.steps(r)
	case knowledge.List:
		if a, ok := e.list(r); ok {
			return a, true
		}
	}
	return e.prose(r)
}

// onlyTurnsOfSpeech tells a question that asks for a facet in words that no
// document has ("what sort of character thrives in this job?"): none of them is a
// name, a figure, or turns the facet into something else.
func (e *Engine) onlyTurnsOfSpeech(r *reading) bool {
	f := r.facet()
	if f == nil || f.strict || r.facets[0].weight < 1 || r.facets[0].particular || r.isComparison() || len(r.labels) > 0 ||
		len(r.roles) == 1 && e.isSecondary(r.roles[0]) || e.lacks(r, nil, r.content()) {
		return false
	}
	for _, t := range r.terms {
		if t.asks || t.inherited {
			continue
		}
		if t.compound || t.named || e.c.knows(t.stem) && t.weight > chatterWeight {
			return false
		}
	}
	return true
}

// asksForWhole tells a question that carries nothing beyond its facet and role.
func (e *Engine) asksForWhole(r *reading) bool {
	if len(r.roles) == 1 && e.isSecondary(r.roles[0]) {
		return false
	}
	if len(r.labels) > 0 || r.facets[0].particular || r.goesOn() {
		return false
	}
	for _, t := range r.terms {
		if t.asks || t.inherited || t.optional && r.facet().whole {
			continue
		}
		if t.weight > chatterWeight && !e.inHeadings(t.stem, e.facetSections(r)) {
			return false
		}
	}
	return true
}

// goesOn tells a question that asks for a facet of what the one before was about:
// "any soft skills?", after one on interviews.
func (r *reading) goesOn() bool {
	if r.before == nil || r.before.facet() == nil {
		return false
	}
	return !r.before.facet().whole && r.before.facet() != r.facet()
}

func (e *Engine) inHeadings(stem string, sections []int) bool {
	for _, s := range sections {
		for _, h := range e.c.sections[s].stems {
			if h == stem {
				return true
			}
		}
	}
	return false
}

// facts answers with the sentences that meet the question best, one to three.
func (e *Engine) facts(r *reading, found []*evidence) knowledge.Answer {
	chosen := e.choose(found)
	if len(r.roles) > 1 {
		chosen = e.chooseEach(r, found)
	}
	s, unmet := e.signalsOf(r, chosen)
	share := e.calibration.confidence(s)
	why := e.explain(r, found, chosen, s, unmet)
	lacks := e.lacks(r, chosen, unmet)
	if len(chosen) == 0 || share < answerAt || lacks {
		a := e.refuse(r, unmet)
		if lacks {
			share = 0
		}
		a.Confidence, a.Why = share, why
		return a
	}
	b := e.newBuilder()
	if b.wholeRow(r, chosen[0]) {
		b.a.Why = why
		return b.answer(knowledge.Table, share)
	}
	for _, ev := range chosen {
		b.point(ev)
	}
	b.a.Why = why
	return b.answer(knowledge.Prose, share)
}

// choose takes the best evidence, and the next where it says something else nearly
// as well; what says the same is kept as a further source.
func (e *Engine) choose(found []*evidence) []*evidence {
	var out []*evidence
	for _, ev := range found {
		if len(out) > 0 && ev.score < e.ranking.Further*out[0].score {
			break
		}
		if twin := sayingSame(out, ev); twin != nil {
			if twin.passage.section != ev.passage.section && len(twin.same) < maxSame {
				twin.same = append(twin.same, ev)
			}
			continue
		}
		if len(out) < maxPoints {
			out = append(out, ev)
		}
	}
	return out
}

// chooseEach takes the best evidence for each of the roles that a question names,
// and of all together.
func (e *Engine) chooseEach(r *reading, found []*evidence) []*evidence {
	out := e.choose(found)[:min(1, len(found))]
	for _, role := range r.roles {
		for _, ev := range found {
			if slices.Contains(ev.passage.units[ev.unit].roles, role) && ev.score >= e.ranking.Further*found[0].score/2 {
				if sayingSame(out, ev) == nil && len(out) < maxPoints {
					out = append(out, ev)
				}
				break
			}
		}
	}
	return out
}

const (
	// maxPoints is how many sentences in prose a person reads gladly.
	maxPoints = 3
	// maxSame is how many further sources of the same thing are worth naming.
	maxSame = 2
)

// sayingSame is the chosen evidence that ev repeats, or nil.
func sayingSame(chosen []*evidence, ev *evidence) *evidence {
	u := &ev.passage.units[ev.unit]
	for _, c := range chosen {
		if c.passage == ev.passage || overlap(&c.passage.units[c.unit], u) >= sameThing {
			return c
		}
	}
	return nil
}

// overlap is the share of words that two sentences have in common (Jaccard).
func overlap(a, b *unit) float64 {
	common := 0
	for s := range a.has {
		if b.has[s] {
			common++
		}
	}
	all := len(a.has) + len(b.has) - common
	if all == 0 {
		return 0
	}
	return float64(common) / float64(all)
}
