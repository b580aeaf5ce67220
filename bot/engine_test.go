package bot_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"careeradvisor/knowledge"
)

// engine stands in for knowledge/answer: it has canned answers, and a few words make it misbehave.
type engine struct {
	mu    sync.Mutex
	asked []knowledge.Question
	again []knowledge.Question        // that nobody asked: the bot checks what was published, and what askers may read of it
	known map[string]knowledge.Answer // learnt meanwhile
	hold  chan struct{}               // "hold" waits until it is closed
	held  chan struct{}               // gets a value when somebody holds
}

func (e *engine) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	a, err := e.answer(ctx, q)
	a.Generation = "g1"
	return a, err
}

func (e *engine) answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	e.mu.Lock()
	if q.Asker != "" {
		e.asked = append(e.asked, q)
	} else {
		e.again = append(e.again, q)
	}
	e.mu.Unlock()
	switch q.Text {
	case "panic":
		panic("boom")
	case "panic secretly":
		panic("POST https://hooks.slack.com/actions/T1/2/hush with xoxb-1-hush and xapp-1-hush")
	case "fail":
		return knowledge.Answer{}, errors.New("the index is on fire")
	case "fail plainly":
		return knowledge.Answer{}, &knowledge.Error{Say: "I am reading new documents. Please ask again in a minute.", Cause: errors.New("no generation")}
	case "hold":
		e.held <- struct{}{}
		select {
		case <-e.hold:
		case <-ctx.Done():
			return knowledge.Answer{}, ctx.Err()
		}
		a := definition()
		a.Why = explained(q.Text)
		return a, nil
	}
	a, ok := e.learnt(q.Text)
	if !ok {
		a, ok = canned()[q.Text]
	}
	if !ok {
		a = unknown()
	}
	if q.Heard && a.Kind != knowledge.Answered {
		return knowledge.Answer{Kind: knowledge.Silent}, nil
	}
	if a.Kind != knowledge.Help {
		a.Why = explained(q.Text)
	}
	return a, nil
}

// learn makes the stand-in answer a question from then on.
func (e *engine) learn(question string, a knowledge.Answer) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.known == nil {
		e.known = map[string]knowledge.Answer{}
	}
	e.known[question] = a
}

func (e *engine) learnt(question string) (knowledge.Answer, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	a, ok := e.known[question]
	return a, ok
}

// explained says how the stand-in came to an answer.
func explained(text string) *knowledge.Explanation {
	return &knowledge.Explanation{
		Read: "PM vs TPM, " + text, Roles: []string{"Technical Product Manager"}, Foreign: []string{"astronaut"},
		Terms: []knowledge.Term{{Text: "tpm", Met: true}, {Text: "parking"}},
		Considered: []knowledge.Considered{
			{Citation: basics, Text: "A technical product manager bridges technology and business goals.", Said: true},
			{Citation: pay, Text: "Seniors earn more.", Why: "too far behind the best"},
		},
	}
}

// canned are answers that are made only once, since some are long.
var canned = sync.OnceValue(func() map[string]knowledge.Answer {
	return map[string]knowledge.Answer{
		"":                          welcome(),
		"help":                      welcome(),
		"hi":                        welcome(),
		"thanks":                    welcome(),
		"What is a TPM?":            definition(),
		"What do interviewers ask?": onInterviews(),
		"PM vs TPM?":                versus(),
		"How do I become a TPM?":    path(),
		"What does a TPM do?":       duties(),
		"How much?":                 unclear(),
		"hostile":                   hostile(),
		"linked":                    linked(),
		"faq":                       faq(),
		"long list":                 many(knowledge.List, 300, 20),
		"long steps":                many(knowledge.Steps, 120, 30),
		"long table":                grid(250, 3, 5),
		"wide table":                grid(3, 25, 4),
		"many sources":              cited(300),
		"How do I grow?":            growth(),
	}
})

func (e *engine) questions() []knowledge.Question {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.asked)
}

// journal is the log, which can be read while it is being written.
type journal struct {
	mu      sync.Mutex
	buf     bytes.Buffer
	changed chan struct{} // closed by the next line; nil if nobody waits
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.changed != nil {
		close(j.changed)
		j.changed = nil
	}
	return j.buf.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.buf.String()
}

// wait waits until the log contains text, once or a number of times.
func (j *journal) wait(ctx context.Context, text string, times ...int) error {
	least := slices.Max(append(times, 1))
	for {
		j.mu.Lock()
		found := strings.Count(j.buf.String(), text) >= least
		if j.changed == nil {
			j.changed = make(chan struct{})
		}
		changed := j.changed
		j.mu.Unlock()
		if found {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
