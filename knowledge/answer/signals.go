package answer

import "math"

// The signals that confidence is made of, each 0 to 1: what speaks for an answer
// first, what speaks against it after.
const (
	sigCover   = iota // share of the words' weight that is met by all that is said
	sigBest           // the same by the best passage alone
	sigLike           // cosine of the best sentence and the question
	sigPeak           // how far the best sentence's cosine stands out from all sentences'
	sigRole           // the question names a role, a facet or a thing of the documents, or goes on from one that did
	sigUnknown        // share of weight of unmet words that no document has
	sigAbsent         // share of weight of unmet words that stand elsewhere
	sigName           // unmet names: half for one, 1 for more
	sigStrict         // share of weight unmet where the facet is a figure
	signalCount
)

var signalNames = [signalCount]string{
	"cover", "best", "like", "peak", "role", "unknown", "absent", "name", "strict",
}

// signals is what speaks for and against an answer.
type signals [signalCount]float64

func (s signals) byName() map[string]float64 {
	m := map[string]float64{}
	for i, v := range s {
		m[signalNames[i]] = math.Round(v*1000) / 1000
	}
	return m
}

// signalsOf measures what was chosen against the question, and lists the words
// that it does not meet.
func (e *Engine) signalsOf(r *reading, chosen []*evidence) (s signals, unmet []term) {
	if len(chosen) == 0 {
		for _, t := range r.content() {
			if t.carries() {
				unmet = append(unmet, t)
			}
		}
		return s, unmet
	}
	s[sigLike] = max(0, chosen[0].like)
	s[sigPeak] = e.peak(r)
	if len(r.roles) > 0 && !r.assumed || len(r.labels) > 0 || r.before != nil || r.asksPlainly() {
		s[sigRole] = 1
	}
	found := chosen
	f := r.facet()
	if f != nil && f.strict {
		found = e.onFacet(f, chosen)
	}
	unmet = e.measureTerms(r, chosen, found, &s)
	if f != nil && f.strict {
		s[sigStrict] = 1 - s[sigCover]
	}
	return s, unmet
}

// measureTerms sets the signals of the words that carry the question, by what was
// chosen and by what of it counts, and lists those that the latter does not meet; without any the question is met.
func (e *Engine) measureTerms(r *reading, chosen, found []*evidence, s *signals) (unmet []term) {
	total, cover, bestCover, unknown, absent, names := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	if r.facet() != nil { // the facet weighs like a word of the question
		total = facetWeight * min(1, r.facets[0].weight)
		if e.meetsFacet(r.facet(), chosen) {
			cover, bestCover = total, total
		}
	}
	for _, t := range r.content() {
		if !t.carries() {
			continue
		}
		total += t.weight
		if e.meets(&t, chosen[:1]) {
			bestCover += t.weight
		}
		switch {
		case e.meets(&t, found):
			cover += t.weight
			continue
		case e.corpus.knows(t.Stem):
			absent += t.weight
		default:
			unknown += t.weight
			names += nameCount(&t)
		}
		unmet = append(unmet, t)
	}
	if total == 0 {
		s[sigCover], s[sigBest] = 1, 1
		return unmet
	}
	s[sigCover], s[sigBest] = cover/total, bestCover/total
	s[sigUnknown], s[sigAbsent], s[sigName] = unknown/total, absent/total, min(1, names/fullNames)
	return unmet
}

// nameCount is how many names an unknown word counts for: one that turns the
// question into another for as many as say that it is about something else.
func nameCount(t *term) float64 {
	switch {
	case t.compound:
		return fullNames
	case t.Named:
		return 1
	}
	return 0
}

// peak is how far the sentence most like the question stands out from all others,
// 0 to 1: a question about something else is equally unlike them all.
func (e *Engine) peak(r *reading) float64 {
	if e.vectors == nil || r.vector == nil {
		return 0
	}
	sum, n, best := 0.0, 0.0, 0.0
	for _, vs := range e.vectors {
		for _, v := range vs {
			like := float64(v.like(r.vector))
			sum, n, best = sum+like, n+1, max(best, like)
		}
	}
	return max(0, best-sum/max(1, n))
}
