package rank

import (
	"cmp"
	"context"
	"errors"
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// positions records where the words of a query's pairs are in the candidates.
type positions struct {
	candidates int
	rows       []int   // by word: its first row in runs, -1 if it has none
	runs       []run   // a row for each word and field, in it a run for each candidate
	all        []int32 // the positions, counted in words of a field; each run ascending
}

// run is a part of positions.all.
type run struct{ start, end int32 }

func (p *positions) reset(words, candidates int) {
	p.candidates = candidates
	p.rows = append(p.rows[:0], make([]int, words)...)
	for i := range p.rows {
		p.rows[i] = -1
	}
	p.runs, p.all = p.runs[:0], p.all[:0]
}

// at are a word's positions in a field of a candidate.
func (p *positions) at(word int, f Field, candidate int) []int32 {
	r := p.runs[(p.rows[word]+int(f))*p.candidates+candidate]
	return p.all[r.start:r.end]
}

// locate reads a word's positions in the candidates, which must be ordered by
// Bleve's number.
func (x *Ranker) locate(ctx context.Context, s *scratch, t terms, w int, candidates []candidate) error {
	p := &s.positions
	if p.rows[w] >= 0 {
		return nil
	}
	p.rows[w] = len(p.runs) / p.candidates
	for f := range Fields {
		row := len(p.runs)
		p.runs = append(p.runs, make([]run, p.candidates)...)
		r, err := x.open(ctx, t.language, t.words[w].term, f, true)
		if err != nil {
			return err
		}
		if r == nil {
			continue
		}
		err = x.seek(s, r, candidates, func(i int, d *bleveindex.TermFieldDoc) {
			p.runs[row+i] = p.take(d.Vectors)
		})
		if err := errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (p *positions) take(vectors []*bleveindex.TermFieldVector) run {
	start := len(p.all)
	for _, v := range vectors {
		p.all = append(p.all, int32(v.Pos))
	}
	slices.Sort(p.all[start:])
	return run{int32(start), int32(len(p.all))}
}

// byNumber sorts candidates by Bleve's numbers.
func (x *Ranker) byNumber(candidates []candidate) {
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Compare(x.numbers[a.ordinal], x.numbers[b.ordinal])
	})
}
