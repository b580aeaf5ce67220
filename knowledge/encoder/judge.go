package encoder

import "math"

// questionTokens is how many tokens of a pair are the question's at most, with its
// prefix and the marks around it; what is left of the judge's positions is the
// passage's.
const questionTokens = 48

// judge is the second network of a file, which reads question and passage in one,
// and its head: a layer that ends in tanh, and one that ends in a number.
type judge struct {
	network
	hidden   []float32 // width × width
	bias     []float32
	out      []float32
	constant float32
}

// HasJudge reports whether the model file has one.
func (e *Encoder) HasJudge() bool { return e.model.judge != nil }

// Judge reads a question with each of some passages and returns how surely the
// passage answers it, as the logit of a probability. Passages are as those of
// Passages; of a pair, the passage is cut at the end. It costs what encoding the
// pairs does, so it is for the first few that a search has found. Where the file
// has no judge it returns nil.
func (e *Encoder) Judge(question string, passages []string) []float32 {
	j := e.model.judge
	if j == nil {
		return nil
	}
	w := e.workspace()
	defer e.spaces.Put(w)
	asked, logits := e.asked(question), make([]float32, 0, len(passages))
	for len(passages) > 0 {
		n := e.fillPairs(w, asked, passages)
		e.forward(w, &j.network)
		from := 0
		for _, end := range w.ends {
			logits = append(logits, e.conclude(w, j, from, end))
			from = end
		}
		passages = passages[n:]
	}
	return logits
}

// asked returns the tokens of a pair that are the question's.
func (e *Encoder) asked(question string) []int32 {
	return e.tokens.Append(nil, queryPrefix+question, questionTokens)
}

// fillPairs makes a batch of pairs for the judge.
func (e *Encoder) fillPairs(w *workspace, asked []int32, passages []string) int {
	w.question = len(asked)
	return w.fill(passages, func(ids []int32, passage string) []int32 {
		return e.tokens.Continue(append(ids, asked...), passagePrefix+passage, e.model.judge.positions-len(asked))
	})
}

// conclude returns the logit of the pair whose tokens are those from from to end.
func (e *Encoder) conclude(w *workspace, j *judge, from, end int) float32 {
	width := e.model.width
	mean, hidden := w.evened[:width], w.row[:width]
	clear(mean)
	w.sum(mean, from, end)
	for i := range mean {
		mean[i] /= float32(end - from)
	}
	e.kernel.MatMul(hidden, width, mean, width, 1, j.hidden, width, 1, width, width)
	logit := float64(j.constant)
	for i, h := range hidden {
		logit += math.Tanh(float64(h+j.bias[i])) * float64(j.out[i])
	}
	return float32(logit)
}
