package encoder

import (
	"math"
	"slices"
)

// How many tokens of a question a judge reads, and of question and passage together: what it was
// trained on is no longer.
const (
	judgedQuestion = 48
	judgedBoth     = 128
)

// head turns the mean of a judge's tokens into a logit: a layer with tanh, and a sum.
type head struct {
	inner, shift []float32 // width × width, by inputs; width
	outer, bias  []float32 // width; one
}

func (e *Encoder) openJudge(file string) error {
	m, err := parse(file, e.model)
	if err == nil {
		e.judge = &Encoder{model: m, tokens: e.tokens, kernel: e.kernel}
	}
	return err
}

// Judge reads a question with a passage and returns the logit of the probability, as the judge was
// trained to see it, that the passage answers the question; 0 without a judge. It costs as much as
// encoding both.
func (e *Encoder) Judge(question, passage string) float64 {
	j := e.judge
	if j == nil {
		return 0
	}
	w := j.workspace()
	defer j.spaces.Put(w)
	w.ids = j.tokens.Append(w.ids[:0], queryPrefix+question, judgedQuestion)
	at := len(w.ids)
	w.ids = j.tokens.Append(w.ids, passagePrefix+passage, judgedBoth-at+1)
	w.ids = slices.Delete(w.ids, at, at+1) // the passage has no beginning of its own
	w.ends = append(w.ends[:0], len(w.ids))
	j.forward(w)
	return j.model.head.logit(w.x[:len(w.ids)*j.model.width])
}

func (h *head) logit(tokens []float32) float64 {
	width := len(h.outer)
	sum, row := make([]float32, width), slices.Clone(h.shift)
	add(sum, tokens)
	for i, x := range sum {
		mean := x * float32(width) / float32(len(tokens))
		for j, v := range h.inner[i*width : (i+1)*width] {
			row[j] += mean * v
		}
	}
	logit := float64(h.bias[0])
	for i, x := range row {
		logit += math.Tanh(float64(x)) * float64(h.outer[i])
	}
	return logit
}
