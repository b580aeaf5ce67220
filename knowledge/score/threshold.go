package score

import "careeradvisor/knowledge/weights"

// wantedPrecision is how often an answer that nobody asked for has to be right.
const wantedPrecision = 0.95

// sure is how sure an answer is by these weights.
func (o *observation) sure(w []float64) float64 {
	return weights.Logistic(weights.Dot(w, o.sample.Signals))
}

// heardFrom is the lowest confidence, in hundredths, from which answers to overheard messages are
// right as often as wanted; if there is none it is 1, at which nothing is said.
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
