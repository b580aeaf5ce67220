package bot

import (
	"context"

	"github.com/slack-go/slack"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// pane takes the opening of the advisor's messages, where Slack may show questions to
// begin with. Not every workspace has that, and nothing depends on it.
func (b *Bot) pane(d wire.Delivery, user, channel string) (inbox.Job, bool) {
	if channel == "" {
		return inbox.Job{}, false
	}
	return inbox.Job{
		Surface: "messages tab",
		Names:   append(d.EventNames(), "envelope:"+d.Envelope.ID),
		Person:  user,
		Lane:    "pane:" + user,
		Do:      func(ctx context.Context) error { b.suggestPrompts(ctx, channel); return nil },
		Say:     func(context.Context, string) error { return nil }, // nobody waits for anything
	}, true
}

// maxPrompts is how many questions Slack shows:
// docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.
const maxPrompts = 4

// suggestPrompts shows questions that the documents answer. It names no thread: an
// app with an agent view would be refused without being told.
func (b *Bot) suggestPrompts(ctx context.Context, channel string) {
	var prompts []slack.AssistantThreadsPrompt
	for _, q := range b.library.Contents().Examples {
		if len(prompts) < maxPrompts {
			prompts = append(prompts, slack.AssistantThreadsPrompt{Title: render.Clip(render.OneLine(q), render.MaxButton), Message: render.Clip(q, render.MaxEcho)})
		}
	}
	if len(prompts) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, signWithin)
	defer cancel()
	err := b.api.SetAssistantThreadsSuggestedPromptsContext(ctx, slack.AssistantThreadsSetSuggestedPromptsParameters{
		ChannelID: channel, Title: "Ask me about careers", Prompts: prompts,
	})
	if err != nil {
		b.log.Debug("Slack shows no questions to begin with", "error", err)
	}
}
