package index

import (
	"context"

	"careeradvisor/knowledge"
)

// Terms returns the words of a text that are no stop words, with how many passages have
// them, as the language reads them that knows most of them. Where a word occurs in no
// form, and nothing much like it does, its count is 0.
func (x *Index) Terms(text string) (all []knowledge.Term) {
	if x.closed.Load() {
		return nil
	}
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	defer s.clear()
	most := -1.
	for _, l := range x.languages {
		t := l.parse(knowledge.Query{Text: text}, 0)
		if err := x.score(context.Background(), s, &t); err != nil || t.known() <= most {
			continue
		}
		most, all = t.known(), nil
		for _, w := range t.words {
			all = append(all, knowledge.Term{Text: w.written, Count: w.count, Weight: w.idf})
		}
	}
	return all
}
