package bot

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"careeradvisor/bot/inbox"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// changed takes edits of messages. A question that was answered is answered anew,
// in place; anything else that people change is their own business. Slack reports
// the deletion of a message with replies as a change too.
func (b *Bot) changed(d wire.Delivery) (inbox.Job, bool) {
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
		return b.removal(d, s), true
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
			return b.reanswer(ctx, s, at, d.Again)
		},
		Say: func(ctx context.Context, sentence string) error {
			_, err := b.poster.Deliver(ctx, to, render.Note(sentence, ""))
			return err
		},
	}, true
}

// reanswer answers a question that was edited at a time where it was answered before.
// Again: a process that died may have done some of it.
func (b *Bot) reanswer(ctx context.Context, s wire.Said, at string, again bool) error {
	t, ok, err := b.answered(ctx, s.Channel, s.TS)
	text := strings.TrimLeft(unescape(s.Text, b.self().UserID), " ,:;\n")
	if err != nil || !ok || at < t.Edited || render.Clip(text, maxTurn) == t.Question && !again {
		return err
	}
	if again {
		there, err := b.poster.Posted(ctx, b.poster.In(t.Channel, t.Thread), t)
		if err != nil {
			return err
		}
		if len(there) > len(t.Replies) {
			t.Replies = there
		}
	}
	q := question{surface: "edit", text: text, asker: t.Asker, channel: t.Channel, thread: t.Thread, message: t.Message, below: t.Thread, within: threadFor,
		to: b.poster.In(t.Channel, t.Thread)}
	if wire.IsDirect(t.Channel) && t.Thread == "" {
		q.within = directFor
	}
	if ok, tell := b.rates.allow(q.asker); !ok {
		return errors.Join(errTooFast, b.slowDown(ctx, q, tell))
	}
	defer b.poster.SignOfLife(ctx, q.asked())()
	a, err := b.think(ctx, q)
	if err != nil {
		return err
	}
	t.Question, t.Edited, t.Answer, t.Generation = render.Clip(text, maxTurn), at, trimmed(a), a.Generation
	return b.rewrite(ctx, q, t)
}

// errTooFast puts an edit off until its author has slowed down, so that the last is
// answered.
var errTooFast = &knowledge.Error{Say: saysTooFast}

// rewrite shows a turn's answer in place of the messages that it had, posts what
// does not fit in them and removes what is left over.
func (b *Bot) rewrite(ctx context.Context, q question, t memory.Turn) error {
	place := b.poster.In(t.Channel, t.Thread)
	messages := b.show(ctx, q, t, b.keep(ctx, t))
	now, left, err := b.poster.Rewrite(ctx, place, t.Replies, messages)
	t.Replies = now
	b.keep(ctx, t)
	if err != nil {
		return err
	}
	return b.poster.Remove(ctx, place, left)
}

// answered is the turn whose question is a message, if there is one.
func (b *Bot) answered(ctx context.Context, channel, message string) (memory.Turn, bool, error) {
	t, err := b.memory.TurnAt(ctx, channel, message)
	if errors.Is(err, knowledge.ErrNotFound) {
		return t, false, nil
	}
	if err != nil {
		return t, false, memory.Failed("find the turn of a message", err)
	}
	return t, t.Message == message, nil
}
