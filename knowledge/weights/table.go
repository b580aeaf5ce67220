package weights

import "careeradvisor/knowledge"

// Table is all the weights that the engine uses.
type Table struct {
	Find  [Features]float64 // of the search, to choose which candidates are compared by tokens
	Rank  [Features]float64 // of those, with their tokens
	Judge [Signals]float64  // of the confidence
	Hear  [Hearings]float64 // of what was heard

	Answer  float64 // from this confidence on, it answers: an answer is more likely right than not
	Certain float64 // below this confidence, an answer says that it may not be what was asked for: left out, two thirds of those are right
	Nearest float64 // from this confidence on, it offers the nearest
	Heard   float64 // from this confidence on, what was overheard asks what the documents answer

	// Mean and Deviation are those of the cosines between questions and passages that have only the
	// collection in common; the fewer passages a collection has, the more these are mixed into its
	// own.
	Mean, Deviation       float64
	AskMean, AskDeviation float64 // of the cosines of questions on one subject
	// TokenMean and TokenDeviation are those of the token-by-token similarity of the first candidates.
	TokenMean, TokenDeviation float64
	Talk, TalkOrNothing       float64 // cosine to an utterance from which a message is small talk: in any case, or if it would not be answered
}

// enoughPassages is how many passages give a collection's mean as reliably as the weights do.
const enoughPassages = 100

// Like is how similar a passage is to a question: how far its cosine is above the mean of all
// passages, in units of three deviations; 0 for one without a vector.
func (w *Table) Like(c *knowledge.Comparison, cosine float32) float64 {
	if cosine == 0 {
		return 0
	}
	n := float64(len(c.Passages))
	mean := (c.Mean*n + w.Mean*enoughPassages) / (n + enoughPassages)
	deviation := (c.Deviation*n + w.Deviation*enoughPassages) / (n + enoughPassages)
	return (float64(cosine) - mean) / deviation / 3
}

// LikeTokens is how similar a passage is token by token, in units of three deviations.
func (w *Table) LikeTokens(cosine float64) float64 {
	return (cosine - w.TokenMean) / w.TokenDeviation / 3
}

// LikeAsk is how similar a question is to an ask: how far its cosine is above the mean of questions
// on one subject, in units of three deviations.
func (w *Table) LikeAsk(a knowledge.NearAsk) float64 {
	return max(0, (a.Cosine-w.AskMean)/w.AskDeviation/3)
}

// fitted are the weights in use, as they are printed.
var fitted = Table{
	Find: [Features]float64{OfWords: 1.62, OfShare: 0.695, OfNearest: 1.86, OfWhole: 1.81, OfAsk: 1, OfSubject: 1.2,
		OfShort: -0.494, OfItem: -0.172, OfNamed: 0.308},
	Rank: [Features]float64{OfWords: 1.18, OfShare: 0.772, OfNearest: 1.26, OfWhole: 1.09, OfAsk: 0.8, OfSubject: 0.964,
		OfShort: -0.391, OfItem: -0.178, OfNamed: 0.339, OfTokens: 1.22},
	Judge: [Signals]float64{Bias: -1.72, ByTokens: 2.04, ByNearest: 0.867, ByAsk: 2, ByMiss: -3, ByForeign: -1.02, ByMargin: 1.37,
		ByNamed: 0.354, ByQuantity: -1.13, ByCarried: 0.354, ByLength: -0.775, BySubject: 0.785, ByDescription: 3,
		ByMissingName: -1.71, ByReading: 0.991},
	Hear: [Hearings]float64{HearBias: -1.43, HearSure: 1.34, HearAsks: 0.63},

	Answer: 0.5, Certain: 0.7, Nearest: 0.15, Heard: 0.85,
	Mean: 0.555, Deviation: 0.042,
	AskMean: 0.57, AskDeviation: 0.0535,
	TokenMean: 0.65, TokenDeviation: 0.06,
	Talk: 0.88, TalkOrNothing: 0.82,
}

// Fitted returns the weights in use.
func Fitted() Table { return fitted }
