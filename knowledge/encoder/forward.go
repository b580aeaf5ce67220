package encoder

import "careeradvisor/knowledge/encoder/kernel"

// forward takes the batch's tokens through all layers. Each step quantises its rows for the next
// while they are in the first-level cache.
func (e *Encoder) forward(w *workspace) {
	w.size(e.model)
	e.embed(w)
	layers := e.model.layers
	for i := range layers {
		l, n := &layers[i], len(w.ids)
		next := &layers[min(i+1, len(layers)-1)].attention
		for from := 0; from < n; from += chunkRows {
			e.project(w, l, from, min(chunkRows, n-from))
		}
		e.attend(w)
		for from := 0; from < n; from += chunkRows {
			e.mix(w, l, from, min(chunkRows, n-from))
			e.widen(w, l, from, min(chunkRows, n-from), next)
		}
	}
}

// project makes the queries, keys and values of some tokens.
func (e *Encoder) project(w *workspace, l *layer, from, rows int) {
	e.product(w, &l.attention, &w.in, from, rows)
	for i := range rows {
		e.finish(w, &l.attention, &w.in, from, i, w.qkv[(from+i)*l.attention.out:])
	}
}

// mix adds to each token what attention found for it.
func (e *Encoder) mix(w *workspace, l *layer, from, rows int) {
	width := e.model.width
	for i := from; i < from+rows; i++ {
		e.quantise(&w.in, i, w.context[i*width:(i+1)*width])
	}
	e.product(w, &l.context, &w.in, from, rows)
	for i := range rows {
		e.add(w, from+i, e.finish(w, &l.context, &w.in, from, i, w.row), l.middle, &l.inner)
	}
}

// widen adds to each token the output of the wide layers, and prepares it for the next linear
// layer.
func (e *Encoder) widen(w *workspace, l *layer, from, rows int, next *linear) {
	e.product(w, &l.inner, &w.in, from, rows)
	for i := range rows {
		row := e.finish(w, &l.inner, &w.in, from, i, w.row)
		e.kernel.GELU(row)
		e.quantise(&w.wide, i, row)
	}
	e.product(w, &l.outer, &w.wide, 0, rows)
	for i := range rows {
		e.add(w, from+i, e.finish(w, &l.outer, &w.wide, 0, i, w.row), l.end, next)
	}
}

// add adds row to token i and normalises the sum, which ends each half of a layer; it also
// quantises the sum for the next linear layer.
func (e *Encoder) add(w *workspace, i int, row []float32, to kernel.Affine, next *linear) {
	x, y := w.x[i*len(row):(i+1)*len(row)], w.evened[:len(row)]
	e.kernel.Norm(x, row, to, y, next.input)
	e.quantise(&w.in, i, y)
}
