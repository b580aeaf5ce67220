package encoder

// workspace is the memory for one batch. It grows to fit the largest batch so far, and is reused.
type workspace struct {
	ids  []int32 // of all texts, end to end
	ends []int   // of each text, in ids

	x       []float32 // tokens × width: what the layers work on
	in      quantised // tokens × width: what goes into the next linear layer
	qkv     []float32 // tokens × 3 width: queries, keys and values
	context []float32 // tokens × width: what attention found

	queries  []float32 // one head's of one text, transposed: headWidth × tokens
	scores   []float32 // one head's of one text: tokens × tokens
	likeness []float32 // tokens of one text × those of a question

	sums []int32   // one chunk's integer products
	row  []float32 // one row of numbers
	wide quantised // one chunk × inner width

	evened []float32 // one token, as the next linear layer gets it
}

// size makes room for the batch's tokens.
func (w *workspace) size(m *model) {
	n, longest, from := len(w.ids), 0, 0
	for _, end := range w.ends {
		longest, from = max(longest, end-from), end
	}
	chunk, widest := min(n, chunkRows), max(3*m.width, m.inner)
	w.x = sized(w.x, n*m.width)
	w.in.size(n, m.width)
	w.qkv = sized(w.qkv, (n+7)*3*m.width) // turning reads up to seven rows beyond the last
	w.context = sized(w.context, n*m.width)
	w.queries = sized(w.queries, headWidth*up(longest, block))
	w.scores = sized(w.scores, longest*up(longest, block))
	w.sums = sized(w.sums, chunk*widest)
	w.row = sized(w.row, widest)
	w.wide.size(chunk, m.inner)
	w.evened = sized(w.evened, m.width)
}

// sized is s with n elements, in new memory only if the old is too small.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// up is n, or the next multiple of step.
func up(n, step int) int { return (n + step - 1) / step * step }
