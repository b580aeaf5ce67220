package answer

import "careeradvisor/knowledge"

// steps answers a how-to with the steps under the facet's surest heading that has
// any: a numbered list, or sections in a row.
func (e *Engine) steps(r *reading) (knowledge.Answer, bool) {
	for _, s := range e.facetSections(r) {
		if e.listSize(s) < 2 {
			continue
		}
		b := e.newBuilder()
		b.lead(s)
		if len(e.itemsOf(s)) >= 2 {
			b.items(s)
		} else {
			b.children(s)
		}
		return b.answer(knowledge.Steps, wholeSure), true
	}
	return knowledge.Answer{}, false
}
