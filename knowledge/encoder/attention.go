package encoder

const (
	headWidth = 32 // of an attention head in all of BERT's small models
	block     = 16 // widths of matrices are multiples of it, for the kernels
)

// attend lets the tokens of each text look at each other, one head at a time.
func (e *Encoder) attend(w *workspace) {
	from := 0
	for _, end := range w.ends {
		for h := range e.model.heads {
			e.head(w, from, end-from, h*headWidth)
		}
		from = end
	}
}

// head sets the columns at column of the n tokens' context: the mean of the values, weighted by how
// well each key fits the token's query. Queries are already divided by the root of the head's
// width. Scores have a row for each key and a column for each query, so that softmax, down the
// columns, keeps queries apart; columns beyond the last query hold old memory that nobody reads.
func (e *Encoder) head(w *workspace, from, n, column int) {
	k, width := e.kernel, e.model.width
	stride, padded := 3*width, up(n, block)
	at := from*stride + column
	queries, keys, values := w.qkv[at:], w.qkv[at+width:], w.qkv[at+2*width:]
	k.Transpose(w.queries, padded, queries, stride, n, headWidth)
	k.MatMul(w.scores, padded, keys, stride, 1, w.queries, padded, n, padded, headWidth)
	k.Softmax(w.scores, n, padded)
	k.MatMul(w.context[from*width+column:], width, w.scores, 1, padded, values, stride, n, headWidth, n)
}
