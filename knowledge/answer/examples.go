package answer

// Examples are up to n questions that the documents answer, of different roles
// where there are several.
func (e *Engine) Examples(n int) []string { return e.examples(n) }
