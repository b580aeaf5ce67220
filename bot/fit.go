package bot

import (
	"context"
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// openFit opens the fit check: statements to agree with or not.
func (b *Bot) openFit(ctx context.Context, c wire.Click) error {
	return b.poster.Modal(ctx, c, fitModal())
}

// fitSubmitted takes the answers to the statements. All is said with the ack, in
// which the result takes the place of the statements: no event is recorded, and
// nothing of what a person is like is ever kept.
func (b *Bot) fitSubmitted(d wire.Delivery) (inbox.Job, bool) {
	c, err := wire.ReadClick(d.Payload)
	if err != nil || c.User == "" {
		b.log.Warn("a fit check could not be read", "error", err)
		return inbox.Job{}, false
	}
	points, missing := fitPoints(c.View)
	if len(missing) > 0 {
		return inbox.Job{Surface: "fit check", Person: c.User, Reply: slack.NewErrorsViewSubmissionResponse(missing)}, true
	}
	result := fitResult(points, b.library.Interests(), b.library.Contents().Roles)
	return inbox.Job{Surface: "fit check", Person: c.User, Reply: slack.NewUpdateViewSubmissionResponse(&result)}, true
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
