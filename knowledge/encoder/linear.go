package encoder

// chunkRows is how many tokens go through a linear layer at a time, so that their integer products
// stay in the second-level cache.
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

// product multiplies some rows of q with a linear layer's weights; finish turns the sums into
// numbers.
func (e *Encoder) product(w *workspace, l *linear, q *quantised, from, rows int) {
	e.kernel.Product(w.sums, q.values[from*l.in:], l.weights, rows, l.in, l.out)
}

// finish returns the layer's output for row from + i of q, written to the
// beginning of to.
func (e *Encoder) finish(w *workspace, l *linear, q *quantised, from, i int, to []float32) []float32 {
	to, sums := to[:l.out], w.sums[i*l.out:(i+1)*l.out]
	e.kernel.Dequantise(to, sums, l.scale, l.sum, l.bias, q.steps[from+i], q.lows[from+i])
	return to
}
