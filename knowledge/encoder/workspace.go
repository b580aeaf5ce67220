package encoder

// workspace is the memory of one batch at work. It grows to what the largest batch
// so far needed, and is used again.
type workspace struct {
	ids  []int32 // of all texts, end to end
	ends []int   // of each text, in ids

	x       []float32 // tokens × width: what the layers work on
	qkv     []float32 // tokens × 3 width: queries, keys and values
	context []float32 // tokens × width: what attention found
	keys    []float32 // one head's, headWidth × tokens of one text
	scores  []float32 // one head's, tokens × tokens of one text

	quantised []uint8   // one chunk's input of a linear layer
	steps     []float32 // and for each row its step and its least number
	lows      []float32
	sums      []int32   // one chunk's integer products
	wide      []float32 // one chunk × inner width
	row       []float32 // one row
}

// size makes room for the batch's tokens.
func (w *workspace) size(m *model) {
	n := len(w.ids)
	chunk := min(n, chunkRows)
	longest, from := 0, 0
	for _, end := range w.ends {
		longest, from = max(longest, end-from), end
	}
	padded := up(longest, block)
	w.x = sized(w.x, n*m.width)
	w.qkv = sized(w.qkv, (n+7)*3*m.width) // transposing reads up to seven rows beyond the last
	w.context = sized(w.context, n*m.width)
	w.keys = sized(w.keys, headWidth*padded)
	w.scores = sized(w.scores, longest*padded)
	w.quantised = sized(w.quantised, chunk*max(m.width, m.inner))
	w.steps, w.lows = sized(w.steps, chunk), sized(w.lows, chunk)
	w.sums = sized(w.sums, chunk*max(3*m.width, m.inner))
	w.wide = sized(w.wide, chunk*m.inner)
	w.row = sized(w.row, m.width)
}

// sized is s with n elements, in new memory only where the old does not suffice.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// up is n, or the next multiple of step.
func up(n, step int) int { return (n + step - 1) / step * step }
