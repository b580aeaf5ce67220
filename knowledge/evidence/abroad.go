package evidence

import (
	"cmp"
	"context"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/reading"
)

// Abroad finds evidence for a question in the documents of its language; it returns nil if that is
// English. The encoder does not read other languages, so words alone decide.
func (f *Finder) Abroad(ctx context.Context, q *reading.Question) (*Evidence, error) {
	hits, err := f.Search.Search(ctx, knowledge.Query{Text: q.Own, Limit: 20})
	if err != nil {
		return nil, err
	}
	e := &Evidence{}
	_, unknown := q.Met(nil)
	spoken := ""
	for _, h := range hits {
		p, ok := f.Docs.Find(h.Passage.ID)
		if !ok {
			continue
		}
		if spoken = cmp.Or(spoken, p.Section.Doc.Language); spoken == "" {
			return nil, nil
		}
		if p.Section.Doc.Language == spoken && p.Kind != knowledge.Code {
			e.Candidates = append(e.Candidates, &Candidate{Place: p, Score: h.Share / max(1-unknown, 0.1)})
		}
	}
	if len(e.Candidates) == 0 {
		return nil, nil
	}
	e.share()
	return e, nil
}
