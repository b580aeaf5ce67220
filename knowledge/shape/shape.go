package shape

import (
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/evidence"
	"careeradvisor/knowledge/outline"
	"careeradvisor/knowledge/reading"
	"careeradvisor/knowledge/weights"
)

// Shaper gives answers their shape. It does not change once it is made.
type Shaper struct {
	evidence.Subjects
	Encoder evidence.Encoder // nil if answers are based on words alone
	Weights *weights.Table
}

// writer writes the draft of an answer to one question.
type writer struct {
	*Shaper
	*Draft
	question *reading.Question
	evidence *evidence.Evidence
}

// shapes are the forms of an answer; the first that suits the best passage is used. A shape marked
// alone is not followed by further passages.
var shapes = []struct {
	say   func(w *writer, best *outline.Place) bool
	alone bool
}{
	{(*writer).comparison, true},
	{(*writer).sequence, false},
	{(*writer).table, false},
	{(*writer).list, false},
	{(*writer).section, false},
	{(*writer).prose, false},
}

func (s *Shaper) writer(q *reading.Question, e *evidence.Evidence) *writer {
	return &writer{s, &Draft{Shape: knowledge.Prose, said: map[string]bool{}}, q, e}
}

// Draft drafts an answer to a question from evidence; it is nil if there is none.
func (s *Shaper) Draft(q *reading.Question, e *evidence.Evidence) *Draft {
	if len(e.Candidates) == 0 {
		return nil
	}
	w := s.writer(q, e)
	for _, shape := range shapes {
		if shape.say(w, w.best().Place) {
			if !shape.alone {
				w.addFurther()
			}
			break
		}
	}
	return w.Draft
}

// best is the best candidate of the evidence.
func (w *writer) best() *evidence.Candidate { return w.evidence.Candidates[0] }

// isProbable reports whether a candidate is not much less probable than the best.
func (w *writer) isProbable(c *evidence.Candidate) bool {
	const further = 0.35
	return c.Share >= further*w.best().Share
}

// point turns a passage into a point, with all of its words or some of them, and what they show.
func (w *writer) point(p *knowledge.Passage, text string) point {
	at, _ := w.Docs.Find(p.ID) // in the document of a candidate, so it is there
	pt := point{text: text, from: []*outline.Place{at}, code: p.Kind == knowledge.Code}
	for _, shown := range at.ShownBy(text) {
		pt.inside = append(pt.inside, w.point(&shown, shown.Text))
	}
	return pt
}
