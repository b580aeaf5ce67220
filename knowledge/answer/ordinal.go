package answer

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/text"
)

// ordinals name one of the things listed before; -1 is the last.
var ordinals = map[string]int{
	"first": 0, "1st": 0, "one": 0, "lowest": 0, "bottom": 0,
	"second": 1, "2nd": 1, "two": 1,
	"third": 2, "3rd": 2, "three": 2,
	"fourth": 3, "4th": 3, "four": 3,
	"fifth": 4, "5th": 4, "five": 4,
	"last": -1, "final": -1, "top": -1, "highest": -1,
}

// countables are words that an ordinal goes with.
var countables = text.Set("one step level point item type part rung stage option bullet thing rank tier area category duty")

// ordinalOf is which of the things listed before a question is about.
func ordinalOf(ws []text.Word) (n int, ok bool) {
	for i, w := range ws {
		n, is := ordinals[w.Text]
		if !is {
			continue
		}
		if i+1 < len(ws) && countables[text.Singular(ws[i+1].Text)] || i > 0 && countables[ws[i-1].Text] && w.Text != "one" ||
			i > 0 && text.IsArticle(ws[i-1].Text) && i+1 == len(ws) {
			return n, true
		}
	}
	return 0, false
}

// nth answers a question about one of the things that the answer before listed:
// "the highest one?", "step two in more detail".
func (e *Engine) nth(r *reading) (knowledge.Answer, bool) {
	if r.before == nil || r.before.facet() == nil {
		return knowledge.Answer{}, false
	}
	n, ok := ordinalOf(r.words)
	if !ok {
		return knowledge.Answer{}, false
	}
	for _, s := range e.facetSections(r.before) {
		things := e.things(s)
		if len(things) < 2 || n >= len(things) {
			continue
		}
		if n < 0 {
			n = len(things) - 1
		}
		b := e.newBuilder()
		for _, p := range things[n] {
			b.add(knowledge.Point{Text: p.Text, Cites: []int{b.cite(p)}})
		}
		return b.answer(knowledge.Prose, wholeSure), true
	}
	return knowledge.Answer{}, false
}

// things are what a section lists: its items, a passage each, or the passages of
// the sections inside it.
func (e *Engine) things(s int) [][]*passage {
	var out [][]*passage
	if items := e.itemsOf(s); len(items) >= 2 {
		for _, it := range items {
			out = append(out, []*passage{e.corpus.of(it.Passage)})
		}
		return out
	}
	for _, ch := range e.corpus.sections[s].children {
		var below []*passage
		for _, i := range e.corpus.below(ch) {
			below = append(below, &e.corpus.passages[i])
		}
		if len(below) > 0 {
			out = append(out, below)
		}
	}
	return out
}
