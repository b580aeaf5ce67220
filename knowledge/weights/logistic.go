package weights

import "math"

// Dot returns the weighted sum of values.
func Dot(weights, values []float64) (sum float64) {
	for i := range values {
		sum += weights[i] * values[i]
	}
	return sum
}

// Logistic returns the probability that a sum of weighted signals stands for.
func Logistic(sum float64) float64 { return 1 / (1 + math.Exp(-sum)) }

// Logit is the inverse of [Logistic], for a probability between 0.001 and 0.999.
func Logit(p float64) float64 {
	p = min(max(p, 0.001), 0.999)
	return math.Log(p / (1 - p))
}

// Indicator returns 1 for true and 0 for false.
func Indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
