package bot

import (
	"context"
	"encoding/json"
	"fmt"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// invited takes the news that somebody joined a channel. If it was the advisor, it
// introduces itself, once for each channel however often it is invited.
func invited(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		User    string `json:"user"`
		Channel string `json:"channel"`
		TS      string `json:"event_ts"`
	}
	if err := json.Unmarshal(d.Payload, &e); err != nil || e.User != b.self().UserID || e.Channel == "" {
		return inbox.Job{}, false
	}
	return inbox.Job{
		Surface: "introduction",
		Names:   append(d.EventNames(), "joined:"+e.Channel+":"+e.TS),
		Lane:    "channel:" + e.Channel,
		Do:      func(ctx context.Context) error { return b.introduceIn(ctx, e.Channel, d.Again) },
		Say:     func(context.Context, string) error { return nil }, // nobody waits for anything
	}, true
}

func (b *Bot) introduceIn(ctx context.Context, channel string, again bool) error {
	key := "introduced:" + channel
	first, err := b.memory.Once(ctx, key, b.cfg.Now())
	if err != nil {
		return memory.Failed("keep where the bot was introduced", err)
	}
	if !first && !again {
		return nil
	}
	_, err = b.poster.DeliverOnce(ctx, b.poster.In(channel, ""), memory.TurnID(key), b.cfg.Now().Add(-inbox.GiveUpAfter), again, introduction(b))
	return err
}

func introduction(b *Bot) []render.Message {
	hello := fmt.Sprintf("Hello! I answer career questions from documents, and tell you where I found each answer. "+
		"Mention me with a question, or type %s to ask in private. I only speak when I'm asked.", b.cfg.Command)
	examples := b.library.Contents().Examples
	a := knowledge.Answer{Kind: knowledge.Help, Lead: hello, Suggestions: examples[:min(len(examples), ask.MaxNext)]}
	return render.Answer(a, "", render.Controls{Next: a.Suggestions})
}
