package score

import (
	"context"
	"unicode/utf8"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

// TopSection is a plain baseline: whatever is asked, it answers with the whole section that holds
// the passage a search engine ranks first.
type TopSection struct{ Index *index.Index }

// Answer answers with a section, or refuses if no word of q occurs anywhere.
func (s TopSection) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	hits, err := s.Index.Search(ctx, knowledge.Query{Text: q.Text, Limit: 1})
	if err != nil || len(hits) == 0 {
		return knowledge.Answer{Kind: knowledge.Refuse}, err
	}
	top := hits[0].Passage
	a := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.Prose,
		Citations: []knowledge.Citation{{Doc: top.Doc, Section: knowledge.SectionName(top.Section)}}}
	for _, p := range s.section(top) {
		a.Points = append(a.Points, knowledge.Point{Text: p.Text, Cites: []int{0}})
		if utf8.RuneCountInString(a.Text()) > knowledge.MaxAnswer {
			a.Points = a.Points[:len(a.Points)-1]
			break
		}
	}
	return a, nil
}

// section returns all passages of the section that a passage is in.
func (s TopSection) section(top knowledge.Passage) []knowledge.Passage {
	name := knowledge.SectionName(top.Section)
	for _, d := range s.Index.Documents() {
		if d.ID != top.Doc {
			continue
		}
		for _, sec := range d.Sections {
			if sec.Name() == name {
				return sec.Passages
			}
		}
	}
	return nil
}
