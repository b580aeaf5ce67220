package answer

import (
	"context"
	"math"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// finding is what was found for a question.
type finding struct {
	reading    *reading
	gathered   *gathered
	composed   *composed // the answer that would be given; nil for none
	signals    [signals]float64
	confidence float64 // that the answer is right
}

// The signals that the confidence is made of.
const (
	bias          = iota
	byTokens      // the best likeness token by token
	byTokensMean  // the mean of the first three
	byNearest     // cosine of the best passage over the mean of all, in deviations/3
	byShare       // share of the question's words, by rarity, that the answer and its headings have
	byUnknown     // share of its words that the documents do not have at all
	byAsk         // the nearest ask of the first sections, over askMet; 0 where a document has none
	byMiss        // by how much a near miss is nearer than the nearest ask
	byForeign     // it names a job that the documents do not have, and none that they have
	byMargin      // how far the best is ahead of the next section
	byNamed       // it names whom the documents describe
	byQuantity    // it asks for a quantity and the answer has none of its kind
	byCarried     // it was read with the question before it
	byLength      // words that carry meaning: 1/(1+n)
	bySubject     // the answer is about just whom it names
	byUnknownName // it has a name that no document has
	signals
)

// find runs a reading through the steps up to its answer.
func (e *Engine) find(ctx context.Context, r *reading) (*finding, error) {
	g, err := e.gather(ctx, r)
	if err != nil {
		return nil, err
	}
	g.rank(e, r)
	f := &finding{reading: r, gathered: g}
	if len(g.candidates) > 0 {
		f.composed = e.shape(f)
	}
	f.weigh(e)
	return f, nil
}

// weigh computes how sure it is that the answer is right.
func (f *finding) weigh(e *Engine) {
	if f.composed == nil {
		return
	}
	f.measure(e)
	f.confidence = logistic(dot(e.weights.Judge[:], f.signals[:]))
	if f.isOfAnother(e) {
		f.signals[byForeign] = 1
		f.confidence = min(f.confidence, e.weights.Answer/2)
	}
}

// isOfAnother is the role lock for jobs that the documents do not have: half a comparison
// is none, and where a question names only such a job, an answer that never does is about
// somebody else.
func (f *finding) isOfAnother(e *Engine) bool {
	r := f.reading
	if len(r.foreign) == 0 || len(r.named) > 0 {
		return r.against && len(e.sidesOf(r)) < 2
	}
	has := f.composed.words()
	for w := range stemsOf(r.foreign[0]) {
		if !has[w] {
			return true
		}
	}
	return false
}

// askMet is how near an ask to a question has to be, in three deviations, to speak for an
// answer rather than against it: a little over the mean of the questions that the
// sections of sets with asks answer.
const askMet = 0.9

// isAsked reports whether a candidate's document has asks.
func (g *gathered) isAsked(e *Engine, c *candidate) bool {
	return slices.ContainsFunc(e.corpus.docs[c.Doc].Sections, func(s knowledge.Section) bool { return len(s.Asks) > 0 })
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (f *finding) measure(e *Engine) {
	r, g, s := f.reading, f.gathered, &f.signals
	best := g.candidates[0]
	first := g.candidates[:min(judged, len(g.candidates))]
	s[bias], s[byMargin] = 1, 1 // where no other section is in the running
	others := false
	s[byTokens] = first[0].features[ofTokens]
	for i, c := range first {
		s[byTokens] = max(s[byTokens], c.features[ofTokens])
		s[byNearest] = max(s[byNearest], c.features[ofNearest])
		s[byAsk] = max(s[byAsk], c.features[ofAsk])
		if i < 3 {
			s[byTokensMean] += c.features[ofTokens] / float64(min(3, len(first)))
		}
		if c.passage.in.Section != best.in.Section && !others {
			s[byMargin], others = math.Tanh(best.score-c.score), true
		}
	}
	for _, a := range g.asks {
		if a.Miss {
			s[byMiss] = max(0, e.weights.likeAsk(a)-s[byAsk])
			break
		}
	}
	if g.isAsked(e, best) {
		s[byAsk] -= askMet
	} else {
		s[byAsk] = 0
	}
	has := f.composed.words()
	if best.features[ofSubject] > 0 { // its names are met, whichever it has
		for _, m := range e.mentions(r.text) {
			for w := range stemsOf(r.text[m.From:m.To]) {
				has[w] = true
			}
		}
	}
	s[byShare], s[byUnknown] = met(r.terms, has)
	s[byForeign] = indicator(len(r.foreign) > 0 && (len(r.named) == 0 || hasContrast(r.own)))
	s[byNamed] = indicator(len(r.named) > 0)
	s[byQuantity] = indicator(f.composed.lacks(quantityOf(r.own)))
	s[byCarried] = indicator(r.carried)
	s[byLength] = 1 / float64(1+content(r.own))
	s[bySubject] = best.features[ofSubject]
	s[byUnknownName] = indicator(len(r.unknownNames()) > 0)
}

// unknownNames are the words of a question that are written like names and that no
// document has.
func (r *reading) unknownNames() (out []string) {
	for _, w := range text.Words(r.own) {
		at := slices.IndexFunc(r.terms, func(t knowledge.Term) bool { return t.Text == w.Text })
		if w.Named && at >= 0 && r.terms[at].Count == 0 && !slices.Contains(out, w.Raw) {
			out = append(out, w.Raw)
		}
	}
	return out
}

// met is the share of terms, by rarity, whose words a text has, and the share that no
// document has.
func met(terms []knowledge.Term, has map[string]bool) (share, unknown float64) {
	all := 0.
	for _, t := range terms {
		all += t.Weight
		switch {
		case has[text.Stem(t.Text)]:
			share += t.Weight
		case t.Count == 0:
			unknown += t.Weight
		}
	}
	if all == 0 {
		return 0, 0
	}
	return share / all, unknown / all
}
