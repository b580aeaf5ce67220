package index

import (
	"context"

	"careeradvisor/knowledge"
)

// Terms returns the words of a text that are not stop words, with the number of
// passages that have them, as read in the language that knows most of them. A word that
// does not occur in any form, nor anything like it, has the count 0.
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
