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

	AskMean, AskDeviation float64 // of the cosines of questions on one subject
	Talk, TalkOrNothing   float64 // cosine to an utterance from which on a message is talk: in any case, or where it would not answer
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
	AskMean: 0.82, AskDeviation: 0.03,
	Talk: 0.95, TalkOrNothing: 0.9,
}
