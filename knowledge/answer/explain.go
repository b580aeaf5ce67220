package answer

import (
	"slices"
	"strings"

	"careeradvisor/knowledge"
)

// explain says how an answer came about, from the evidence that it came from.
func (e *Engine) explain(f *finding, a knowledge.Answer) *knowledge.Explanation {
	x := &knowledge.Explanation{Read: f.reading.text, Roles: e.names(f.reading.named), Foreign: f.reading.foreign, Terms: slices.Clone(f.reading.terms), Signals: map[string]float64{}}
	if f.composed == nil {
		return x
	}
	has := f.composed.words()
	for i := range x.Terms {
		t := &x.Terms[i]
		t.Met = t.Count > 0 && has[stem(t.Text)]
	}
	for i, n := range signalNames {
		x.Signals[n] = f.signals[i]
	}
	for i, c := range f.gathered.candidates[:min(judged, len(f.gathered.candidates))] {
		said := a.Kind == knowledge.Answered && f.composed.passages[c.ID]
		w := knowledge.Considered{Citation: c.cite(), Text: c.Text, Score: c.score, Like: c.features[ofNearest] * 3, Tokens: c.tokens, Said: said}
		switch {
		case said:
		case a.Kind != knowledge.Answered && i == 0:
			w.Why = "I wasn't sure enough that it answers the question"
		case a.Kind != knowledge.Answered:
			w.Why = "I was less sure of it than of the first"
		default:
			w.Why = "what I said answers the question better"
		}
		x.Considered = append(x.Considered, w)
	}
	return x
}

// signalNames are the signals as people read them.
var signalNames = [signals]string{
	bias: "start", byTokens: "tokens", byTokensMean: "tokens, of three", byNearest: "likeness", byShare: "words met", byUnknown: "words unknown",
	byAsk: "known question", byMiss: "known miss", byForeign: "another job", byMargin: "margin", byNamed: "names a role",
	byQuantity: "lacks a number", byCarried: "follow-up", byLength: "brevity", bySubject: "about the role",
}

func stem(w string) string {
	ws := stemsOf(w)
	for s := range ws {
		return s
	}
	return strings.ToLower(w)
}
