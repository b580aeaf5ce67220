package answer

import "careeradvisor/knowledge"

// Weights are what the engine weighs by. Package score fits them.
type Weights struct {
	Find  [features]float64 // of the search, to choose whom the judge reads
	Rank  [features]float64 // of those, with the judge
	Judge [signals]float64  // of the confidence
	Hear  [hearings]float64 // of what was heard

	Answer  float64 // at least so confident, it answers
	Nearest float64 // at least so confident, it offers the nearest
	Heard   float64 // at least so surely what was heard asks what the documents answer

	// Mean and Deviation are those of the cosines of questions and passages that have
	// nothing to do with one another but the collection; those of a small collection are
	// taken as these as far as it lacks passages to tell.
	Mean, Deviation       float64
	AskMean, AskDeviation float64 // of the cosines of questions on one subject
	Talk, TalkOrNothing   float64 // cosine to an utterance from which on a message is talk: in any case, or where it would not answer
}

// enoughPassages is how many passages tell the mean of a collection as well as the weights do.
const enoughPassages = 100

// like is how like a passage is to a question: its cosine over the mean of all passages,
// in three deviations; 0 for one without a vector.
func (w *Weights) like(c *knowledge.Comparison, cosine float32) float64 {
	if cosine == 0 {
		return 0
	}
	n := float64(len(c.Passages))
	mean := (c.Mean*n + w.Mean*enoughPassages) / (n + enoughPassages)
	deviation := (c.Deviation*n + w.Deviation*enoughPassages) / (n + enoughPassages)
	return (float64(cosine) - mean) / deviation / 3
}

// likeAsk is how like a question is to an ask: its cosine over the mean of questions on
// one subject, in three deviations.
func (w *Weights) likeAsk(a knowledge.NearAsk) float64 {
	return max(0, (a.Cosine-w.AskMean)/w.AskDeviation/3)
}

// fitted are the weights in use: a start by hand, until they are fitted.
var fitted = Weights{
	Find:    [features]float64{ofWords: 1.5, ofShare: 2, ofNearest: 3, ofWhole: 1, ofAsk: 2, ofSubject: 1},
	Rank:    [features]float64{ofWords: 1, ofShare: 1, ofNearest: 2, ofWhole: 1, ofAsk: 2, ofSubject: 1, ofJudge: 3},
	Judge:   [signals]float64{bias: -3, byJudge: 1, byNearest: 1.5, byShare: 2, byUnknown: -1, byAsk: 1, byMiss: -2, byForeign: -2},
	Answer:  0.45,
	Nearest: 0.15,
	Hear:    [hearings]float64{hearBias: -2, hearSure: 1, hearMark: 1, hearOpening: 1, hearIndirect: 1, hearPerson: -3, hearYou: -1},
	Heard:   0.6,
	Mean:    0.775, Deviation: 0.022, AskMean: 0.79, AskDeviation: 0.0315,
	Talk: 0.95, TalkOrNothing: 0.9,
}
