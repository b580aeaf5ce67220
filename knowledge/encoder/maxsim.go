package encoder

import "math"

// MaxSim compares a question with each of some texts token by token: the mean, over
// the question's tokens, of the cosine to the text's token that is nearest. It
// ranks better than the vectors of whole texts and costs what encoding the texts
// does, so it is for the first few that those have found.
func (e *Encoder) MaxSim(question string, texts []string) []float32 {
	w := e.workspace()
	defer e.spaces.Put(w)
	asked := e.ask(w, question)
	likeness := make([]float32, 0, len(texts))
	for len(texts) > 0 {
		n := e.fill(w, passagePrefix, texts)
		e.forward(w)
		from := 0
		for _, end := range w.ends {
			likeness = append(likeness, e.compare(w, asked, from, end))
			from = end
		}
		texts = texts[n:]
	}
	return likeness
}

// asked are the tokens of a question, turned: a column each, width rows.
type asked struct {
	columns []float32
	padded  int // columns, of which some are filling
	n       int
}

// ask encodes a question for compare. Its prefix and its end say nothing.
func (e *Encoder) ask(w *workspace, question string) asked {
	e.fill(w, queryPrefix, []string{question})
	e.forward(w)
	width := e.model.width
	tokens := append(w.x[:width:width], w.x[(1+prefixTokens)*width:(len(w.ids)-1)*width]...)
	n := len(tokens) / width
	for i := range n {
		normalise(tokens[i*width : (i+1)*width])
	}
	q := asked{padded: up(n, block), n: n}
	q.columns = make([]float32, width*q.padded)
	tokens = append(tokens, make([]float32, (q.padded-n)*width)...)
	e.kernel.Transpose(q.columns, q.padded, tokens, width, n, width)
	return q
}

// compare returns the likeness of the tokens from from to end to what is asked.
func (e *Encoder) compare(w *workspace, q asked, from, end int) float32 {
	width := e.model.width
	w.scores = sized(w.scores, (end-from)*q.padded)
	e.kernel.MatMul(w.scores, q.padded, w.x[from*width:], width, 1, q.columns, q.padded, end-from, q.padded, width)
	best := make([]float32, q.n)
	for i := range best {
		best[i] = -1
	}
	for i := from; i < end; i++ {
		if i > from && i <= from+prefixTokens {
			continue
		}
		per := 1 / length(w.x[i*width:(i+1)*width])
		for j, s := range w.scores[(i-from)*q.padded:][:q.n] {
			best[j] = max(best[j], s*per)
		}
	}
	sum := float32(0)
	for _, b := range best {
		sum += b
	}
	return sum / float32(q.n)
}

// length is v's own; LayerNorm sees to it that a token has some.
func length(v []float32) float32 {
	sum := float32(0)
	for _, x := range v {
		sum += x * x
	}
	return float32(math.Sqrt(float64(sum)))
}
