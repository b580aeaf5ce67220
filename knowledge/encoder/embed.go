package encoder

// embed sets each token to the sum of its piece's row and its place's.
func (e *Encoder) embed(w *workspace) {
	m, width, from := e.model, e.model.width, 0
	for _, end := range w.ends {
		for i := from; i < end; i++ {
			id, x := int(w.ids[i]), w.x[i*width:(i+1)*width]
			for j, v := range m.rows[id*width : (id+1)*width] {
				x[j] = m.scales[id] * float32(v)
			}
			place := i - from
			e.add(w, i, m.places[place*width:(place+1)*width], m.embedding, &m.layers[0].attention)
		}
		from = end
	}
}
