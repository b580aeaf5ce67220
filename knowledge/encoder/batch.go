package encoder

// batchTokens is how many tokens a batch has at most, unless a single text has more. Weights are
// read once per batch, and what a batch needs should stay in the second-level cache.
const batchTokens = 192

// fill makes a batch of as many of the texts as fit, at least one, and returns how many. Their
// tokens then lie end to end in the workspace.
func (e *Encoder) fill(w *workspace, prefix string, texts []string) int {
	w.ids, w.ends = w.ids[:0], w.ends[:0]
	for i, text := range texts {
		before := len(w.ids)
		w.ids = e.tokens.Append(w.ids, prefix+text, e.model.positions)
		if i > 0 && len(w.ids) > batchTokens {
			w.ids = w.ids[:before]
			return i
		}
		w.ends = append(w.ends, len(w.ids))
	}
	return len(texts)
}
