package ask

import (
	"context"
	"errors"
	"strings"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Reanswer answers an edited question in place of its earlier answer. again means that a process
// that died may have done part of the work.
func (k *Desk) Reanswer(ctx context.Context, s wire.Said, at string, again bool) error {
	t, ok, err := k.Answered(ctx, s.Channel, s.TS)
	text := strings.TrimLeft(Unescape(s.Text, k.Me()), " ,:;\n")
	if err != nil || !ok || at < t.Edited || render.Clip(text, maxTurn) == t.Question && !again {
		return err
	}
	if again {
		there, err := k.Post.Posted(ctx, k.Post.In(t.Channel, t.Thread), t)
		if err != nil {
			return err
		}
		if len(there) > len(t.Replies) {
			t.Replies = there
		}
	}
	q := Question{Surface: "edit", Text: text, Asker: t.Asker, Channel: t.Channel, Thread: t.Thread, Message: t.Message, To: k.Post.In(t.Channel, t.Thread)}
	if ok, err := k.Allow(ctx, q); !ok {
		return errors.Join(ErrTooFast, err)
	}
	defer k.Post.SignOfLife(ctx, q.To, q.Message, "")()
	a, err := k.think(ctx, q)
	if err != nil {
		return err
	}
	t.Question, t.Edited, t.Answer, t.Generation = render.Clip(text, maxTurn), at, trimmed(a), a.Generation
	return k.rewrite(ctx, q, t)
}

// ErrTooFast puts an edit off until its author has slowed down, so that the last edit is answered.
var ErrTooFast = &knowledge.Error{Say: saysTooFast}

// rewrite shows a turn's answer in its existing messages, posts what does not fit in them and
// removes what is left over.
func (k *Desk) rewrite(ctx context.Context, q Question, t memory.Turn) error {
	place := k.Post.In(t.Channel, t.Thread)
	messages := k.show(ctx, q, t, k.Keep(ctx, t))
	now, left, err := k.Post.Rewrite(ctx, place, t.Replies, messages)
	t.Replies = now
	k.Keep(ctx, t)
	if err != nil {
		return err
	}
	return k.Post.Remove(ctx, place, left)
}

// Answered returns the turn that a message is the question of, if there is one.
func (k *Desk) Answered(ctx context.Context, channel, message string) (memory.Turn, bool, error) {
	t, err := k.Memory.TurnAt(ctx, channel, message)
	if errors.Is(err, knowledge.ErrNotFound) {
		return t, false, nil
	}
	if err != nil {
		return t, false, memory.Failed("find the turn of a message", err)
	}
	return t, t.Message == message, nil
}

// Unanswer removes the answer to a deleted message, unless somebody has replied since.
func (k *Desk) Unanswer(ctx context.Context, s wire.Said) error {
	t, ok, err := k.Answered(ctx, s.Channel, s.TS)
	if err != nil || !ok || len(t.Replies) == 0 {
		return err
	}
	last := t.Replies[len(t.Replies)-1]
	replied, err := k.Post.RepliedAfter(ctx, t.Channel, t.Thread, last, k.Me())
	if err != nil || replied {
		return err
	}
	if err := k.Post.Remove(ctx, k.Post.In(t.Channel, t.Thread), t.Replies); err != nil {
		return err
	}
	return memory.Failed("forget a deleted question", k.Memory.DropTurn(ctx, t.ID))
}

// AnswerAgain returns the engine's current answer, from what anybody may read, to a question that was
// asked before.
func (k *Desk) AnswerAgain(ctx context.Context, question string) (knowledge.Answer, error) {
	return k.engine(ctx, knowledge.Question{Text: question, Scope: k.Settings.Scope("")})
}

// ReplyTo posts a turn's answer in its asker's direct messages.
func (k *Desk) ReplyTo(ctx context.Context, above string, t memory.Turn) error {
	t.Answer = trimmed(t.Answer)
	return k.reply(ctx, Question{To: k.Post.In(t.Asker, ""), Above: above}, t)
}
