package memory

import (
	"context"
	"time"

	"careeradvisor/knowledge"
)

// Plan is the steps of an answer as a person's checklist. A person has one plan
// at a time.
type Plan struct {
	Owner   string
	Title   string // the question that it answers
	Steps   []PlanStep
	Nudge   bool      // remind the owner once a month
	Nudged  time.Time // when that was done last, or when Nudge was switched on
	Created time.Time
	Updated time.Time
}

// PlanStep is one step of a plan.
type PlanStep struct {
	Label    string             `json:"label,omitempty"`
	Text     string             `json:"text,omitempty"`
	Citation knowledge.Citation `json:"citation"` // where the step is
	Done     bool               `json:"done,omitempty"`
	Note     string             `json:"note,omitempty"` // the owner's own words
}

// Done counts the finished steps.
func (p Plan) Done() int {
	n := 0
	for _, s := range p.Steps {
		if s.Done {
			n++
		}
	}
	return n
}

// Plans are people's checklists, one for each person.
type Plans interface {
	// SavePlan keeps a plan in place of its owner's earlier one; Plan may return
	// [knowledge.ErrNotFound].
	SavePlan(ctx context.Context, p Plan) error
	Plan(ctx context.Context, owner string) (Plan, error)
	DropPlan(ctx context.Context, owner string) error

	// NudgesDue marks up to n unfinished plans that have nudges on and were last nudged before a
	// time as nudged at now, and returns them. Each of them goes to only one of several processes.
	NudgesDue(ctx context.Context, before, now time.Time, n int) ([]Plan, error)
}
