package play

import (
	"context"
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
)

// Fit is the fit check.
type Fit struct {
	Library Library
	Post    *post.Poster
}

// Open opens the fit check: statements to agree with or not.
func (f *Fit) Open(ctx context.Context, c wire.Click) error {
	return f.Post.Modal(ctx, c, FitModal())
}

// Submitted makes what goes back with the ack of the answers to the statements: the
// result takes the place of the statements. No event is recorded, and nothing about the
// person is ever kept.
func (f *Fit) Submitted(c wire.Click) (reply any) {
	points, missing := fitPoints(c.View)
	if len(missing) > 0 {
		return slack.NewErrorsViewSubmissionResponse(missing)
	}
	result := FitResult(points, f.Library.Interests(), f.Library.Roles())
	return slack.NewUpdateViewSubmissionResponse(&result)
}

// fitPoints adds up what was chosen; missing says of the statements, by their
// blocks, which are left.
func fitPoints(v wire.View) (points fitScore, missing map[string]string) {
	points, missing = fitScore{}, map[string]string{}
	for i, s := range fitStatements {
		n, err := strconv.Atoi(v.Typed(statementID(i)))
		if err != nil || n < 0 || n >= len(fitChoices) {
			missing[statementID(i)] = saysChoose
			continue
		}
		points[s.interest] += n
	}
	return points, missing
}

// statementID is the block and the element of a statement.
func statementID(i int) string { return "statement:" + strconv.Itoa(i) }
