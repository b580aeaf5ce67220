package library

import (
	"context"
	"fmt"
	"time"

	"careeradvisor/index"
	"careeradvisor/index/vectors"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
)

// Vectors says how many vectors of the documents are done.
type Vectors struct {
	Done, Wanted int     // texts, of which a passage is one or several
	Rate         float64 // how many are done per second; 0 until that is known, and when all are done
}

// Left is how long the rest takes; 0 if that is not known.
func (v Vectors) Left() time.Duration {
	if v.Rate <= 0 {
		return 0
	}
	return time.Duration(float64(v.Wanted-v.Done) / v.Rate * float64(time.Second))
}

// String is what people read.
func (v Vectors) String() string {
	switch left := v.Left().Round(time.Second); {
	case v.Wanted == 0:
		return "no vectors"
	case v.Done == v.Wanted:
		return fmt.Sprintf("vectors of %d texts", v.Wanted)
	case left == 0:
		return fmt.Sprintf("vectors of %d of %d texts", v.Done, v.Wanted)
	default:
		return fmt.Sprintf("vectors of %d of %d texts, %.0f a second, about %s left", v.Done, v.Wanted, v.Rate, left)
	}
}

// loadVectors takes the vectors that exist, and logs why any of them are not used. The rest are
// made later, where it does not matter how long that takes.
func (b *builder) loadVectors(x *index.Index) {
	if b.pause != nil {
		b.pause()
	}
	var others []*vectors.Set
	if b.old != nil {
		old := b.old.Index.Vectors().Hold()
		defer old.Close()
		others = append(others, old)
	}
	if b.config.builtin() {
		others = append(others, ofGuides())
	}
	if err := x.LoadVectors(vectors.MadeBy(b.config.encoder), others...); err != nil {
		b.log.Warn("the vectors of the documents cannot be used as they are, so they are made again", "generation", x.Generation(), "reason", err)
	}
}

// makeVectors makes the missing ones, and reports the progress; tell may be nil.
func makeVectors(ctx context.Context, x *index.Index, e Encoder, now func() time.Time, tell func(Vectors)) error {
	var began time.Time
	first := 0
	return x.Vectors().Make(ctx, e, func(done, total int) {
		if began.IsZero() { // the time that the first ones took is unknown
			began, first = now(), done
		}
		v := Vectors{Done: done, Wanted: total}
		if took := now().Sub(began).Seconds(); took > 0 {
			v.Rate = float64(done-first) / took
		}
		if tell != nil {
			tell(v)
		}
	})
}

// MakeVectors makes the missing vectors, and reports the progress; tell may be nil. It returns an
// error if some are still missing afterwards.
func (g *Generation) MakeVectors(ctx context.Context, tell func(Vectors)) error {
	err := makeVectors(ctx, g.Index, g.encoder, time.Now, tell)
	if v := g.Vectors(); v.Done == v.Wanted {
		return nil // older ones that could not be used, or a disk that keeps nothing, do not matter here
	}
	return err
}

// Encoder is the encoder that its engine reads questions with.
func (g *Generation) Encoder() evidence.Encoder { return g.encoder }

// Vectors says how many of its texts have a vector.
func (g *Generation) Vectors() Vectors { return vectorsOf(g.Index) }

func vectorsOf(x *index.Index) (v Vectors) {
	v.Done, v.Wanted = x.Vectors().Count()
	return v
}

// Compare compares a question with all passages and asks; nil if there are no vectors.
func (g *Generation) Compare(question string) (*knowledge.Comparison, error) {
	return g.Index.Compare(g.encoder.Query(question))
}
