package bot

import (
	"context"
	"fmt"
	"strings"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// command takes the slash command, in any conversation. Only the asker sees the answer,
// with the question above it.
func command(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var c struct {
		Command     string `json:"command"`
		Text        string `json:"text"`
		UserID      string `json:"user_id"`
		UserName    string `json:"user_name"`
		ChannelID   string `json:"channel_id"`
		ResponseURL string `json:"response_url"`
		TriggerID   string `json:"trigger_id"`
	}
	if !b.read(d, &c) || c.UserID == "" {
		return inbox.Job{}, false
	}
	at := wire.Click{User: c.UserID, Name: knowledge.Visible(c.UserName), Trigger: c.TriggerID, URL: c.ResponseURL, Channel: c.ChannelID, Again: d.Again}
	text := ask.Unescape(c.Text, b.self().UserID)
	names := []string{"envelope:" + d.Envelope.ID}
	if c.TriggerID != "" {
		names = []string{"trigger:" + c.TriggerID, names[0]}
	}
	j := b.desk.Ask(b.desk.Private("command", text, at), "command:"+c.UserID, names...)
	j.Busy = map[string]string{"response_type": "ephemeral", "text": saysOverloaded}
	if c.Command != b.cfg.Command {
		j.Do = func(ctx context.Context) error {
			return b.poster.Tell(ctx, at, fmt.Sprintf(saysOtherCommand, b.cfg.Command, c.Command))
		}
	} else if do, value, ok := b.commandWord(text); ok {
		at.Value = value
		j.Do = func(ctx context.Context) error { return do(ctx, at) }
	}
	return j, true
}

// commandWord finds the action, and its value, that certain words after the slash command stand
// for; anything else is a question.
func (b *Bot) commandWord(text string) (do act, value string, ok bool) {
	text = strings.ToLower(render.OneLine(text))
	if role, behind := strings.CutPrefix(text, "interview "); behind {
		if value, ok := b.interviews.Role(role); ok {
			return b.interviews.Start, value, true
		}
	}
	do, ok = map[string]act{
		"fit": b.fit.Open, "fit check": b.fit.Open,
		"interview": b.interviews.Start, "interview practice": b.interviews.Start,
		"forget me": b.askToForget,
		"here":      b.keepers.byEditor(b.keepers.openHere),
	}[text]
	return do, "", ok
}

// shortcut takes the message shortcut "Ask the advisor": the text of the message is the question.
// Only the person who used the shortcut sees the answer, since the message may be somebody else's.
func (b *Bot) shortcut(ctx context.Context, c wire.Click) error {
	text := ask.Unescape(c.Text, b.self().UserID)
	if text == "" {
		return b.poster.Tell(ctx, c, saysNoWords)
	}
	return b.desk.Answer(ctx, b.desk.Private("shortcut", text, c), memory.TurnID(c.Key))
}
