package evidence

import (
	"cmp"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/weights"
)

// rank orders the candidates: all of them by what the search found, and the first few by tokens too.
func (f *Finder) rank(q *reading.Question, e *Evidence) {
	f.measure(q, e)
	order(e.Candidates, f.Weights.Find[:])
	first := e.First()
	if len(first) == 0 {
		return
	}
	if f.Encoder != nil {
		f.compare(q, first)
	}
	order(first, f.Weights.Rank[:])
	for _, c := range e.Candidates[len(first):] { // they stay behind
		c.Score = min(c.Score, first[len(first)-1].Score)
	}
	e.share()
}

// order sorts candidates by a mix of their features.
func order(cs []*Candidate, w []float64) {
	for _, c := range cs {
		c.Score = weights.Dot(w, c.Features[:])
	}
	slices.SortStableFunc(cs, func(a, b *Candidate) int { return cmp.Compare(b.Score, a.Score) })
}

// compare compares candidates with the question token by token. Half of the result is for the
// question without the names in it, since most candidates are about those.
func (f *Finder) compare(q *reading.Question, cs []*Candidate) {
	var texts []string
	for _, c := range cs {
		texts = append(texts, c.Read())
	}
	plain := f.Encoder.MaxSim(q.Plain, texts)
	for i, cosine := range f.Encoder.MaxSim(q.Text, texts) {
		cs[i].Tokens = float64(cosine+plain[i]) / 2
		cs[i].Features[weights.OfTokens] = f.Weights.LikeTokens(cs[i].Tokens)
	}
}

// measure computes the features of the candidates, except the one of tokens.
func (f *Finder) measure(q *reading.Question, e *Evidence) {
	hits := map[string]knowledge.Hit{}
	for _, h := range e.hits {
		hits[h.Passage.ID] = h
	}
	for _, c := range e.Candidates {
		v := &c.Features
		if h, ok := hits[c.ID]; ok {
			v[weights.OfWords], v[weights.OfShare] = h.Score/max(e.hits[0].Score, 1e-9), h.Share
		}
		v[weights.OfNearest] = v[weights.OfWords] * v[weights.OfShare] // without a vector yet, words have to suffice
		v[weights.OfWhole] = v[weights.OfNearest]
		if e.vectors != nil {
			f.measureNear(c, e)
		}
		v[weights.OfSubject] = weights.Indicator(f.isAboutAny(c.Place, q.Named))
		v[weights.OfNamed] = weights.Indicator(q.Has(c.Label) || q.Has(c.Section.Heading()))
		v[weights.OfShort] = 1 / (1 + float64(len(c.Text))/50)
		v[weights.OfItem] = weights.Indicator(c.Kind == knowledge.Item || c.Kind == knowledge.Step || c.Kind == knowledge.Row)
	}
}

// measureNear computes those features of a candidate that come from vectors.
func (f *Finder) measureNear(c *Candidate, e *Evidence) {
	if l := e.vectors.Of(c.ID); l.End > 0 {
		c.Features[weights.OfNearest], c.Features[weights.OfWhole] = f.Weights.Like(e.vectors, l.Best), f.Weights.Like(e.vectors, l.Whole)
	}
	for _, a := range e.Asks {
		if !a.Miss && a.Doc == c.Doc && a.Section == c.Section.Index {
			c.Features[weights.OfAsk] = max(c.Features[weights.OfAsk], f.Weights.LikeAsk(a))
		}
	}
}
