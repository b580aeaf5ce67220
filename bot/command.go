package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// command takes the slash command, in any conversation. Only the asker sees the
// answer, and so that it stands alone, the question above it.
func (b *Bot) command(d delivery) (job, bool) {
	var c struct {
		Command     string `json:"command"`
		Text        string `json:"text"`
		UserID      string `json:"user_id"`
		UserName    string `json:"user_name"`
		ChannelID   string `json:"channel_id"`
		ResponseURL string `json:"response_url"`
		TriggerID   string `json:"trigger_id"`
	}
	if err := json.Unmarshal(d.payload, &c); err != nil || c.UserID == "" {
		b.log.Warn("a command could not be read", errAttr(err))
		return job{}, false
	}
	at := click{user: c.UserID, name: c.UserName, trigger: c.TriggerID, url: c.ResponseURL, channel: c.ChannelID}
	text := unescape(c.Text, b.self().UserID)
	q := question{
		surface: "command",
		text:    text,
		asker:   c.UserID,
		above:   youAsked(text),
		channel: c.ChannelID,
		to:      b.privately(at),
		private: true,
		again:   d.again,
	}
	names := []string{"envelope:" + d.envelope}
	if c.TriggerID != "" {
		names = []string{"trigger:" + c.TriggerID, names[0]}
	}
	j := b.ask(q, "command:"+c.UserID, names...)
	if c.Command != b.cfg.Command {
		j.do = func(ctx context.Context) error {
			return b.tell(ctx, at, fmt.Sprintf("I answer to %s here, not to %s. Try: %[1]s PM vs TPM?", b.cfg.Command, c.Command))
		}
	} else if do, ok := commandWords()[strings.ToLower(strings.Join(strings.Fields(text), " "))]; ok {
		j.do = func(ctx context.Context) error { return do(b, ctx, at) }
	}
	return j, true
}

// commandWords are what the slash command does when it is followed by one of them and
// nothing else; anything else is a question.
func commandWords() map[string]func(*Bot, context.Context, click) error {
	return map[string]func(*Bot, context.Context, click) error{}
}
