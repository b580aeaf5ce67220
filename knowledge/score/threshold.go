package score

import (
	"math"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/weights"
)

// wrongCost is the cost of a wrong answer, in right ones: if a refusal is worth nothing, it pays to
// answer as long as more than one in three answers is right.
const wrongCost = 0.5

// wantedPrecision is how often what is said unasked has to be right.
const wantedPrecision = 0.95

// smoothing is how many hundredths on either side are averaged for the worth of a threshold, so
// that no single question decides.
const smoothing = 4

// answerFrom is the confidence from which on answering pays best, in hundredths.
func answerFrom(asked []observation, w []float64) float64 {
	var worth [101]float64
	for at := range worth {
		worth[at] = worthFrom(asked, w, float64(at)/100)
	}
	best, from := math.Inf(-1), 0
	for at := smoothing; at < len(worth)-smoothing; at++ {
		sum := 0.
		for _, v := range worth[at-smoothing : at+smoothing+1] {
			sum += v
		}
		if sum > best+1e-9 {
			best, from = sum, at
		}
	}
	return float64(from) / 100
}

// worthFrom is what it is worth to answer from a confidence on, and to refuse below it: a
// right answer is worth 1 and so is a refusal of what the documents do not answer, a wrong
// answer costs wrongCost, and a refusal of what they do answer is worth nothing.
func worthFrom(asked []observation, w []float64, from float64) (worth float64) {
	count := evenly(len(asked), func(i int) int { return asked[i].group })
	refusal := knowledge.Answer{Kind: knowledge.Refuse}
	for i, o := range asked {
		switch {
		case o.composed && o.sure(w) >= from && o.right:
			worth += count[i]
		case o.composed && o.sure(w) >= from:
			worth -= count[i] * wrongCost
		case Verdict(o.question, refusal, false) == "":
			worth += count[i]
		}
	}
	return worth
}

// sure is how sure an answer is by these weights.
func (o *observation) sure(w []float64) float64 {
	return weights.Logistic(weights.Dot(w, o.sample.Signals))
}

// heardFrom is the least confidence, in hundredths, from which on answers to overheard messages are
// right as often as wanted; 1, at which nothing is said, if there is none.
func heardFrom(ts []trial, w []float64) float64 {
	count := evenly(len(ts), func(i int) int { return ts[i].group })
	for at := range 100 {
		said, right := 0., 0.
		for i, t := range ts {
			if weights.Logistic(weights.Dot(w, t.signals)) < float64(at)/100 {
				continue
			}
			said += count[i]
			if t.right {
				right += count[i]
			}
		}
		if said > 0 && right >= wantedPrecision*said {
			return float64(at) / 100
		}
	}
	return 1
}
