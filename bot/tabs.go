package bot

import (
	"context"
	"encoding/json"

	"careeradvisor/bot/home"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// tabOpened takes the opening of the app's Home tab. What is opened is published again,
// for documents, plans and gaps change meanwhile. The Messages tab has
// its own way.
func tabOpened(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		User    string `json:"user"`
		Tab     string `json:"tab"`
		Channel string `json:"channel"`
	}
	if err := json.Unmarshal(d.Payload, &e); err != nil {
		b.log.Warn("the opening of a tab could not be read", "error", err)
		return inbox.Job{}, false
	}
	switch {
	case e.User == "":
		return inbox.Job{}, false
	case e.Tab == "messages":
		return pane(b, d, e.User, e.Channel)
	case e.Tab != "home":
		return inbox.Job{}, false
	}
	names := []string{"envelope:" + d.Envelope.ID}
	if d.Event != "" {
		names = append(names, "event:"+d.Event)
	}
	return inbox.Job{
		Surface: "home",
		Names:   names,
		Lane:    personLane(e.User),
		Do:      func(ctx context.Context) error { return b.tab.Show(ctx, e.User, home.Pages{}) },
		Say: func(ctx context.Context, sentence string) error {
			return b.tab.Say(ctx, e.User, sentence)
		},
	}, true
}

// pane takes the opening of the advisor's messages, where Slack may show suggested
// questions. Not every workspace has that, and nothing depends on it.
func pane(b *Bot, d wire.Delivery, user, channel string) (inbox.Job, bool) {
	if channel == "" {
		return inbox.Job{}, false
	}
	return inbox.Job{
		Surface: "messages tab",
		Names:   append(d.EventNames(), "envelope:"+d.Envelope.ID),
		Person:  user,
		Lane:    "pane:" + user,
		Do: func(ctx context.Context) error {
			b.poster.Prompts(ctx, channel, b.library.Contents().Examples)
			return nil
		},
		Say: func(context.Context, string) error { return nil }, // nobody waits for anything
	}, true
}

// askOnHome asks what is typed on Home; the answer comes in Messages. Home is shown again,
// so that the box is empty.
func (b *Bot) askOnHome(ctx context.Context, c wire.Click) error {
	if c.Value = c.View.Typed("question"); c.Value == "" {
		return b.poster.Modal(ctx, c, render.Modal("waits", "Ask me", "", "", render.TextBlock(saysTypeFirst)))
	}
	if err := b.desk.AskNext(ctx, c); err != nil {
		return err
	}
	return b.tab.ShowPage(ctx, wire.Click{User: c.User, Value: c.View.Meta})
}
