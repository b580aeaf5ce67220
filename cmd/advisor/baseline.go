package main

import (
	"context"
	"unicode/utf8"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// topSection is the plain way to answer, for comparison: whatever is asked, the
// whole section of the passage that the index ranks first.
type topSection struct{ index *index.Index }

// Answer answers with a section, or refuses where no word of q stands anywhere.
func (b topSection) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	hits, err := b.index.Search(ctx, knowledge.Query{Text: q.Text, Limit: 1})
	if err != nil || len(hits) == 0 {
		return knowledge.Answer{Kind: knowledge.Refuse}, err
	}
	top := hits[0].Passage
	a := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.Prose,
		Citations: []knowledge.Citation{{Doc: top.Doc, Section: knowledge.SectionName(top.Section)}}}
	for _, d := range b.index.Documents() {
		for _, s := range d.Sections {
			if d.ID != top.Doc || s.Name() != knowledge.SectionName(top.Section) {
				continue
			}
			for _, p := range s.Passages {
				a.Points = append(a.Points, knowledge.Point{Text: p.Text, Cites: []int{0}})
				if utf8.RuneCountInString(a.Text()) > knowledge.MaxAnswer {
					a.Points = a.Points[:len(a.Points)-1]
					return a, nil
				}
			}
		}
	}
	return a, nil
}
