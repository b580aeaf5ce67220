package bot

import (
	"context"

	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// openHere opens the modal for the channel in which the command was given.
func (b *Bot) openHere(ctx context.Context, c wire.Click) error {
	if ask.ChannelOf(c.Channel) == "" {
		return b.poster.Tell(ctx, c, saysInAChannel)
	}
	var all []channels.Document
	scope := b.settings.Scope(c.Channel)
	scope.Only = nil
	for _, d := range b.library.Library.Contents(scope).Documents {
		all = append(all, channels.Document{ID: d.ID, Title: d.Title})
	}
	return b.poster.Modal(ctx, c, b.settings.Of(c.Channel).Modal(c.Channel, all))
}

// hereSubmitted takes what is set for a channel. The ack says what is not valid.
func hereSubmitted(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	j, ok := clicked("settings", byPlace, b.byEditor(b.saveHere))(b, d)
	if c, err := wire.ReadClick(d.Payload); err == nil {
		if _, _, wrong := channels.Read(c.View); wrong != nil {
			return inbox.Job{Surface: j.Surface, Person: c.User, Reply: slack.NewErrorsViewSubmissionResponse(wrong)}, ok
		}
	}
	return j, ok
}

func (b *Bot) saveHere(ctx context.Context, c wire.Click) error {
	channel, here, _ := channels.Read(c.View)
	if err := b.settings.Save(ctx, channel, here); err != nil {
		return memory.Failed("save a setting", err)
	}
	b.log.Info("a channel is set", "channel", channel, "by", c.User)
	if _, err := b.poster.Deliver(ctx, b.poster.Quietly(channel, "", c.User), render.Note(saysSet, "")); err != nil { // no member yet
		return b.poster.Tell(ctx, c, saysSetInvite)
	}
	return nil
}

// openEditors opens the modal in which an admin names editors; saveEditors keeps them.
func (b *Bot) openEditors(ctx context.Context, c wire.Click) error {
	return b.poster.Modal(ctx, c, channels.EditorsModal(b.settings.Editors()))
}

func (b *Bot) saveEditors(ctx context.Context, c wire.Click) error {
	if err := b.settings.SaveEditors(ctx, c.View.Input(channels.EditorsCallback)); err != nil {
		return memory.Failed("save editors", err)
	}
	return b.poster.Tell(ctx, c, saysEditors)
}
