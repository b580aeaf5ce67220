package score

import (
	"math"

	"careeradvisor/knowledge"
)

// wrongCost is what a wrong answer costs, in right ones.
const wrongCost = 0.5

// wantedPrecision is how often what is said unasked has to be right.
const wantedPrecision = 0.95

// answerFrom is the confidence from which on answering pays best: a right answer, or a
// refusal of what the documents do not answer, is worth 1, a wrong answer costs wrongCost,
// and a refusal of what they do answer is worth nothing. It is in hundredths.
func answerFrom(asked []observation, w []float64) float64 {
	count := evenly(len(asked), func(i int) int { return asked[i].group })
	refusal := knowledge.Answer{Kind: knowledge.Refuse}
	best, from := math.Inf(-1), 0.
	for at := 5; at <= 95; at++ {
		worth := 0.
		for i, o := range asked {
			switch {
			case o.composed && o.sure(w) >= float64(at)/100 && o.right:
				worth += count[i]
			case o.composed && o.sure(w) >= float64(at)/100:
				worth -= count[i] * wrongCost
			case Verdict(o.question, refusal, false) == "":
				worth += count[i]
			}
		}
		if worth > best {
			best, from = worth, float64(at)/100
		}
	}
	return from
}

// sure is how sure an answer is by these weights.
func (o *observation) sure(w []float64) float64 { return logistic(dot(w, o.sample.Signals)) }

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// heardFrom is the least, in hundredths, from which on what is said of what was heard is
// right as often as is wanted; 1, at which nothing is said, where there is none.
func heardFrom(ts []trial, w []float64) float64 {
	count := evenly(len(ts), func(i int) int { return ts[i].group })
	for at := range 100 {
		said, right := 0., 0.
		for i, t := range ts {
			if logistic(dot(w, t.signals)) < float64(at)/100 {
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
