package encoder

// chunkRows is how many tokens go through a linear layer at a time, so that their
// integer products stay in the second cache.
const chunkRows = 96

// quantised are rows of activations in int8: row i is lows[i] + steps[i] × values.
type quantised struct {
	values []uint8
	steps  []float32
	lows   []float32
}

func (q *quantised) size(rows, width int) {
	q.values = sized(q.values, rows*width)
	q.steps, q.lows = sized(q.steps, rows), sized(q.lows, rows)
}

// quantise sets row i of q to x.
func (e *Encoder) quantise(q *quantised, i int, x []float32) {
	n := len(x)
	q.steps[i], q.lows[i] = e.kernel.Quantise(q.values[i*n:(i+1)*n], x)
}

// linear takes some rows of q through a linear layer and calls use with each one,
// in w.row: use must be done with it when it returns.
func (e *Encoder) linear(w *workspace, l *linear, q *quantised, from, rows int, use func(i int, row []float32)) {
	e.kernel.Product(w.sums, q.values[from*l.in:], l.weights, rows, l.in, l.out)
	row := w.row[:l.out]
	for i := range rows {
		sums := w.sums[i*l.out : (i+1)*l.out]
		e.kernel.Dequantise(row, sums, l.scale, l.sum, l.bias, q.steps[from+i], q.lows[from+i])
		use(from+i, row)
	}
}
