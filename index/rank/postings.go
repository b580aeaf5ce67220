package rank

import (
	"context"
	"errors"
	"math"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// ctxEvery is how many postings are walked between checks of the context.
const ctxEvery = 4096

// walk adds a term's occurrences in all fields of a language to s.tf.
func (x *Ranker) walk(ctx context.Context, s *scratch, l *language, term string) error {
	for f := range Fields {
		r, err := x.open(ctx, l, term, f, false)
		if err != nil {
			return err
		}
		if r != nil {
			err = errors.Join(x.walkField(ctx, s, l, f, r), r.Close())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *Ranker) walkField(ctx context.Context, s *scratch, l *language, f Field, r bleveindex.TermFieldReader) error {
	for n := 1; ; n++ {
		p, err := r.Next(&s.posting)
		if err != nil || p == nil {
			return err
		}
		if n%ctxEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		tf := x.scoring.fieldFrequency(f, float64(p.Freq), length(p.Norm), l.average[f])
		s.add(x.ordinals[p.ID.Value()], tf)
	}
}

// open starts reading where a term is in a field, with or without positions. The reader is nil if
// no passage has the field.
func (x *Ranker) open(ctx context.Context, l *language, term string, f Field, positions bool) (bleveindex.TermFieldReader, error) {
	if l.average[f] == 0 {
		return nil, nil
	}
	return x.reader.TermFieldReader(ctx, []byte(term), l.fields[f], true, true, positions)
}

// seek calls use for each candidate that the reader has; candidates must be ordered by Bleve's
// number. The posting is reused after the call.
func (x *Ranker) seek(s *scratch, r bleveindex.TermFieldReader, candidates []candidate, use func(i int, p *bleveindex.TermFieldDoc)) error {
	var at *bleveindex.TermFieldDoc
	for i, c := range candidates {
		number := x.numbers[c.ordinal]
		if at == nil || at.ID.Value() < number {
			s.sought = bleveindex.NewIndexInternalID(s.sought, number)
			var err error
			if at, err = r.Advance(s.sought, &s.posting); err != nil || at == nil {
				return err
			}
		}
		if at.ID.Value() == number {
			use(i, at)
		}
	}
	return nil
}

// length is a field's number of tokens: Bleve keeps it whole and hands it out as
// 1/√length.
func length(norm float64) float64 {
	if norm == 0 {
		return 0
	}
	return math.Round(1 / (norm * norm))
}
