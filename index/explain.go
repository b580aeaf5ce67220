package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"careeradvisor/knowledge"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Explanation is why a passage has its score: the sum of the Scores of its Words
// and Pairs.
type Explanation struct {
	Passage string // its ID
	Score   float64
	Words   []WordShare // those of the query that the passage has, in its order
	Pairs   []PairShare // those that are near each other
}

// WordShare is what one word adds.
type WordShare struct {
	Term     string  // as analysed
	Written  string  // as the query has it; unlike Term's word where a typing error was mended
	Weight   float64 // 1 for a word of Query.Text
	Passages int     // that have the word
	IDF      float64
	Fields   []FieldShare
	Score    float64 // Weight · IDF · saturated sum of the Fields' Frequency
}

// FieldShare is where a word stands.
type FieldShare struct {
	Field     string  // text, heading, title or role
	Count     int     // occurrences
	Length    int     // words in the field, stop words aside
	Frequency float64 // Count, weighted and normalised by Length
}

// PairShare is what the nearness of two words adds.
type PairShare struct {
	First, Second string  // terms
	Nearness      float64 // sum of 1/distance², weighted by field
	Score         float64
}

// Explain takes a passage's score for a query apart. Its error is a
// [knowledge.Error] where no passage has the ID.
func (x *Index) Explain(ctx context.Context, q knowledge.Query, passage string) (Explanation, error) {
	if x.closed.Load() {
		return Explanation{}, errClosed
	}
	ordinal := slices.IndexFunc(x.passages, func(p *knowledge.Passage) bool { return p.ID == passage })
	if ordinal < 0 {
		return Explanation{}, &knowledge.Error{Say: fmt.Sprintf("There is no passage %q in the index.", passage)}
	}
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	defer s.clear()
	t := x.parse(q)
	if err := x.score(ctx, s, &t); err != nil {
		return Explanation{}, fmt.Errorf("index: explain: %w", err)
	}
	e := Explanation{Passage: passage}
	one := []candidate{{ordinal: int32(ordinal)}}
	for _, w := range t.words {
		if err := x.explainWord(ctx, s, &e, w, one); err != nil {
			return Explanation{}, fmt.Errorf("index: explain: %w", err)
		}
	}
	if err := x.addNearness(ctx, s, t, one); err != nil {
		return Explanation{}, fmt.Errorf("index: explain: %w", err)
	}
	x.explainPairs(s, &e, t)
	return e, nil
}

func (x *Index) explainWord(ctx context.Context, s *scratch, e *Explanation, w word, one []candidate) error {
	share := WordShare{Term: w.term, Written: w.written, Weight: w.weight, Passages: w.count, IDF: w.idf}
	tf := 0.0
	for f := range fieldCount {
		r, err := x.open(ctx, w.term, f, false)
		if err != nil {
			return err
		}
		if r == nil {
			continue
		}
		err = x.seek(s, r, one, func(_ int, p *bleveindex.TermFieldDoc) {
			words := length(p.Norm)
			frequency := x.scoring.fieldFrequency(f, float64(p.Freq), words, x.average[f])
			share.Fields = append(share.Fields, FieldShare{f.String(), int(p.Freq), int(words), frequency})
			tf += frequency
		})
		if err := errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	if tf > 0 && w.count > 0 {
		share.Score = w.weight * w.idf * x.scoring.saturate(tf)
		e.Words = append(e.Words, share)
		e.Score += share.Score
	}
	return nil
}

// explainPairs reads the positions that addNearness left in s.
func (x *Index) explainPairs(s *scratch, e *Explanation, t terms) {
	for _, p := range t.pairs {
		if !t.occurs(p) {
			continue
		}
		near := x.nearness(&s.positions, p, 0)
		if near == 0 {
			continue
		}
		share := PairShare{t.words[p.first].term, t.words[p.second].term, near, x.nearScore(t, p, near)}
		e.Pairs = append(e.Pairs, share)
		e.Score += share.Score
	}
}

// String shows the explanation as a small table, the greatest share first.
func (e Explanation) String() string {
	type line struct {
		score float64
		text  string
	}
	var lines []line
	for _, w := range e.Words {
		var fields []string
		for _, f := range w.Fields {
			fields = append(fields, fmt.Sprintf("%d of %d words in the %s", f.Count, f.Length, f.Field))
		}
		lines = append(lines, line{w.Score, fmt.Sprintf("%s (in %d passages, idf %.2f): %s", w.Term, w.Passages, w.IDF, strings.Join(fields, ", "))})
	}
	for _, p := range e.Pairs {
		lines = append(lines, line{p.Score, fmt.Sprintf("%s near %s: %.2f", p.First, p.Second, p.Nearness)})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(b.score, a.score) })
	var b strings.Builder
	fmt.Fprintf(&b, "%7.3f  %s", e.Score, e.Passage)
	for _, l := range lines {
		fmt.Fprintf(&b, "\n%7.3f  %s", l.score, l.text)
	}
	return b.String()
}
