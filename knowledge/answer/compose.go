package answer

import (
	"context"
	"slices"
	"unicode/utf8"

	"careeradvisor/knowledge"
)

// compose chooses the form of the answer. A question about a facet as a whole gets
// what the documents have under its heading: a table, steps, a list. One that asks
// for something in particular gets the sentences that say it.
func (e *Engine) compose(ctx context.Context, r *reading) (knowledge.Answer, error) {
	for _, form := range []func(*reading) (knowledge.Answer, bool){e.nth, e.compare, e.portray, e.describe} {
		if a, ok := form(r); ok {
			return a, nil
		}
	}
	if r.facet() != nil && (e.asksForWhole(r) || e.onlyTurnsOfSpeech(r)) {
		if a, ok := e.whole(r); ok {
			return a, nil
		}
	}
	found, err := e.gather(ctx, r)
	if err != nil {
		return knowledge.Answer{}, err
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
	if f == nil || f.strict || !r.asksPlainly() || r.facets[0].particular || r.isComparison() || len(r.labels) > 0 ||
		len(r.roles) == 1 && e.isSecondary(r.roles[0]) || e.lacks(r, nil, r.content()) {
		return false
	}
	strange := 0
	for _, t := range r.terms {
		if t.asks || t.inherited {
			continue
		}
		if t.carries() {
			strange++
		}
		if t.compound || t.Named || e.corpus.knows(t.Stem) && t.carries() {
			return false
		}
	}
	if r.intent == yesNo && strange > 0 {
		return false // "is the job stressful" hangs on its strange word
	}
	return !r.assumed || strange <= maxStrange
}

// maxStrange is how many words that no document has a question may have that names
// no role, and still be about one: "how do I train my dog to sit" is not.
const maxStrange = 1

// asksForWhole tells a question that carries nothing beyond its facet and a role that
// a document is about.
func (e *Engine) asksForWhole(r *reading) bool {
	if len(r.roles) == 1 && e.isSecondary(r.roles[0]) {
		return false
	}
	return e.asksNoMore(r)
}

// asksNoMore tells a question whose words say nothing beyond its facet and role.
func (e *Engine) asksNoMore(r *reading) bool {
	if len(r.labels) > 0 || r.facets[0].particular || r.goesOn() {
		return false
	}
	for _, t := range r.terms {
		if t.asks || t.inherited || t.optional && r.facet().whole {
			continue
		}
		if t.carries() && !e.inHeadings(t.Stem, e.facetSections(r)) {
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
	return slices.ContainsFunc(sections, func(s int) bool { return slices.Contains(e.corpus.sections[s].stems, stem) })
}

// maxProse is how long an answer in prose may be, in characters, that has more than
// one point.
const maxProse = 1000

// facts answers with the sentences that meet the question best, one to three.
func (e *Engine) facts(r *reading, found []*evidence) knowledge.Answer {
	chosen := e.choose(found)
	s, unmet := e.signalsOf(r, chosen)
	share := calibrated.confidence(s)
	lacks := e.lacks(r, chosen, unmet)
	if len(chosen) == 0 || share < answerAt || lacks {
		a := e.refuse(r, unmet)
		if lacks {
			share = 0
		}
		a.Confidence, a.Why = share, e.explain(r, found, chosen, s, unmet)
		return a
	}
	b := e.newBuilder()
	shape := knowledge.Table
	if !b.wholeRow(r, chosen[0]) {
		shape, chosen = knowledge.Prose, chosen[:b.prose(chosen)]
	}
	b.a.Why = e.explain(r, found, chosen, s, unmet)
	return b.answer(shape, share)
}

// prose adds a point for each piece of evidence, as many as fit, and returns how many
// those are.
func (b *builder) prose(chosen []*evidence) int {
	for i, ev := range chosen {
		b.point(ev)
		if i > 0 && utf8.RuneCountInString(b.a.Text()) > maxProse {
			b.a.Points = b.a.Points[:i]
			return i
		}
	}
	return len(chosen)
}
