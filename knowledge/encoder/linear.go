package encoder

// chunkRows is how many tokens go through a linear layer at a time: what their
// integer products take stays in the second cache.
const chunkRows = 96

// block is what the kernels' widths come in.
const block = 16

// multiply quantises rows of x and multiplies them with the layer's weights. The
// integer products are in w.sums; finish makes numbers of them.
func (e *Encoder) multiply(w *workspace, l *linear, x []float32, rows int) {
	for i := range rows {
		w.steps[i], w.lows[i] = e.kernel.Quantise(w.quantised[i*l.in:(i+1)*l.in], x[i*l.in:(i+1)*l.in])
	}
	e.kernel.Product(w.sums, w.quantised, l.weights, rows, l.in, l.out)
}

// finish writes row i of what multiply has made.
func (e *Encoder) finish(w *workspace, l *linear, i int, to []float32) {
	e.kernel.Dequantise(to[:l.out], w.sums[i*l.out:(i+1)*l.out], l.scale, l.sum, l.bias, w.steps[i], w.lows[i])
}

// chunks calls use for every chunk of n rows.
func chunks(n int, use func(from, rows int)) {
	for from := 0; from < n; from += chunkRows {
		use(from, min(chunkRows, n-from))
	}
}
