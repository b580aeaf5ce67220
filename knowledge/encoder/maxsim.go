package encoder

import "math"

// MaxSim compares a question with each text token by token: the mean, over the question's tokens,
// of the cosine to the nearest token of the text. It ranks better than the vectors of whole texts
// but costs as much as encoding the texts, so it is for the best few that the vectors have found.
func (e *Encoder) MaxSim(question string, texts []string) []float32 {
	w := e.workspace()
	defer e.spaces.Put(w)
	var asked asked
	e.eachTokens(w, queryPrefix, []string{question}, func(_ int, tokens []float32) { asked = e.ask(tokens) })
	likeness := make([]float32, len(texts))
	e.eachTokens(w, passagePrefix, texts, func(i int, tokens []float32) { likeness[i] = e.compare(w, asked, tokens) })
	return likeness
}

// eachTokens hands the vectors of each text's tokens to use: tokens × width, valid until
// use returns.
func (e *Encoder) eachTokens(w *workspace, prefix string, texts []string, use func(i int, tokens []float32)) {
	width := e.model.width
	for first := 0; first < len(texts); {
		n, from := e.fill(w, prefix, texts[first:]), 0
		e.forward(w)
		for i, end := range w.ends {
			use(first+i, w.x[from*width:end*width])
			from = end
		}
		first += n
	}
}

// asked holds the tokens of a question, transposed: one column for each token, width rows.
type asked struct {
	columns []float32
	padded  int // columns, some of which are padding
	n       int
}

// ask transposes the tokens of a question, without its prefix and end, which say nothing.
func (e *Encoder) ask(of []float32) asked {
	width := e.model.width
	tokens := append(of[:width:width], of[(1+prefixTokens)*width:len(of)-width]...)
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

// compare returns how similar a text's tokens are to the question's.
func (e *Encoder) compare(w *workspace, q asked, tokens []float32) float32 {
	width := e.model.width
	n := len(tokens) / width
	w.likeness = sized(w.likeness, n*q.padded)
	e.kernel.MatMul(w.likeness, q.padded, tokens, width, 1, q.columns, q.padded, n, q.padded, width)
	best := make([]float32, q.n)
	for i := range best {
		best[i] = -1
	}
	for i := range n {
		if i > 0 && i <= prefixTokens {
			continue
		}
		per := 1 / length(tokens[i*width:(i+1)*width])
		for j, s := range w.likeness[i*q.padded:][:q.n] {
			best[j] = max(best[j], s*per)
		}
	}
	sum := float32(0)
	for _, b := range best {
		sum += b
	}
	return sum / float32(q.n)
}

// length is the length of v; LayerNorm makes sure that it is not zero.
func length(v []float32) float32 {
	sum := float32(0)
	for _, x := range v {
		sum += x * x
	}
	return float32(math.Sqrt(float64(sum)))
}
