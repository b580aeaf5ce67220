package encoder

import "math"

// forward takes the batch's tokens through all layers.
func (e *Encoder) forward(w *workspace) {
	w.size(e.model)
	e.embed(w)
	for i := range e.model.layers {
		l := &e.model.layers[i]
		e.project(w, l)
		e.attend(w)
		e.mix(w, l)
		e.widen(w, l)
	}
}

// project makes the queries, keys and values of all tokens.
func (e *Encoder) project(w *workspace, l *layer) {
	width := e.model.width
	chunks(len(w.ids), func(from, rows int) {
		e.multiply(w, &l.attention, w.x[from*width:], rows)
		for i := range rows {
			e.finish(w, &l.attention, i, w.qkv[(from+i)*3*width:])
		}
	})
}

// mix adds to each token what attention found for it.
func (e *Encoder) mix(w *workspace, l *layer) {
	width := e.model.width
	chunks(len(w.ids), func(from, rows int) {
		e.multiply(w, &l.context, w.context[from*width:], rows)
		e.add(w, &l.context, &l.middle, from, rows)
	})
}

// widen adds to each token what the wide layers make of it.
func (e *Encoder) widen(w *workspace, l *layer) {
	width, inner := e.model.width, e.model.inner
	chunks(len(w.ids), func(from, rows int) {
		e.multiply(w, &l.inner, w.x[from*width:], rows)
		for i := range rows {
			row := w.wide[i*inner : (i+1)*inner]
			e.finish(w, &l.inner, i, row)
			e.kernel.GELU(row)
		}
		e.multiply(w, &l.outer, w.wide, rows)
		e.add(w, &l.outer, &l.end, from, rows)
	})
}

// add ends each half of a layer: the linear layer's output is added to what went
// in, and the sum normalised.
func (e *Encoder) add(w *workspace, l *linear, n *norm, from, rows int) {
	width := e.model.width
	for i := range rows {
		e.finish(w, l, i, w.row)
		e.kernel.Norm(w.x[(from+i)*width:][:width], w.row, n.gain, n.shift)
	}
}

// pool writes the vectors of the batch's texts: each the mean of its tokens, of
// length one.
func (w *workspace) pool(vectors [][]float32, width int) {
	from := 0
	for i, end := range w.ends {
		v := vectors[i]
		for ; from < end; from++ {
			for j, x := range w.x[from*width:][:width] {
				v[j] += x
			}
		}
		normalise(v)
	}
}

// normalise brings v to length one.
func normalise(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	per := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= per
	}
}
