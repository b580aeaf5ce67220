package answer

// Every threshold of the engine stands here, each with its reason.
const (
	// answerAt is the confidence from which on a question is answered. Refusing
	// what could be answered and answering what cannot weigh the same.
	answerAt = 0.5
	// rowShare is the share of the question's weight that a table's row has to hold
	// to be said in answer to something in particular.
	rowShare = 0.5
	// facetWeight is what the facet counts for in what a question asks: about as
	// much as a word that stands in one passage out of fifty.
	facetWeight = 4.0
	// chatterWeight is that of words which people put around a question.
	chatterWeight = 0.1
	// unknownShare is what a word weighs that the documents do not have, as a share
	// of the rarest word's idf: it may be what matters, or just talk.
	unknownShare = 0.5
	// wholeSure is the confidence of an answer that is what stands under the heading
	// asked for, and tableSure that of a comparison: no sentence had to be found.
	wholeSure, tableSure = 0.9, 0.9
	// sameThing is the share of common words from which on two sentences say the same.
	sameThing = 0.6
)

// calibrated is what Fit found on the question sets in testdata, rounded, with two
// changes by hand: the bias leans to answering, since far more of what people ask
// is covered than not; and figures and names weigh more than few samples can show.
var calibrated = Calibration{
	Bias: -0.4,
	Weights: [signalCount]float64{
		sigCover: 0.8, sigBest: 0.4, sigLike: 2, sigPeak: 1.9, sigRole: 0.5, sigNoFacet: -2,
		sigUnknown: -2.8, sigAbsent: -2, sigName: -2, sigStrict: -6,
	},
}

// onFacet is the evidence that speaks of the facet itself.
func (e *Engine) onFacet(f *tableRow, found []*evidence) []*evidence {
	var on []*evidence
	for _, ev := range found {
		if ev.facet > 0 || f.speaks(&ev.passage.units[ev.unit]) {
			on = append(on, ev)
		}
	}
	return on
}

func (e *Engine) meetsFacet(f *tableRow, found []*evidence) bool {
	for _, ev := range found {
		if ev.facet > 0 {
			return true
		}
		for i := range ev.passage.units {
			if f.speaks(&ev.passage.units[i]) {
				return true
			}
		}
	}
	return false
}

// meets tells whether a term stands in what was found or in the headings over it.
func (e *Engine) meets(t term, found []*evidence) bool {
	for _, ev := range found {
		if e.standsLike(t, ev.passage) {
			return true
		}
		for _, same := range ev.same {
			if e.standsLike(t, same.passage) {
				return true
			}
		}
	}
	return false
}

// standsLike tells whether a term or a synonym of it stands in a passage or over it.
func (e *Engine) standsLike(t term, p *passage) bool {
	if e.stands(t.stem, p) {
		return true
	}
	for _, s := range t.alike {
		if e.stands(s, p) {
			return true
		}
	}
	return false
}

func (e *Engine) stands(stem string, p *passage) bool {
	for i := range p.units {
		if p.units[i].has[stem] || p.units[i].around[stem] {
			return true
		}
	}
	for _, s := range p.label {
		if s == stem {
			return true
		}
	}
	found := false
	e.c.ancestors(p.section, func(s *section) {
		for _, h := range s.stems {
			found = found || h == stem
		}
	})
	return found
}
