package encoder

// embed sets each token to the sum of its piece's row, its place's and its type's.
func (e *Encoder) embed(w *workspace, n *network) {
	m, width, from := e.model, e.model.width, 0
	for _, end := range w.ends {
		for i := from; i < end; i++ {
			id, x := int(w.ids[i]), w.x[i*width:(i+1)*width]
			for j, v := range m.rows[id*width : (id+1)*width] {
				x[j] = m.scales[id] * float32(v)
			}
			place := i - from
			for j, v := range n.typed(place >= w.question, width) {
				x[j] += v
			}
			e.add(w, i, m.places[place*width:(place+1)*width], n.embedding, &n.layers[0].attention)
		}
		from = end
	}
}

// typed is what a token gets added as one of the passage, or of the question.
func (n *network) typed(passage bool, width int) []float32 {
	switch {
	case n.types == nil:
		return nil
	case passage:
		return n.types[width:]
	default:
		return n.types[:width]
	}
}
