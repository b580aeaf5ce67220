package answer

import (
	"cmp"
	"math"
	"slices"

	"careeradvisor/knowledge"
)

// The features that candidates are ranked by. All are about 0 to 1, or a number of
// standard deviations divided by three.
const (
	ofWords   = iota // BM25F of the search, as a share of the best hit's
	ofShare          // share of the question's words, by rarity, that it has
	ofNearest        // cosine of the nearest of its sentences, over the mean of all passages
	ofWhole          // cosine of the whole passage
	ofAsk            // cosine of the nearest question that its section is known to answer
	ofMiss           // the same of those that it is known not to
	ofSubject        // it is about just whom the question names
	ofOpening        // it opens its section
	ofShort          // it has few words
	ofItem           // it is an item, a step or a row
	ofNamed          // the question names its label, or the heading over it, whole
	ofTokens         // likeness token by token, of the first; 0 for the others
	features
)

// judged is how many candidates are compared token by token, and judged.
const judged = 6

// measure computes the features of the candidates, but that of tokens.
func (g *gathered) measure(e *Engine, r *reading) {
	hits := map[string]knowledge.Hit{}
	for _, h := range g.hits {
		hits[h.Passage.ID] = h
	}
	for _, c := range g.candidates {
		f := &c.features
		if h, ok := hits[c.ID]; ok {
			f[ofWords], f[ofShare] = h.Score/max(g.top, 1e-9), h.Share
		}
		f[ofNearest] = f[ofWords] * f[ofShare] // where there is no vector yet the words have to do
		f[ofWhole] = f[ofNearest]
		if g.vectors != nil {
			if l := g.vectors.Of(c.ID); l.End > 0 {
				f[ofNearest], f[ofWhole] = e.weights.like(g.vectors, l.Best), e.weights.like(g.vectors, l.Whole)
			}
			for _, a := range g.asks {
				if a.Doc != c.Doc || a.Section != c.at.section {
					continue
				}
				k := ofAsk
				if a.Miss {
					k = ofMiss
				}
				f[k] = max(f[k], e.weights.likeAsk(a))
			}
		}
		f[ofSubject] = indicator(len(r.named) > 0 && e.isAbout(r, c.passage))
		f[ofNamed] = indicator(isNamed(c.Label, g.stems) || isNamed(c.heading(), g.stems))
		f[ofOpening] = indicator(c.at.passage == 0)
		f[ofShort] = 1 / (1 + float64(len(c.Text))/50)
		f[ofItem] = indicator(c.Kind == knowledge.Item || c.Kind == knowledge.Step || c.Kind == knowledge.Row)
	}
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// rank orders the candidates: all of them by the search, and the first by tokens too.
func (g *gathered) rank(e *Engine, r *reading) {
	g.stems = e.stemsNamed(r)
	g.measure(e, r)
	g.order(e.weights.Find[:])
	if len(g.candidates) == 0 {
		return
	}
	first := g.candidates[:min(judged, len(g.candidates))]
	if e.reader != nil {
		var texts []string
		for _, c := range first {
			texts = append(texts, c.read())
		}
		for i, cosine := range e.reader.MaxSim(r.text, texts) {
			first[i].tokens = float64(cosine)
			first[i].features[ofTokens] = e.weights.likeTokens(float64(cosine))
		}
	}
	rest := g.candidates[len(first):]
	for _, c := range first {
		c.score = dot(e.weights.Rank[:], c.features[:])
	}
	slices.SortStableFunc(first, better)
	for _, c := range rest { // they stay behind
		c.score = min(c.score, first[len(first)-1].score)
	}
	g.share()
}

// order sorts the candidates by a mix of their features.
func (g *gathered) order(w []float64) {
	for _, c := range g.candidates {
		c.score = dot(w, c.features[:])
	}
	slices.SortStableFunc(g.candidates, better)
}

func better(a, b *candidate) int { return cmp.Compare(b.score, a.score) }

// share makes probabilities of the scores of the first.
func (g *gathered) share() {
	first := g.candidates[:min(judged, len(g.candidates))]
	sum := 0.
	for _, c := range first {
		c.share = math.Exp(c.score - first[0].score)
		sum += c.share
	}
	for _, c := range first {
		c.share /= sum
	}
}

func dot(w, f []float64) (sum float64) {
	for i := range f {
		sum += w[i] * f[i]
	}
	return sum
}
