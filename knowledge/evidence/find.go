package evidence

import (
	"context"
	"math"
	"slices"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/weights"
)

// Searcher finds passages. It returns them ranked, best first.
type Searcher interface {
	Search(ctx context.Context, q knowledge.Query) ([]knowledge.Hit, error)
	// Terms returns the words of a text that carry meaning, with how rare each is.
	Terms(text string) []knowledge.Term
	// Compare compares a question's vector with those of all passages and asks; nil if there are no
	// vectors.
	Compare(vector []float32) (*knowledge.Comparison, error)
}

// Encoder reads a question, and a question with passages.
type Encoder interface {
	Query(text string) []float32
	// MaxSim compares a question with passages token by token: the mean, over the question's
	// tokens, of the cosine to the nearest token of the passage.
	MaxSim(question string, passages []string) []float32
	// Judge reads a question with a passage; it returns the logit that the passage answers it.
	Judge(question, passage string) float64
}

// Finder finds evidence. It does not change once it is made.
type Finder struct {
	Subjects
	Search  Searcher
	Encoder Encoder // nil if passages are found by words alone
	Weights *weights.Table
}

// Evidence is everything that was found for a question.
type Evidence struct {
	Candidates []*Candidate        // the best first
	Asks       []knowledge.NearAsk // the nearest first
	Describes  bool                // the question asks only about somebody, whom all candidates describe

	hits    []knowledge.Hit
	vectors *knowledge.Comparison // nil without vectors
}

// Candidate is a passage that may answer, with the evidence for it.
type Candidate struct {
	*outline.Place
	Features [weights.Features]float64
	Score    float64 // of the rank; for the first ones, including their tokens
	Share    float64 // of the probability among the first
	Tokens   float64 // likeness token by token; 0 if it was not read
}

// Find finds and ranks the candidates for a question.
func (f *Finder) Find(ctx context.Context, q *reading.Question) (*Evidence, error) {
	e, err := f.gather(ctx, q)
	if err != nil {
		return nil, err
	}
	if q.Bare { // only descriptions of those it names are evidence, if there are any
		own := slices.DeleteFunc(slices.Clone(e.Candidates), func(c *Candidate) bool { return !f.describes(q, c.Place) })
		if e.Describes = len(own) > 0; e.Describes {
			e.Candidates = own
		}
	}
	f.rank(q, e)
	return e, nil
}

// judged is how many candidates are compared token by token.
const judged = 6

// First returns the candidates that were compared with the question token by token.
func (e *Evidence) First() []*Candidate { return e.Candidates[:min(judged, len(e.Candidates))] }

// share turns the scores of the first candidates into probabilities.
func (e *Evidence) share() {
	sum := 0.
	for _, c := range e.First() {
		c.Share = math.Exp(c.Score - e.Candidates[0].Score)
		sum += c.Share
	}
	for _, c := range e.First() {
		c.Share /= sum
	}
}
