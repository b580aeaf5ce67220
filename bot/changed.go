package bot

import (
	"context"
	"encoding/json"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
)

// changed takes edits of messages. A question that was answered is answered again,
// in place; anything else that people change is their own business. Slack reports
// the deletion of a message with replies as a change too.
func changed(b *Bot, d wire.Delivery) (inbox.Job, bool) {
	var e struct {
		Channel string `json:"channel"`
		Message struct {
			wire.Said
			Edited struct {
				TS string `json:"ts"`
			} `json:"edited"`
		} `json:"message"`
		Previous wire.Said `json:"previous_message"`
	}
	if err := json.Unmarshal(d.Payload, &e); err != nil {
		b.log.Warn("an edit could not be read", "error", err)
		return inbox.Job{}, false
	}
	s := e.Message.Said
	s.Channel = e.Channel
	if s.Subtype == "tombstone" { // Slack's, in the place of a person's
		s.User = e.Previous.User
		return removal(b, d, s), true
	}
	if !b.byPerson(s) || s.TS == "" || e.Message.Edited.TS == "" {
		return inbox.Job{}, false
	}
	message, at := s.Channel+":"+s.TS, e.Message.Edited.TS
	name := "edit:" + message + ":" + at + ":" + memory.TurnID(s.Text) // several may be made in a second
	b.edits.came(message, at, name)
	to := b.poster.In(s.Channel, s.ThreadTS)
	return inbox.Job{
		Surface: "edit",
		Names:   append(d.EventNames(), name),
		Lane:    s.Lane(),
		Do: func(ctx context.Context) error {
			if b.edits.superseded(message, name) {
				return nil
			}
			return b.desk.Reanswer(ctx, s, at, d.Again)
		},
		Say: func(ctx context.Context, sentence string) error {
			_, err := b.poster.Deliver(ctx, to, render.Note(sentence, ""))
			return err
		},
	}, true
}
