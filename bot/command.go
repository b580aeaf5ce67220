package bot

import (
	"context"
	"encoding/json"
	"fmt"
)

// command takes the slash command, in any conversation. Only the asker sees the
// answer, and so that it stands alone, the question above it.
func (b *Bot) command(d delivery) (job, bool) {
	var c struct {
		Command     string `json:"command"`
		Text        string `json:"text"`
		UserID      string `json:"user_id"`
		ChannelID   string `json:"channel_id"`
		ResponseURL string `json:"response_url"`
		TriggerID   string `json:"trigger_id"`
	}
	if err := json.Unmarshal(d.payload, &c); err != nil || c.UserID == "" {
		b.log.Warn("a command could not be read", errAttr(err))
		return job{}, false
	}
	q := question{
		surface: "command",
		text:    unescape(c.Text, b.self().UserID),
		asker:   c.UserID,
		to:      &whisper{http: b.http, url: c.ResponseURL, api: b.api, channel: c.ChannelID, user: c.UserID},
	}
	q.echo = q.text
	names := []string{"envelope:" + d.envelope}
	if c.TriggerID != "" {
		names = append(names, "trigger:"+c.TriggerID)
	}
	j := b.ask(q, "command:"+c.UserID, names...)
	if c.Command != b.cfg.Command {
		j.do = func(ctx context.Context) error {
			return b.deliver(ctx, q.to, note(fmt.Sprintf("I answer to %s here, not to %s. Try: %[1]s PM vs TPM?", b.cfg.Command, c.Command), ""))
		}
	}
	return j, true
}
