package bot

import (
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/slack-go/slack"
)

// modal is a modal with a title, and a button that submits it where it has one.
// Meta comes back with what is done in it.
func modal(callback, title, submit, meta string, blocks ...slack.Block) slack.ModalViewRequest {
	v := slack.ModalViewRequest{
		Type:            slack.VTModal,
		CallbackID:      callback,
		Title:           plain(title, maxViewTitle),
		Close:           plain("Close", maxViewButton),
		PrivateMetadata: meta,
		Blocks:          slack.Blocks{BlockSet: blocks[:min(len(blocks), maxViewBlocks)]},
	}
	if submit != "" {
		v.Submit = plain(submit, maxViewButton)
		v.Close = plain("Cancel", maxViewButton)
	}
	return v
}

// openModal opens a modal for the person who clicked, on top of the one in which
// they clicked. Slack gives three seconds for that, so waiting for long helps nobody.
func (b *Bot) openModal(ctx context.Context, c wire.Click, v slack.ModalViewRequest) error {
	ctx, cancel := context.WithTimeout(ctx, callWithin)
	defer cancel()
	err := attempt(ctx, func(ctx context.Context) (err error) {
		if c.View.ID != "" && !c.View.Home {
			_, err = b.api.PushViewContext(ctx, c.Trigger, v)
		} else {
			_, err = b.api.OpenViewContext(ctx, c.Trigger, v)
		}
		return err
	})
	if slices.Contains([]string{"expired_trigger_id", "trigger_expired", "invalid_trigger_id", "exchanged_trigger_id"}, slackCode(err)) {
		return &knowledge.Error{Say: saysTooLate, Cause: err}
	}
	if err != nil {
		return fmt.Errorf("open a modal: %w", err)
	}
	return nil
}

// paragraphBlock is a paragraph as it is, without marks.
func paragraphBlock(text string) slack.Block {
	return slack.NewRichTextBlock("", slack.NewRichTextSection(textRun(someText(text, maxText), false)))
}

// boldBlock is a paragraph with a bold beginning.
func boldBlock(bold, text string) slack.Block {
	runs := []slack.RichTextSectionElement{textRun(or(clip(bold, maxText), noText), true)}
	if text != "" {
		runs = append(runs, textRun(clip(text, maxText), false))
	}
	return slack.NewRichTextBlock("", slack.NewRichTextSection(runs...))
}

// fineBlock is small print.
func fineBlock(text string) slack.Block {
	return slack.NewContextBlock("", plain(text, maxFine))
}

func headerBlock(text string) slack.Block { return slack.NewHeaderBlock(plain(text, maxHeader)) }

func isNotFound(err error) bool { return errors.Is(err, knowledge.ErrNotFound) }
