package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// maxConsidered is how many passages an explanation lists.
const maxConsidered = 8

// explain says what was understood of a question and what was weighed.
func (e *Engine) explain(r *reading, found, chosen []*evidence, s signals, unmet []term) *knowledge.Explanation {
	x := e.explainReading(r)
	x.Signals = s.byName()
	missed := map[string]bool{}
	for _, t := range unmet {
		missed[t.Stem] = true
	}
	for i := range x.Terms {
		x.Terms[i].Met = !missed[text.Stem(x.Terms[i].Text)]
	}
	for i, ev := range found {
		if i == maxConsidered {
			break
		}
		c := knowledge.Considered{Citation: e.corpus.cite(ev.passage), Text: ev.passage.units[ev.unit].text, Score: ev.score, Like: ev.like}
		c.Said, c.Why = e.whySaid(found, chosen, ev)
		x.Considered = append(x.Considered, c)
	}
	return x
}

// explainReading says what was understood of a question.
func (e *Engine) explainReading(r *reading) *knowledge.Explanation {
	x := &knowledge.Explanation{
		Read: strings.Join(text.Texts(r.words), " "), Assumed: r.assumed, Intent: string(r.intent), Repaired: r.repaired,
	}
	for _, i := range r.roles {
		x.Roles = append(x.Roles, e.roles[i].Name)
	}
	if f := r.facet(); f != nil {
		x.Facet = f.name
	}
	for _, t := range r.terms {
		if t.carries() {
			x.Terms = append(x.Terms, knowledge.Term{Text: t.Text, Weight: t.weight, Alike: t.alike})
		}
	}
	return x
}

// whySaid reports whether a passage is said, and why not.
func (e *Engine) whySaid(found, chosen []*evidence, ev *evidence) (bool, string) {
	switch {
	case slices.Contains(chosen, ev):
		return true, ""
	case len(chosen) > 0 && ev.score < ranking.further*chosen[0].score:
		return false, "too far behind the best"
	case sayingSame(chosen, ev) != nil:
		return false, "says the same as another"
	}
	return false, "enough is said"
}
