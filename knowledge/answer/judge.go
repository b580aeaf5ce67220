package answer

import (
	"math"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/shape"
	"careeradvisor/knowledge/text"
	"careeradvisor/knowledge/weights"
)

// finding holds everything that was found for a question.
type finding struct {
	question   *reading.Question
	evidence   *evidence.Evidence
	draft      *shape.Draft // the answer that would be given; nil for none
	signals    [weights.Signals]float64
	confidence float64 // that the answer is right
	abroad     bool    // it is in a language other than English
}

// isSure reports whether a finding is sure enough to be the answer.
func (e *Engine) isSure(f *finding) bool {
	return f.draft != nil && f.confidence >= e.finder.Weights.Answer
}

// judge computes how sure the engine is that the answer is right.
func (e *Engine) judge(f *finding) {
	e.measure(f)
	e.measureAsks(f)
	f.confidence = weights.Logistic(weights.Dot(e.finder.Weights.Judge[:], f.signals[:]))
	if other := f.isOfAnother(); other || f.question.Carried && len(f.question.Unknown()) > 0 { // "and in Canada?"
		f.signals[weights.ByForeign] = max(f.signals[weights.ByForeign], weights.Indicator(other))
		f.confidence = min(f.confidence, e.finder.Weights.Answer/2)
	}
}

// isOfAnother is the role lock for jobs that the documents do not have. Half a comparison is no comparison, and if a
// question names only such a job, an answer that does not name it is about somebody else.
func (f *finding) isOfAnother() bool {
	q := f.question
	if len(q.Foreign) == 0 || len(q.Named) > 0 {
		return q.Against && len(q.Sides) < 2
	}
	return !f.draft.Names(q.Foreign[0])
}

// objects is the logit below which a reading counts against the answer; above it, it says little.
const objects = -1.5

// measure computes the signals of a finding, except those of asks.
func (e *Engine) measure(f *finding) {
	q, s := f.question, &f.signals
	first, best := f.evidence.First(), f.evidence.Candidates[0]
	s[weights.Bias] = 1
	s[weights.ByTokens] = best.Features[weights.OfTokens]
	for _, c := range first {
		s[weights.ByTokens] = max(s[weights.ByTokens], c.Features[weights.OfTokens])
		s[weights.ByNearest] = max(s[weights.ByNearest], c.Features[weights.OfNearest])
	}
	s[weights.ByMargin] = margin(first)
	s[weights.ByDescription] = weights.Indicator(f.evidence.Describes || q.Compares && f.draft.Beside)
	if read := e.finder.Encoder; read != nil && s[weights.ByDescription] == 0 && !f.draft.Beside { // else it is settled
		logit := read.Judge(q.Text, best.Read())
		if logit < objects && q.Plain != q.Text { // whom the passage is about is settled
			logit = max(logit, read.Judge(q.Plain, best.Read()))
		}
		s[weights.ByReading] = min(0, logit-objects)
	}
	s[weights.ByForeign] = weights.Indicator(len(q.Foreign) > 0 && (len(q.Named) == 0 || q.Contrasts))
	s[weights.ByNamed] = weights.Indicator(len(q.Named) > 0)
	s[weights.ByQuantity] = weights.Indicator(!q.Quantity.IsMet(f.draft.Texts()))
	s[weights.ByCarried] = weights.Indicator(q.Carried)
	s[weights.ByLength] = 1 / float64(1+text.Content(q.Own))
	s[weights.BySubject] = best.Features[weights.OfSubject]
	s[weights.ByMissingName] = weights.Indicator(len(q.Unknown()) > 0 || q.Misses(f.draft.Stems()))
}

// margin is how far the best candidate is ahead of the best in another section; 1 without one.
func margin(first []*evidence.Candidate) float64 {
	if i := slices.IndexFunc(first, func(c *evidence.Candidate) bool { return c.Section != first[0].Section }); i > 0 {
		return math.Tanh(first[0].Score - first[i].Score)
	}
	return 1
}

// askMet is how near an ask has to be to count for an answer, not against it, in units of three
// deviations: a little above the mean of answered questions in the sets with asks.
const askMet = 0.9

// measureAsks computes the signals of asks; without any in the best document, they say nothing.
func (e *Engine) measureAsks(f *finding) {
	ask, first := 0., f.evidence.First()
	for _, c := range first {
		ask = max(ask, c.Features[weights.OfAsk])
	}
	if i := slices.IndexFunc(f.evidence.Asks, func(a knowledge.NearAsk) bool { return a.Miss }); i >= 0 {
		f.signals[weights.ByMiss] = max(0, e.finder.Weights.LikeAsk(f.evidence.Asks[i])-ask)
	}
	if slices.ContainsFunc(e.finder.Docs.SectionsOf(first[0].Doc), func(s *outline.Section) bool { return len(s.Asks) > 0 }) {
		f.signals[weights.ByAsk] = ask - askMet
	}
}
