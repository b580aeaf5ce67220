package encoder

// embed sets each token's vector to that of its piece and its place in its text.
func (e *Encoder) embed(w *workspace) {
	m, width, from := e.model, e.model.width, 0
	for _, end := range w.ends {
		for i := from; i < end; i++ {
			id := int(w.ids[i])
			x, scale := w.x[i*width:][:width], m.scales[id]
			for j, v := range m.rows[id*width:][:width] {
				x[j] = scale * float32(v)
			}
			e.kernel.Norm(x, m.places[(i-from)*width:][:width], m.embedding.gain, m.embedding.shift)
		}
		from = end
	}
}
