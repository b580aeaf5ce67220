package encoder

// batchTokens is how many tokens a batch has at most, unless a single text has
// more. Weights are read once a batch, and what a batch needs should stay in the
// second cache.
const batchTokens = 192

// fill makes a batch of texts for the encoder.
func (e *Encoder) fill(w *workspace, prefix string, texts []string) int {
	return w.fill(texts, func(ids []int32, text string) []int32 {
		return e.tokens.Append(ids, prefix+text, e.model.positions)
	})
}

// fill makes a batch of as many of the texts as fit, at least one, and returns how
// many. The workspace then has the tokens that add appends for each, end to end.
func (w *workspace) fill(texts []string, add func(ids []int32, text string) []int32) int {
	w.ids, w.ends = w.ids[:0], w.ends[:0]
	for i, text := range texts {
		before := len(w.ids)
		w.ids = add(w.ids, text)
		if i > 0 && len(w.ids) > batchTokens {
			w.ids = w.ids[:before]
			return i
		}
		w.ends = append(w.ends, len(w.ids))
	}
	return len(texts)
}
