package post

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Poster posts to Slack at the pace that Slack allows, and each answer only once. Its
// fields are set before its first use.
type Poster struct {
	Slack    *slack.Client
	HTTP     *http.Client  // for response URLs
	Within   time.Duration // the time that one answer has to be posted
	Patience time.Duration // how long an answer may take before a sign of life
	Log      *slog.Logger

	plainer atomic.Int32 // the step of [render.Plainer] that the workspace accepts
}

// In is a channel or a direct message, or a thread in it. A person's ID is their direct messages.
func (p *Poster) In(channel, thread string) *Place {
	return &Place{poster: p, channel: channel, thread: thread}
}

// Quietly is the place in a conversation that only one person sees.
func (p *Poster) Quietly(channel, thread, user string) *Place {
	return &Place{poster: p, channel: channel, thread: thread, person: user}
}

// Tell says a sentence only to the person who clicked: where they clicked, or else in their direct
// messages.
func (p *Poster) Tell(ctx context.Context, c wire.Click, sentence string) error {
	return p.Privately(c).Say(ctx, sentence)
}

// Privately is a place that only the person who clicked can read.
func (p *Poster) Privately(c wire.Click) *Place {
	if c.Channel == "" {
		return p.In(c.User, "")
	}
	return &Place{poster: p, channel: c.Channel, thread: c.Thread, person: c.User, url: c.URL}
}

// Modal opens a modal for the person who clicked, on top of the one they clicked in, if any. Slack
// allows three seconds for that, so a long wait helps nobody.
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

// Home shows a view as a person's Home tab.
func (p *Poster) Home(ctx context.Context, user string, v slack.HomeTabViewRequest) error {
	ctx, cancel := context.WithTimeout(ctx, p.Within)
	defer cancel()
	err := wire.Attempt(ctx, func(ctx context.Context) error {
		_, err := p.Slack.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: user, View: v})
		return err
	})
	if err != nil {
		return fmt.Errorf("publish a Home tab: %w", err)
	}
	return nil
}

// Permalink is the link to a message.
func (p *Poster) Permalink(ctx context.Context, channel, ts string) (link string, err error) {
	err = wire.Attempt(ctx, func(ctx context.Context) error {
		link, err = p.Slack.GetPermalinkContext(ctx, &slack.PermalinkParameters{Channel: channel, Ts: ts})
		return err
	})
	return link, err
}

// maxPrompts is how many questions Slack shows:
// docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.
const maxPrompts = 4

// Prompts shows questions to start with in a person's direct messages. It names no thread, which
// Slack would silently refuse for an app with an agent view.
func (p *Poster) Prompts(ctx context.Context, channel string, questions []string) {
	var prompts []slack.AssistantThreadsPrompt
	for _, q := range questions[:min(len(questions), maxPrompts)] {
		prompts = append(prompts, slack.AssistantThreadsPrompt{Title: render.Clip(render.OneLine(q), render.MaxButton), Message: render.Clip(q, render.MaxEcho)})
	}
	if len(prompts) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, signWithin)
	defer cancel()
	err := p.Slack.SetAssistantThreadsSuggestedPromptsContext(ctx, slack.AssistantThreadsSetSuggestedPromptsParameters{
		ChannelID: channel, Title: "Ask me about careers", Prompts: prompts,
	})
	if err != nil {
		p.Log.Debug("Slack shows no questions to begin with", "error", err)
	}
}

// React puts an emoji below a message, unless it is there already.
func (p *Poster) React(ctx context.Context, channel, ts, emoji string) error {
	err := wire.Attempt(ctx, func(ctx context.Context) error {
		return p.Slack.AddReactionContext(ctx, emoji, slack.NewRefToMessage(channel, ts))
	})
	if wire.Code(err) == "already_reacted" {
		return nil
	}
	return err
}

// Outdated takes clicks on buttons that no longer do anything: they are from an earlier release, or
// forged.
func (p *Poster) Outdated(ctx context.Context, c wire.Click) error {
	return p.Tell(ctx, c, saysOldButton)
}

// Gone is what a person is told after clicking on something that is no longer kept.
func Gone(what string) error {
	return &knowledge.Error{Say: fmt.Sprintf(saysGone, what), Cause: knowledge.ErrNotFound}
}
