package answer

import (
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

// explain says how an answer was found, given the evidence that it came from.
func (e *Engine) explain(f *finding, kind knowledge.AnswerKind) *knowledge.Explanation {
	q := f.question
	x := &knowledge.Explanation{Read: q.Text, Foreign: q.Foreign, Terms: slices.Clone(q.Terms), Signals: map[string]float64{}}
	for _, s := range q.Named {
		x.Roles = append(x.Roles, e.finder.Roles.Name(s))
	}
	if f.draft == nil {
		return x
	}
	has := f.draft.Stems()
	for i := range x.Terms {
		t := &x.Terms[i]
		t.Met = t.Count > 0 && slices.ContainsFunc(text.Stems(t.Text), func(s string) bool { return has[s] })
	}
	for i, n := range signalNames {
		x.Signals[n] = f.signals[i]
	}
	for i, c := range f.evidence.First() {
		said := kind == knowledge.Answered && f.draft.Says(c.ID)
		w := knowledge.Considered{Citation: c.Citation(), Text: c.Text, Score: c.Score, Like: c.Features[weights.OfNearest] * 3, Tokens: c.Tokens, Said: said}
		switch {
		case said:
		case kind == knowledge.Answered:
			w.Why = "what I said answers the question better"
		case i == 0:
			w.Why = "I wasn't sure enough that it answers the question"
		default:
			w.Why = "I was less sure of it than of the first"
		}
		x.Considered = append(x.Considered, w)
	}
	return x
}

// signalNames are the signals as people read them.
var signalNames = [weights.Signals]string{
	weights.Bias: "start", weights.ByTokens: "tokens", weights.ByNearest: "likeness",
	weights.ByAsk: "known question", weights.ByMiss: "known miss", weights.ByForeign: "another job", weights.ByMargin: "margin", weights.ByNamed: "names a role", weights.ByMissingName: "missing name", weights.ByReading: "reading",
	weights.ByQuantity: "lacks a number", weights.ByCarried: "follow-up", weights.ByLength: "brevity", weights.BySubject: "about the role", weights.ByDescription: "describes the role",
}
