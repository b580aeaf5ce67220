package answer

import "math"

// calibration turns signals into a confidence: the logistic function of their
// weighted sum.
type calibration struct {
	bias    float64
	weights [signalCount]float64
}

// confidence is how sure it is that the documents answer the question, 0 to 1.
func (c calibration) confidence(s signals) float64 {
	sum := c.bias
	for i, v := range s {
		sum += c.weights[i] * v
	}
	return 1 / (1 + math.Exp(-sum))
}
