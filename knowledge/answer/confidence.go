package answer

// Every threshold of the engine stands here, each with its reason.
const (
	// answerAt is the share of the question's weight that the evidence has to
	// cover: less than half means that more of the question was left out than met.
	answerAt = 0.5
	// facetWeight is what meeting the facet counts for: about as much as a word
	// that stands in one passage out of fifty.
	facetWeight = 4.0
	// chatterWeight is that of words which people put around a question.
	chatterWeight = 0.1
	// unknownShare is what a word weighs that the documents do not have, as a share
	// of the rarest word's idf: it may be what matters, or just talk.
	unknownShare = 0.5
	// strictFactor multiplies what a strict facet leaves unmet: a figure is said
	// for just what was asked, or not at all.
	strictFactor = 3.0
	// furtherPoint is the share of the best evidence's score that a second or
	// third point needs to be said too.
	furtherPoint = 0.62
	// sameThing is the share of common words from which on two sentences say the same.
	sameThing = 0.6
)

// coverage is the share of the question that the evidence meets, 0 to 1, with
// the words that it does not meet.
func (e *Engine) coverage(r *reading, found []*evidence) (share float64, unmet []term) {
	met, missed := 0.0, 0.0
	if f := r.facet(); f != nil && f.strict {
		found = e.onFacet(f, found)
	}
	if f := r.facet(); f != nil {
		w := facetWeight * min(1, r.facets[0].weight)
		if e.meetsFacet(f, found) {
			met += w
		} else {
			missed += w
		}
	}
	for _, t := range r.content() {
		if t.weight <= chatterWeight {
			continue
		}
		if e.meets(t, found) {
			met += t.weight
			continue
		}
		w := t.weight
		if f := r.facet(); f != nil && f.strict {
			w *= strictFactor
		}
		missed += w
		unmet = append(unmet, t)
	}
	if met+missed == 0 {
		return 0, unmet
	}
	return met / (met + missed), unmet
}

// onFacet is the evidence that speaks of the facet itself.
func (e *Engine) onFacet(f *tableRow, found []*evidence) []*evidence {
	var on []*evidence
	for _, ev := range found {
		if f.speaks(&ev.passage.units[ev.unit]) {
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
		if p.units[i].has[stem] {
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
