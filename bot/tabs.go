package bot

import (
	"context"
	"fmt"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/home"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// tabOpened takes the opening of one of the app's tabs. Home is published again, since it may have
// changed in the meantime. In Messages, Slack may show suggested questions; nothing depends on it.
func tabOpened(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		User    string `json:"user"`
		Tab     string `json:"tab"`
		Channel string `json:"channel"`
	}
	if !b.read(d, &e) || e.User == "" {
		return inbox.Job{}, false
	}
	j := inbox.Job{Names: append(d.EventNames(), "envelope:"+d.Envelope.ID), Person: e.User}
	switch {
	case e.Tab == "home":
		j.Surface, j.Lane = "home", personLane(e.User)
		j.Do = func(ctx context.Context) error { return b.tab.Show(ctx, e.User, home.Pages{}) }
		j.Say = func(ctx context.Context, sentence string) error { return b.tab.Say(ctx, e.User, sentence) }
	case e.Tab == "messages" && e.Channel != "":
		j.Surface, j.Lane = "messages tab", "pane:"+e.User
		j.Do = func(ctx context.Context) error {
			b.poster.Prompts(ctx, e.Channel, b.library.Contents().Examples)
			return nil
		}
	default:
		return inbox.Job{}, false
	}
	return j, true
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

// invited takes the news that somebody joined a channel. If it was the advisor, it introduces
// itself, once for each channel, however often it is invited.
func invited(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		User    string `json:"user"`
		Channel string `json:"channel"`
		TS      string `json:"event_ts"`
	}
	if !b.read(d, &e) || e.User != b.self().UserID || e.Channel == "" {
		return inbox.Job{}, false
	}
	return inbox.Job{
		Surface: "introduction",
		Names:   append(d.EventNames(), "joined:"+e.Channel+":"+e.TS),
		Lane:    "channel:" + e.Channel,
		Do:      func(ctx context.Context) error { return b.introduceIn(ctx, e.Channel, d.Again) },
	}, true
}

func (b *Bot) introduceIn(ctx context.Context, channel string, again bool) error {
	key := "introduced:" + channel
	first, err := b.memory.Once(ctx, key, b.cfg.Now())
	if err != nil || !first && !again {
		return memory.Failed("record where the bot was introduced", err)
	}
	_, err = b.poster.DeliverOnce(ctx, b.poster.In(channel, ""), memory.TurnID(key), b.cfg.Now().Add(-inbox.GiveUpAfter), again, introduction(b))
	return err
}

func introduction(b *Bot) []render.Message {
	examples := b.library.Contents().Examples
	a := knowledge.Answer{Kind: knowledge.Help, Lead: fmt.Sprintf(saysHello, b.cfg.Command), Suggestions: examples[:min(len(examples), ask.MaxNext)]}
	return render.Answer(a, "", render.Controls{Next: a.Suggestions})
}
