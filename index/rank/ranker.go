package rank

import (
	"context"
	"slices"
	"sync"

	"careeradvisor/knowledge"

	"github.com/blevesearch/bleve/v2/analysis"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Collection is the passages that are read with one analyzer.
type Collection struct {
	Name      string // of the analyzer
	Analyzer  analysis.Analyzer
	Documents []knowledge.Document
	Passages  int // in the documents
	Lengths   Lengths
}

// Ranker ranks the passages of one snapshot of a Bleve index. A passage's place in
// reading order is its ordinal.
type Ranker struct {
	reader    bleveindex.IndexReader
	numbers   []uint64 // ordinal -> Bleve's document number
	ordinals  []int32  // Bleve's document number -> ordinal
	languages []*language
	scoring   scoring
	scratch   sync.Pool // of *scratch, as long as there are passages
}

// Hit is a passage that was found.
type Hit struct {
	Ordinal int
	Score   float64 // as [knowledge.Hit] has it
	Share   float64 // likewise
}

// Span is a run of ordinals, excluding the end.
type Span struct{ Start, End int }

// New ranks the passages of a reader: numbers are Bleve's numbers for them, in reading order;
// collections do not overlap and together have all passages. The owner closes the reader.
func New(reader bleveindex.IndexReader, numbers []uint64, collections []Collection) *Ranker {
	x := &Ranker{reader: reader, numbers: numbers, scoring: standard}
	for ordinal, n := range numbers {
		for uint64(len(x.ordinals)) <= n {
			x.ordinals = append(x.ordinals, -1)
		}
		x.ordinals[n] = int32(ordinal)
	}
	rarest := idf(1, len(numbers))
	for _, c := range collections {
		x.languages = append(x.languages, newLanguage(c, rarest))
	}
	x.scratch.New = func() any { return newScratch(len(numbers)) }
	return x
}

// Search returns the passages within ordered spans, or anywhere if spans is nil, that
// match q best, at most limit of them, best first; equal scores are in reading order.
func (x *Ranker) Search(ctx context.Context, q knowledge.Query, spans []Span, limit int) ([]Hit, error) {
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	defer s.clear()
	best, all, err := x.rank(ctx, s, q, spans, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(best))
	for i, c := range best {
		hits[i] = Hit{int(c.ordinal), c.score, s.share[c.ordinal] / max(all, 1e-9)}
	}
	return hits, nil
}

// rank scores all passages by their words, and the best of them again by the
// words' nearness, which costs many times more. all is the idf of the words of q.Text
// together, in the language that knows them best.
func (x *Ranker) rank(ctx context.Context, s *scratch, q knowledge.Query, spans []Span, limit int) (best []candidate, all float64, err error) {
	read := make([]terms, len(x.languages))
	for i, l := range x.languages {
		read[i] = l.parse(q, x.scoring.also)
		if err := x.score(ctx, s, &read[i]); err != nil {
			return nil, 0, err
		}
		all = max(all, read[i].all)
	}
	x.compare(s, read)
	best = bestOf(s, spans, max(limit, nearCandidates))
	for _, t := range read {
		if err := x.addNearness(ctx, s, t, best); err != nil {
			return nil, 0, err
		}
	}
	slices.SortFunc(best, compareCandidates)
	return best[:min(limit, len(best))], all, nil
}

// score adds every word's contribution to s, and fills in the words' counts. A word that another
// language has does not count as a typing error in this one.
func (x *Ranker) score(ctx context.Context, s *scratch, t *terms) error {
	l, repairs := t.language, 0
	for i := range t.words {
		w := &t.words[i]
		if err := x.walk(ctx, s, l, w.term); err != nil {
			return err
		}
		if len(s.touched) == 0 && w.weight == 1 && repairs < maxRepairs && !x.knownElsewhere(l, w.written) {
			repairs++
			if !t.mend(i) {
				w.idf = idf(0, l.passages)
				t.all += w.idf
				continue
			}
			if err := x.walk(ctx, s, l, w.term); err != nil {
				return err
			}
		}
		w.count = len(s.touched)
		w.idf = idf(w.count, l.passages)
		share := 0.
		if w.weight == 1 {
			share = w.idf
			t.all += w.idf
		}
		s.settle(&x.scoring, w.weight*w.idf, share)
	}
	t.found = len(s.found)
	return nil
}

// Terms returns the words of a text that are not stop words, with the number of
// passages that have them, as read in the language that knows most of them. A word that
// does not occur in any form, nor anything like it, has the count 0.
func (x *Ranker) Terms(text string) (all []knowledge.Term) {
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
