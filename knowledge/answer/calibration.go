package answer

import "math"

// Calibration turns signals into a confidence: the logistic function of their
// weighted sum.
type Calibration struct {
	Bias    float64
	Weights [signalCount]float64
}

// Sample is a question's signals with what is right for it, to fit a Calibration by.
type Sample struct {
	Signals map[string]float64
	Answer  bool // the documents answer the question
}

// confidence is how sure it is that the documents answer the question, 0 to 1.
func (c Calibration) confidence(s signals) float64 {
	sum := c.Bias
	for i, v := range s {
		sum += c.Weights[i] * v
	}
	return 1 / (1 + math.Exp(-sum))
}

const (
	fitRounds = 4000
	fitRate   = 1
	fitDecay  = 0.003 // ridge: keeps weights small that few samples speak for
)

// Fit finds the calibration that makes the samples most likely (logistic
// regression by gradient descent, both outcomes weighing the same in all). Signals
// that speak for an answer keep weights of at least 0, the others of at most 0, so
// that more evidence never makes an answer less sure.
func Fit(samples []Sample) Calibration {
	var c Calibration
	share := map[bool]float64{}
	for _, s := range samples {
		share[s.Answer]++
	}
	for range fitRounds {
		var gradient [signalCount]float64
		bias := 0.0
		for _, s := range samples {
			x := fromNames(s.Signals)
			miss := -c.confidence(x)
			if s.Answer {
				miss++
			}
			miss /= 2 * share[s.Answer]
			bias += miss
			for i, v := range x {
				gradient[i] += miss * v
			}
		}
		c.Bias += fitRate * bias
		for i := range c.Weights {
			c.Weights[i] += fitRate * (gradient[i] - fitDecay*c.Weights[i])
			if (i < sigNoFacet) != (c.Weights[i] > 0) {
				c.Weights[i] = 0
			}
		}
	}
	return c
}

func fromNames(m map[string]float64) signals {
	var s signals
	for i, n := range signalNames {
		s[i] = m[n]
	}
	return s
}

// WithCalibration is an engine that differs in its calibration only, for measuring
// by cross-validation.
func (e *Engine) WithCalibration(c Calibration) *Engine {
	other := *e
	other.calibration = c
	return &other
}
