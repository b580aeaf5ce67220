package bot

import (
	"context"
	"log/slog"
	"slices"

	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/post"
	"careeradvisor/bot/wire"
)

// keepers are the people who look after the advisor, and their settings: admins name editors; both
// teach it and say how it behaves in a channel.
type keepers struct {
	admins   []string
	settings *channels.Settings
	library  openShelf
	poster   *post.Poster
	log      *slog.Logger
}

func (k *keepers) isAdmin(user string) bool { return slices.Contains(k.admins, user) }

func (k *keepers) isEditor(user string) bool {
	return k.isAdmin(user) || slices.Contains(k.settings.Editors(), user)
}

// only guards what not everybody may do: action_ids and submissions can be forged, and people may
// no longer be editors.
func (k *keepers) only(may func(user string) bool, do act) act {
	return func(ctx context.Context, c wire.Click) error {
		if !may(c.User) {
			k.log.Warn("somebody tried what only admins or editors may do")
			return k.poster.Tell(ctx, c, saysAdminsOnly)
		}
		return do(ctx, c)
	}
}

func (k *keepers) byEditor(do act) act { return k.only(k.isEditor, do) }
func (k *keepers) byAdmin(do act) act  { return k.only(k.isAdmin, do) }

// openHere opens the modal for the channel in which the command was given.
func (k *keepers) openHere(ctx context.Context, c wire.Click) error {
	if ask.ChannelOf(c.Channel) == "" {
		return k.poster.Tell(ctx, c, saysInAChannel)
	}
	var all []channels.Document
	scope := k.settings.Scope(c.Channel)
	scope.Only = nil
	for _, d := range k.library.Library.Contents(scope).Documents {
		all = append(all, channels.Document{ID: d.ID, Title: d.Title})
	}
	return k.poster.Modal(ctx, c, k.settings.Of(c.Channel).Modal(c.Channel, all))
}

// hereSubmitted takes the settings for a channel. The ack says what is not valid.
func hereSubmitted(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	const surface = "settings"
	if c, err := wire.ReadClick(d.Payload); err == nil {
		if _, _, wrong := channels.Read(c.View); wrong != nil {
			return replied(surface, func(wire.Click) any { return slack.NewErrorsViewSubmissionResponse(wrong) })(b, d)
		}
	}
	return clicked(surface, byPlace, b.keepers.byEditor(b.keepers.saveHere))(b, d)
}

func (k *keepers) saveHere(ctx context.Context, c wire.Click) error {
	channel, here, _ := channels.Read(c.View)
	if err := k.settings.Save(ctx, channel, here); err != nil {
		return memory.Failed("save a setting", err)
	}
	k.log.Info("a channel is set", "channel", channel, "by", c.User)
	if err := k.poster.Quietly(channel, "", c.User).Say(ctx, saysSet); err != nil { // no member yet
		return k.poster.Tell(ctx, c, saysSetInvite)
	}
	return nil
}

// openEditors opens the modal in which an admin names editors; saveEditors keeps them.
func (k *keepers) openEditors(ctx context.Context, c wire.Click) error {
	return k.poster.Modal(ctx, c, channels.EditorsModal(k.settings.Editors()))
}

func (k *keepers) saveEditors(ctx context.Context, c wire.Click) error {
	if err := k.settings.SaveEditors(ctx, c.View.Input(channels.EditorsCallback)); err != nil {
		return memory.Failed("save editors", err)
	}
	return k.poster.Tell(ctx, c, saysEditors)
}
