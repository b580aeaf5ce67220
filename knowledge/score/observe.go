package score

import (
	"context"
	"fmt"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/answer"
	"careeradvisor/knowledge/weights"
)

// Engine is an answer engine that shows what it weighs.
type Engine interface {
	Answerer
	Sample(ctx context.Context, q knowledge.Question) (answer.Sample, error)
}

// Set is a question set with an engine on the documents that it is about.
type Set struct {
	Name      string
	Documents string // where they are: sets on the same ones are kept together
	Source    string // where the questions are: sets of the same ones are kept together too
	Questions []Question
	Unread    bool                        // nobody has looked at its wrong answers: never fitted on
	Engine    func(*weights.Table) Engine // an engine that weighs by these
}

// observation records what an engine weighed for a question.
type observation struct {
	group    int
	question Question
	sample   answer.Sample
	composed bool // there is something that could be said
	right    bool // it would be right to say it
}

// observe samples the questions of sets.
func observe(ctx context.Context, sets []Set, groups []int, w *weights.Table) (all []observation, err error) {
	for i, s := range sets {
		e := s.Engine(w)
		for _, q := range s.Questions {
			o, err := observeOne(ctx, e, q)
			if err != nil {
				return nil, fmt.Errorf("score: %s: question %s: %w", s.Name, q.ID, err)
			}
			o.group = groups[i]
			all = append(all, o)
		}
	}
	return all, nil
}

func observeOne(ctx context.Context, e Engine, q Question) (o observation, err error) {
	o.question = q
	if o.sample, err = e.Sample(ctx, q.asked()); err != nil {
		return o, err
	}
	if o.composed = len(o.sample.Heard) > 0; o.composed {
		o.sample.Answer.Kind = knowledge.Answered
		o.right = Verdict(q, o.sample.Answer, false) == ""
	}
	return o, nil
}

// found reports whether the answer that would be given is the one the question asks for.
func (o *observation) found() bool { return o.right && o.question.isAnswerable() }

// isAnswerable reports whether the documents answer a question.
func (q Question) isAnswerable() bool { return q.Expect == string(knowledge.Answered) }

// isTalk reports whether it is small talk, which is recognised by other means than what the documents answer.
func (q Question) isTalk() bool { return q.Kind == "smalltalk" || q.Expect == string(knowledge.Help) }

// asked is a question in the form that an engine gets.
func (q Question) asked() knowledge.Question {
	return knowledge.Question{Text: q.Q, Earlier: q.Context, Heard: q.Heard}
}
