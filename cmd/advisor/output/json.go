package output

import (
	"context"
	"encoding/json"
	"io"
	"time"

	"careeradvisor/knowledge"
)

// Answerer answers questions.
type Answerer interface {
	Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error)
}

// reply is an answer as JSON. Its first six fields are the contract of --jsonl.
type reply struct {
	ID          string               `json:"id,omitempty"`
	Kind        knowledge.AnswerKind `json:"kind"`
	Text        string               `json:"text"`
	Citations   []cited              `json:"citations"`
	Confidence  float64              `json:"confidence"`
	Millis      float64              `json:"millis"`
	Question    string               `json:"question,omitempty"`
	Suggestions []string             `json:"suggestions,omitempty"`
}

// cited is a citation as it is printed.
type cited struct {
	Doc     string `json:"doc"`
	Section string `json:"section"`
	Title   string `json:"title"`
}

func replyTo(ctx context.Context, e Answerer, q knowledge.Question) (reply, knowledge.Answer, error) {
	start := time.Now()
	a, err := e.Answer(ctx, q)
	if err != nil {
		return reply{}, a, err
	}
	r := reply{Kind: a.Kind, Text: a.Text(), Citations: []cited{}, Confidence: round(a.Confidence, 100)}
	for _, c := range a.Citations {
		r.Citations = append(r.Citations, cited{c.Doc, c.Section, c.Title})
	}
	r.Millis = round(float64(time.Since(start).Microseconds())/1000, 1000)
	return r, a, nil
}

func round(f, to float64) float64 { return float64(int(f*to+0.5)) / to }

// JSON answers one question and prints the answer as an object.
func JSON(ctx context.Context, e Answerer, q knowledge.Question, w io.Writer) error {
	r, a, err := replyTo(ctx, e, q)
	if err != nil {
		return err
	}
	r.Question, r.Suggestions = q.Text, a.Suggestions
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}
