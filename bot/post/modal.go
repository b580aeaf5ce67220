package post

import (
	"context"
	"fmt"
	"slices"

	"github.com/slack-go/slack"

	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Modal opens a modal for the person who clicked, on top of the one in which
// they clicked. Slack gives three seconds for that, so waiting for long helps nobody.
func (p *Poster) Modal(ctx context.Context, c wire.Click, v slack.ModalViewRequest) error {
	ctx, cancel := context.WithTimeout(ctx, wire.CallWithin)
	defer cancel()
	err := wire.Attempt(ctx, func(ctx context.Context) (err error) {
		if c.View.ID != "" && !c.View.Home {
			_, err = p.Slack.PushViewContext(ctx, c.Trigger, v)
		} else {
			_, err = p.Slack.OpenViewContext(ctx, c.Trigger, v)
		}
		return err
	})
	if slices.Contains([]string{"expired_trigger_id", "trigger_expired", "invalid_trigger_id", "exchanged_trigger_id"}, wire.Code(err)) {
		return &knowledge.Error{Say: saysTooLate, Cause: err}
	}
	if err != nil {
		return fmt.Errorf("open a modal: %w", err)
	}
	return nil
}
