package encoder

// headWidth is the width of an attention head, in all of BERT's small models.
const headWidth = 32

// attend lets the tokens of each text look at each other, one head at a time.
// Queries come divided by the root of the head's width.
func (e *Encoder) attend(w *workspace) {
	from := 0
	for _, end := range w.ends {
		for h := range e.model.heads {
			e.head(w, from, end-from, h*headWidth)
		}
		from = end
	}
}

// head sets the columns at column of the n tokens' context: the mean of the
// values, weighted by how well each key fits the token's query.
func (e *Encoder) head(w *workspace, from, n, column int) {
	k, width := e.kernel, e.model.width
	stride, padded := 3*width, up(n, block)
	at := from*stride + column
	queries, keys, values := w.qkv[at:], w.qkv[at+width:], w.qkv[at+2*width:]
	k.Transpose(w.keys, padded, keys, stride, n, headWidth)
	k.MatMul(w.scores, padded, queries, stride, w.keys, padded, n, padded, headWidth)
	for i := range n {
		k.Softmax(w.scores[i*padded:(i+1)*padded], n)
	}
	k.MatMul(w.context[from*width+column:], width, w.scores, padded, values, stride, n, headWidth, n)
}
