package bot

import (
	"context"
	"encoding/json"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/wire"
)

// deleted takes deletions of messages. A question's answer goes with it, unless
// somebody has replied after the answer.
func deleted(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		Channel  string    `json:"channel"`
		TS       string    `json:"deleted_ts"`
		Previous wire.Said `json:"previous_message"`
	}
	if err := json.Unmarshal(d.Payload, &e); err != nil {
		b.log.Warn("a deletion could not be read", "error", err)
		return inbox.Job{}, false
	}
	s := e.Previous
	s.Channel, s.TS = e.Channel, e.TS
	if s.Channel == "" || s.TS == "" || s.ByApp() {
		return inbox.Job{}, false
	}
	return removal(b, d, s), true
}

// removal is the job of removing the answer to a message that is gone.
func removal(b *Bot, d wire.Delivery, s wire.Said) inbox.Job {
	return inbox.Job{
		Surface: "deletion",
		Names:   append(d.EventNames(), "deletion:"+s.Channel+":"+s.TS),
		Lane:    s.Lane(),
		Do:      func(ctx context.Context) error { return b.desk.Unanswer(ctx, s) },
		Say:     func(context.Context, string) error { return nil }, // nobody waits for anything
	}
}
