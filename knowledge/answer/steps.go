package answer

import "careeradvisor/knowledge"

// steps answers a how-to with the steps under the facet's surest heading that has
// any: a numbered list, or sections in a row.
func (e *Engine) steps(r *reading) (knowledge.Answer, bool) {
	for _, s := range e.facetSections(r) {
		b := e.newBuilder()
		b.lead(s)
		switch {
		case len(e.itemsOf(s)) >= 2:
			b.addItems(s)
		case len(e.corpus.sections[s].children) >= 2:
			b.children(s)
		default:
			continue
		}
		return b.answer(knowledge.Steps, wholeSure), true
	}
	return knowledge.Answer{}, false
}
